import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { imported } from './support.ts';

const names =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const run = (text: string, look = ''): string => `<a:r><a:rPr lang="en-GB"${look}/><a:t>${text}</a:t></a:r>`;
const para = (runs: string, look = ''): string => `<a:p><a:pPr${look}/>${runs}</a:p>`;
const shape = (place: string, paragraphs: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr><p:ph ${place}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`;
const frame = (inside: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></p:graphicFrame>`;
const cell = (text: string): string => `<a:tc><a:txBody>${para(run(text))}</a:txBody></a:tc>`;
const relations = (list: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships>${list.map(([kind, target], i) => `<Relationship Id="r${i + 1}" Type="http://x/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** A presentation as another program might write it: the slides in another order than their names. */
async function pptx(
  slides: readonly (readonly [body: string, relations: Parameters<typeof relations>[0]])[],
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const ids = slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="r${i + 1}"/>`).join('');
  zip.file('ppt/presentation.xml', `<p:presentation ${names}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`);
  const file = (i: number): string => `slide${slides.length - i}.xml`;
  zip.file('ppt/_rels/presentation.xml.rels', relations(slides.map((_, i) => ['slide', `slides/${file(i)}`])));
  slides.forEach(([body, own], i) => {
    zip.file(`ppt/slides/${file(i)}`, `<p:sld ${names}><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:sld>`);
    zip.file(`ppt/slides/_rels/${file(i)}.rels`, relations(own));
  });
  for (const [path, text] of Object.entries(more)) zip.file(path, text);
  return zip.generateAsync({ type: 'uint8array' });
}

const values = (list: readonly string[]): string =>
  list.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('');
const chart = `<c:chartSpace><c:ser><c:tx><c:v>Rain</c:v></c:tx><c:cat>${values(['May', 'June'])}</c:cat><c:val>${values(['12', '34.5'])}</c:val></c:ser></c:chartSpace>`;

it('makes slides of a presentation: titles, lists, tables, numbers of charts, pictures and notes', async () => {
  const first =
    shape('type="title"', para(run('Leaves ') + run('split &amp; store'))) +
    shape('idx="1"', para(run('Water is split')) + para(run('oxygen', ' b="1"') + run(' leaves'), ' lvl="1"')) +
    shape('type="sldNum"', para(run('7')));
  const picture =
    '<p:pic><p:nvPicPr><p:cNvPr id="4" name="p" descr="A leaf"/></p:nvPicPr><p:blipFill><a:blip r:embed="r1"/></p:blipFill></p:pic>';
  const second =
    shape('type="title"', para(run('Numbers'))) +
    frame(`<a:tbl><a:tr>${cell('Plant')}${cell('Rate')}</a:tr><a:tr>${cell('Maize')}${cell('40')}</a:tr></a:tbl>`);
  const third = `${shape('type="title"', para(run('Rain falls in June')))}${frame('<c:chart r:id="r2"/>')}${picture}`;
  const notes = `<p:notes ${names}><p:cSld><p:spTree>${shape('type="body"', para(run('Ask who waters plants.')))}</p:spTree></p:cSld></p:notes>`;
  const { source, lesson, report, files } = await imported(
    'leaves.pptx',
    await pptx(
      [
        [first, [['notesSlide', '../notesSlides/notes.xml']]],
        [second, []],
        [
          third,
          [
            ['image', '../media/leaf.png'],
            ['chart', '../charts/chart.xml'],
          ],
        ],
      ],
      { 'ppt/notesSlides/notes.xml': notes, 'ppt/charts/chart.xml': chart, 'ppt/media/leaf.png': 'png' },
    ),
  );
  expect(source.match(/^## .*$/gm)).toEqual(['## Leaves split \\& store', '## Numbers', '## Rain falls in June']);
  expect(source).toContain('- Water is split\n   - **oxygen** leaves');
  expect(source).toContain('::: notes\n\nAsk who waters plants.\n\n:::');
  expect(source).toContain('| Maize | 40 |');
  expect(source).toContain('| June | 34.5 |');
  expect(source).toContain('![A leaf](images/picture-1.png)');
  expect(source).not.toContain('7');
  expect(files.has('images/picture-1.png')).toBe(true);
  expect(lesson.lang).toBe('en-GB');
  expect(report.filter((line) => line.includes('left out'))).toEqual([]);
});

it('makes charts of charts: their kind, series, days, error bars and what they say', async () => {
  const range = (kind: string, list: readonly string[], form = 'General'): string =>
    `<c:${kind}><c:numRef><c:numCache><c:formatCode>${form}</c:formatCode>${values(list)}</c:numCache></c:numRef></c:${kind}>`;
  const series = (name: string, more = ''): string =>
    `<c:ser><c:tx><c:v>${name}</c:v></c:tx>${more}${range('cat', ['45000', '45031'], 'mmm yyyy')}${range('val', ['1.5', '2'])}</c:ser>`;
  const space = (kind: string, inside: string): string =>
    `<c:chartSpace><c:chart><c:plotArea><c:${kind}>${inside}</c:${kind}></c:plotArea></c:chart></c:chartSpace>`;
  const errors = `<c:errBars><c:errValType val="cust"/>${range('plus', ['0.5', '1'])}${range('minus', ['0.5', '0.25'])}</c:errBars>`;
  const holder = (id: string, alt: string): string =>
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="c" descr="${alt}"/></p:nvGraphicFramePr><c:chart r:id="${id}"/></p:graphicFrame>`;
  const slide = `${shape('type="title"', para(run('Both')))}${holder('r1', 'Two lines')}${holder('r2', '')}`;
  const own = [
    ['chart', '../charts/one.xml'],
    ['chart', '../charts/two.xml'],
  ] as const;
  const { lesson } = await imported(
    'charts.pptx',
    await pptx([[slide, own]], {
      'ppt/charts/one.xml': space('lineChart', series('Wet') + series('Dry')),
      'ppt/charts/two.xml': space('barChart', `<c:grouping val="clustered"/>${series('Rain', errors)}`),
    }),
  );
  const slides = lesson.sections.flatMap((section) => section.slides).filter(({ layout }) => layout === 'chart');
  expect(slides.map(({ fields }) => fields)).toEqual([
    {
      chart: { type: 'line', x: 'x', xTitle: '' },
      data: [
        { x: '2023-03-15', Wet: 1.5, Dry: 1.5 },
        { x: '2023-04-15', Wet: 2, Dry: 2 },
      ],
      alt: 'Two lines',
    },
    {
      chart: { type: 'bar', x: 'x', y: 'Rain', error: ['low', 'high'], xTitle: '' },
      data: [
        { x: '2023-03-15', Rain: 1.5, low: 1, high: 2 },
        { x: '2023-04-15', Rain: 2, low: 1.75, high: 3 },
      ],
    },
  ]);
});

it('tells by slide what it cannot take over', async () => {
  const slide = `${shape('type="title"', para(run('Parts')))}${frame('<dgm:relIds/>')}${frame('<p:oleObj/>')}`;
  const { report } = await imported('parts.pptx', await pptx([[slide, []]]));
  expect(report.filter((line) => line.includes('1. Parts'))).toHaveLength(2);
});

it.each([
  ['no slides', () => pptx([])],
  ['parts that nest without end', () => pptx([['<p:grpSp>'.repeat(5000), []]])],
  ['no packed file', () => Promise.resolve(new TextEncoder().encode('PK nothing'))],
])('refuses a file with %s', async (_, make) => {
  await expect(imported('bad.pptx', await make())).rejects.toThrow(/holds no slides|nest too deep|damaged/);
});

it('takes for a title what a reader would, where a program writes boxes without places', async () => {
  const box = (y: number, size: number, text: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="b"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="9" y="${y}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>${para(run(text, ` sz="${size}"`))}</p:txBody></p:sp>`;
  const number = shape('type="sldNum"', para(run('7')));
  const { source } = await imported(
    'boxes.pptx',
    await pptx([
      [box(500, 1800, 'It rains in spring and in autumn') + box(100, 3600, 'Rain') + number, []],
      // A head that runs above all slides is smaller than what they say.
      [box(10, 900, 'Course 7') + box(300, 2400, 'Wind turns from west to north'), []],
      [shape('type="title"', para('')) + box(100, 4000, 'Snow'), []],
      // A box beside the text of a place is a remark.
      [shape('idx="1"', para(run('Hail is ice'))) + box(10, 1200, 'remark'), []],
    ]),
  );
  expect(source.match(/^## .*$/gm)).toEqual(['## Rain', '## Wind turns from west to north', '## Snow', '## Rain']);
  for (const words of ['It rains in spring', 'Course 7', 'Wind turns', 'Hail is ice', 'remark'])
    expect(source).toContain(words);
});

it('reads a chart of days in which a place is no day', async () => {
  const dated = `<c:chartSpace><c:ser><c:tx><c:v>Rain</c:v></c:tx><c:cat><c:formatCode>yyyy\\-mm\\-dd</c:formatCode>${values(['#N/A', '45992', '1e300'])}</c:cat><c:val>${values(['1', '2', '3'])}</c:val></c:ser></c:chartSpace>`;
  const { source } = await imported(
    'days.pptx',
    await pptx(
      [[shape('type="title"', para(run('Days'))) + frame('<c:chart r:id="r1"/>'), [['chart', '../charts/chart.xml']]]],
      {
        'ppt/charts/chart.xml': dated,
      },
    ),
  );
  for (const words of ['N/A', '2025-12-01']) expect(source).toContain(words);
});

/** A box of text without a place, in EMU of a slide of 9 144 000 by 6 858 000. */
const boxAt = (
  [x, y, w = 2_000_000, h = 300_000]: readonly number[],
  paragraphs: string,
  { size = 1800, name = 'b' } = {},
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="3" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>${paragraphs.replaceAll('<a:rPr lang="en-GB"', `<a:rPr lang="en-GB" sz="${size}"`)}</p:txBody></p:sp>`;

it('leaves heads, feet and numbers that run on from slide to slide, and tells them', async () => {
  const words = ['Rain falls', 'Wind blows', 'Snow lies', 'Hail breaks', 'Fog hides', 'Dew forms'];
  const { source, report } = await imported(
    'weather.pptx',
    await pptx(
      words.map((text, i): readonly [string, []] => [
        boxAt([400_000, 100_000, 1_000_000 + 90_000 * i], para(run(i < 3 ? 'Part one' : 'Part two')), { size: 900 }) +
          boxAt([400_000, 600_000], para(run(text)), { size: 3600 }) +
          boxAt([400_000, 3_000_000, 8_000_000], para(run(`${text} in many lands, and nobody knows why`))) +
          boxAt([400_000, 6_500_000], para(run('University of the Sea'))) +
          boxAt([8_000_000, 6_500_000, 500_000], para(run(`${i + 1} / 6`))),
        [],
      ]),
    ),
  );
  expect(source.match(/^## .*$/gm)).toEqual(words.map((text) => `## ${text}`));
  for (const gone of ['Part one', 'Part two', 'University', '/ 6']) expect(source).not.toContain(gone);
  expect(report.join('\n')).toMatch(/Part one; Part two/);
  expect(report.join('\n')).toContain('University of the Sea');
});

it('keeps titles that slides share, and what stands at one place on a few slides alone', async () => {
  const { source } = await imported(
    'shared.pptx',
    await pptx(
      ['Results', 'Results', 'Methods', 'Methods', 'Limits', 'Limits'].map((title, i): readonly [string, []] => [
        boxAt([400_000, 300_000], para(run(title)), { size: 3600 }) +
          boxAt([400_000, 3_000_000], para(run(`Finding number ${i + 1} of this work`))) +
          (i < 2 ? boxAt([7_000_000, 5_000_000], para(run('invented'))) : ''),
        [],
      ]),
    ),
  );
  expect(source.match(/^## .*$/gm)).toEqual(
    ['Results', 'Results', 'Methods', 'Methods', 'Limits', 'Limits'].map((title) => `## ${title}`),
  );
  expect(source.match(/invented/g)).toHaveLength(2);
});

it('joins what one of our decks has in boxes of their own: formulas in lines, numbers before texts, lines of code', async () => {
  const gap = '<a:r><a:rPr lang="en" spc="4000"/><a:t>\u{A0}</a:t></a:r>';
  const formula =
    '<p:sp><p:nvSpPr><p:cNvPr id="5" name="Formula · s"/></p:nvSpPr><p:txBody><a:p><a14:m><m:oMath><m:r><m:t>T</m:t></m:r></m:oMath></a14:m></a:p></p:txBody></p:sp>';
  const font = '<a:latin typeface="Courier New"/>';
  const line = (text: string): string => `<a:p><a:r><a:rPr lang="en">${font}</a:rPr><a:t>${text}</a:t></a:r></a:p>`;
  const { source } = await imported(
    'own.pptx',
    await pptx([
      [shape('type="title"', para(run('Waves'))) + boxAt([9, 900], para(`${run('A wave of ')}${gap}${run(', the period.')}`)) + formula, []],
      [
        shape('type="title"', para(run('Aims'))) +
          ['find it', 'test it'].map((text, i) => boxAt([9, 900], para(run(String(i + 1)))) + boxAt([99, 900], para(run(text)))).join(''),
        [],
      ],
      [shape('type="title"', para(run('Code'))) + boxAt([9, 900], `${line('if a &lt; b:')}<a:p/>${line('    print("*a*")')}`), []],
    ]),
  ); // prettier-ignore
  expect(source).toContain('A wave of $T$, the period.');
  expect(source).toMatch(/1\. find it\n\n2\. test it/);
  expect(source).toContain('```\nif a < b:\n\n    print("*a*")\n```');
});

it('takes the texts of a SmartArt drawing as a list, and tells hidden slides', async () => {
  const point = (id: string, text: string): string =>
    `<dgm:pt modelId="${id}"><dgm:t>${para(run(text))}</dgm:t></dgm:pt>`;
  const line = (from: string, to: string, order: number): string =>
    `<dgm:cxn modelId="${from}${to}" srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
  const data = `<dgm:dataModel><dgm:ptLst><dgm:pt modelId="d" type="doc"/>${point('b', 'Plan')}${point('a', 'Ask')}${point('c', 'Write it down')}</dgm:ptLst><dgm:cxnLst>${line('d', 'b', 1)}${line('d', 'a', 0)}${line('b', 'c', 0)}${line('c', 'd', 0)}</dgm:cxnLst></dgm:dataModel>`;
  const spare = `<p:sld ${names} show="0"><p:cSld><p:spTree>${shape('type="title"', para(run('Spare')))}</p:spTree></p:cSld></p:sld>`;
  const { source, report } = await imported(
    'care.pptx',
    await pptx(
      [
        [
          shape('type="title"', para(run('Care'))) + frame('<dgm:relIds r:dm="r1"/>'),
          [['diagramData', '../diagrams/data1.xml']],
        ],
        ['', []],
      ],
      { 'ppt/diagrams/data1.xml': data, 'ppt/slides/slide1.xml': spare },
    ),
  );
  expect(source).toMatch(/- Ask\n- Plan\n {3}- Write it down/);
  expect(report.join('\n')).toMatch(/SmartArt drawing is a list.*1\. Care/);
  expect(report.join('\n')).toMatch(/hidden slide.*2\. Spare/);
});
