import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readerFor, readerForBytes } from '../../src/import/index.ts';
import { imported, layouts } from './support.ts';

const png = new Uint8Array([137, 80, 78, 71]);

describe('encodings', () => {
  const text = 'Ein Titel\n\nDie Größe beträgt 5 €. Schön!\n';
  const wide = (little: boolean): Uint8Array => {
    const codes = Array.from(text, (character) => character.charCodeAt(0));
    return Uint8Array.from(codes.flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255])));
  };
  it.each([
    ['UTF-16 LE with its mark', Uint8Array.from([255, 254, ...wide(true)])],
    ['UTF-16 BE with its mark', Uint8Array.from([254, 255, ...wide(false)])],
    ['UTF-16 LE', wide(true)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['Windows-1252', Uint8Array.from(Array.from(text, (c) => (c === '€' ? 0x80 : c.charCodeAt(0))))],
  ])('%s', async (_, bytes) => {
    expect((await imported('a.txt', bytes)).source).toContain('Die Größe beträgt 5 €. Schön!');
  });

  it('names what it could not read as UTF-8, and the controls it dropped', async () => {
    const { report } = await imported('a.txt', Uint8Array.from([65, 0xe9, 0, 46]));
    expect(report.join('\n')).toMatch(/Windows-1252[\s\S]*1 control/);
  });

  it('takes text of any ending, and nothing that is no text', () => {
    expect(readerFor('a.tex')).toBeUndefined();
    expect(readerForBytes('a.tex', new TextEncoder().encode('\\section{A}'))).toBeDefined();
    expect(readerForBytes('a.odt', new TextEncoder().encode('PK\u0003\u0004'))).toBeUndefined();
  });
});

describe('a Marp deck', () => {
  const deck = [
    '---', 'marp: true', 'theme: gaia', '---', '# Tides', '', '<!-- _class: lead -->', '', '![bg right:40%](x.png)', '', '- moon', '- sun', '', '<!--',
    'Say this slowly.', '-->', '', '---', '', '```yaml', '---', 'a: 1', '```', '', '***', '', '![w:300 A ship](y.png)', '', '___', '', '## Ebb', '', '### Twice a day', '', 'Water falls.', '',
  ].join('\n'); // prettier-ignore

  it('keeps its slides, titles, notes and pictures, and names what it leaves out', async () => {
    const { lesson, report, source, outline } = await imported('deck.md', deck, { 'x.png': png });
    expect(lesson.title).toBe('Tides');
    const slides = lesson.sections.flatMap((section) => section.slides);
    expect(slides.map(({ layout }) => layout)).toEqual(['title', 'bullets', 'code', 'section', 'statement']);
    expect(slides[1]?.notes).toBe('Say this slowly.');
    expect(slides[1]?.fields.image).toEqual({ src: 'x.png', alt: 'TODO: Tides' });
    expect(source).toContain('::: notes');
    expect(source).toContain('![A ship](y.png)');
    expect(outline).toContain('**Twice a day**');
    expect(report.join('\n')).toMatch(/line 1: .*marp: true[\s\S]*line 7: .*_class: lead[\s\S]*y\.png is not there/);
  });

  it('is divided at headings where it says so', async () => {
    const { source } = await imported('deck.md', '---\nmarp: true\nheadingDivider: 2\n---\n# A\n\na\n\n## B\n\nb\n');
    expect(source.match(/^## /gm)).toHaveLength(2);
  });
});

describe('HTML', () => {
  const page = `<html lang="en"><head><meta charset="utf-8"><title>My page</title><script>x("<p>no</p>")</script></head><body>
<header><a href="/">Home</a></header><nav>Menu</nav><main><h1>Seas</h1><p>A <b>sea </b>is <code>a*b</code>, see <a href="https://x.org/a b">there</a>.</p>
<dl><dt>Ebb</dt><dd>Water falls.</dd></dl><table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table>
<ol start=3><li>Three<ul><li>inner</ul><li>Four</ol><pre><code class="language-py">f()</code></pre>
<p>H<sub>2</sub>O and <math><annotation encoding="application/x-tex">x^2</annotation></math></p></main><footer>Imprint</footer></body></html>`;

  it('keeps marks, links, code, formulas and tables, and names what stands around the text', async () => {
    const { source, report, lesson } = await imported('a.html', page);
    expect(lesson.title).toBe('Seas');
    for (const part of [
      'A **sea** is `a*b`',
      '[there](<https://x.org/a%20b>)',
      '- **Ebb**: Water falls.',
      '| 1 | 2 |\n|  | 3 |',
      '3. Three\n\n    - inner\n\n4. Four',
      '~~~py\nf()',
      'H<sub>2</sub>O',
      '$x^2$',
    ])
      // prettier-ignore
      expect(source).toContain(part);
    expect(source).not.toMatch(/Imprint|Home|Menu/);
    expect(report.join('\n')).toMatch(/<nav>[\s\S]*outside <main>/);
  });

  it('keeps a paragraph after a list a paragraph', async () => {
    expect((await imported('a.html', '<ul><li>a</ul><p>After.</p>')).source).toContain('\n\nAfter.');
  });
});

/** A Word document with some XML for its body. */
async function docx(body: string, others: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="${office}/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`;
  const relations = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const zip = new JSZip();
  zip.file('_rels/.rels', relations(relation('r', 'officeDocument', 'word/document.xml')));
  zip.file('word/_rels/document.xml.rels', relations(relation('f', 'footnotes', 'footnotes.xml')));
  zip.file('word/document.xml', `<w:document ${names}><w:body>${body}</w:body></w:document>`);
  for (const [name, inner] of Object.entries(others)) zip.file(name, inner.replace('NAMES', names));
  return zip.generateAsync({ type: 'uint8array' });
}
const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

describe('plain text', () => {
  it('may begin a list right under the line that leads to it', async () => {
    const text = 'Light\n\nPlants make food.\n\nPhases\n1. Water is parted.\n2. Carbon is bound.\n\nIt is slow.\n';
    const { lesson } = await imported('a.txt', text);
    expect(lesson.source?.sections.flatMap(({ statements }) => statements.map((one) => one.text))).toEqual([
      'Plants make food.',
      'Water is parted.',
      'Carbon is bound.',
      'It is slow.',
    ]);
  });
});

describe('what a text is written in', () => {
  it.each([
    ['ar', 'التمثيل الضوئي هو عملية. ينتج عنها الأكسجين.'],
    ['he', 'פוטוסינתזה היא תהליך. היא מתרחשת בצמחים.'],
    ['ja', '光合成は植物の働きです。酸素が出ます。'],
    ['zh', '光合作用是植物的过程。它产生氧气。'],
    ['el', 'Η φωτοσύνθεση είναι διαδικασία. Παράγει οξυγόνο.'],
    ['de', 'Die Zelle ist von einer Membran umgeben. Sie lässt Wasser durch.'],
  ])('is seen: %s', async (lang, text) => {
    expect((await imported('a.txt', text)).lesson.lang).toBe(lang);
  });

  it('may have no capitals', async () => {
    const { lesson } = await imported('a.txt', 'the cell is small. it has a wall, e.g. of fat. water goes in.\n');
    expect(lesson.source?.sections.flatMap(({ statements }) => statements.map(({ text }) => text))).toEqual([
      'the cell is small.',
      'it has a wall, e.g. of fat.',
      'water goes in.',
    ]);
  });

  it.each([
    ['a.tex', '\\documentclass{article}\nSome text.', 'latex'],
    ['a.org', '* Head\nSome text.', 'org'],
    ['a.rst', 'Head\n====\n\n.. note:: Some text.', 'rst'],
    ['a.txt', '\\documentclass{article}\n\\begin{document}\nSome text.', 'latex'],
  ])('is told where its marks are not read: %s', async (name, text, from) => {
    expect((await imported(name, text)).report.join('\n')).toContain(`pandoc -f ${from} -t markdown`);
  });

  it('is not guessed from words', async () => {
    expect((await imported('a.txt', 'A section {of} text about documents.')).report.join('\n')).not.toContain('pandoc');
  });
});

describe('a page', () => {
  it.each([
    ['<mfrac><mi>F</mi><mi>A</mi></mfrac>', '\\frac{F}{A}'],
    ['<msup><mi>x</mi><mn>2</mn></msup><mo>≤</mo><mi>π</mi>', '{x}^{2}\\le \\pi'],
    ['<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msqrt><mi>i</mi><mo>+</mo><mn>1</mn></msqrt>', '\\sum _{i}^{n}\\sqrt{i+1}'],
    ['<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>', '\\begin{matrix}a & b \\\\ \\end{matrix}'],
    ['<mover><mi>v</mi><mo>→</mo></mover><mtext>if 5 %</mtext>', '\\vec{v}\\text{if 5 \\%}'],
    ['<semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics>', 'x_1'],
  ])('keeps a formula: %s', async (inner, tex) => {
    const { source } = await imported('a.html', `<p>So <math>${inner}</math> holds.</p>`);
    expect(source).toContain(`So $${tex}$ holds.`);
  }); // prettier-ignore

  it('keeps pictures that stand in the text itself', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const result = await imported(
      'a.html',
      `<h2>A</h2><p>One.</p><img alt="A dot" src="data:image/png;base64,${png}">`,
    );
    expect(result.files.get('images/picture-1.png')).toBeInstanceOf(Uint8Array);
    expect(result.source).toContain('![A dot](<images/picture-1.png>)');
  });

  it('keeps a sentence that leads to a table of headers alone, and rows that name themselves', async () => {
    const head = '<tr><th>Mineral</th><th>Salt</th></tr>';
    const told = async (rows: string): Promise<readonly string[]> => {
      const text = `# T\n\n## A\n\nThese are found:\n\n<table>${rows}</table>\n\nIt ends here.\n`;
      const { lesson } = await imported('a.md', text);
      const linked = lesson.sections.flatMap(({ slides }) => slides.flatMap(({ covers }) => covers));
      const all = lesson.source?.sections.flatMap(({ statements }) => statements) ?? [];
      expect(new Set(linked.map(({ statement }) => statement))).toEqual(new Set(all.map(({ id }) => id)));
      return all.map((one) => one.text);
    };
    expect(await told(head)).toEqual(['These are found:', 'It ends here.']);
    expect(await told(`${head}<tr><th>Formula</th><th>NaCl</th></tr>`)).toContain('Formula · NaCl');
  });

  it('loses no word, whatever it is made of', async () => {
    const word = fc.constantFrom('amber', 'birch', 'cedar', 'delta', 'ember', 'fjord');
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const around = (name: string) => (inner: string) => `<${name}>${inner}</${name}>`;
    const inline = fc.oneof(
      words,
      ...['b', 'em', 'a', 'code', 'span', 'sup', 'q'].map((name) => words.map(around(name))),
    );
    const block = fc.oneof(
      ...['p', 'h2', 'h3', 'div', 'li', 'blockquote', 'pre', 'figcaption', 'dt', 'dd', 'td', 'section'].map((name) =>
        inline.map(around(name)),
      ),
      fc.array(inline, { minLength: 1 }).map((items) => `<ul>${items.map(around('li')).join('')}</ul>`),
      fc.array(inline, { minLength: 1 }).map((cells) => `<table><tr>${cells.map(around('td')).join('')}</tr></table>`),
      fc
        .tuple(inline, inline)
        .map(([a, b]) => `<table><tr><td>${a}<table><tr><td>${b}</td></tr></table></td></tr></table>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        const html = blocks.join('\n');
        const count = (text: string): number => text.match(/amber|birch|cedar|delta|ember|fjord/g)?.length ?? 0;
        const { source } = await imported('a.html', `<body>${html}</body>`);
        expect(count(source)).toBe(count(html));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a Word document', () => {
  it.each([
    ['a fraction', `<m:f><m:num>${m('a')}</m:num><m:den>${m('b')}</m:den></m:f>`, '\\frac{a}{b}'],
    ['a root', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${m('x')}</m:e></m:rad>`, '\\sqrt{x}'],
    ['a cube root', `<m:rad><m:deg>${m('3')}</m:deg><m:e>${m('x')}</m:e></m:rad>`, '\\sqrt[3]{x}'],
    ['a power', `<m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>`, '{x}^{2}'],
    ['a sum', `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${m('i')}</m:sub><m:sup>${m('n')}</m:sup><m:e>${m('i')}</m:e></m:nary>`, '\\sum_{i}^{n} i'],
    ['brackets', `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e>${m('x')}</m:e></m:d>`, '\\left\\{ x \\right.'],
    ['a matrix', `<m:m><m:mr><m:e>${m('a')}</m:e><m:e>${m('b')}</m:e></m:mr></m:m>`, '\\begin{matrix} a & b \\end{matrix}'],
    ['a function', `<m:func><m:fName>${m('sin')}</m:fName><m:e>${m('x')}</m:e></m:func>`, '\\sin x'],
    ['a vector', `<m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr><m:e>${m('v')}</m:e></m:acc>`, '\\vec{v}'],
  ])('gives %s as TeX', async (_, formula, tex) => {
    const { source } = await imported('a.docx', await docx(p(r('Let ') + `<m:oMath>${formula}</m:oMath>` + r(' be.'))));
    expect(source).toContain(`Let $${tex}$ be.`);
  }); // prettier-ignore

  it('keeps a formula on its own line and footnotes, and names a chart, comments and deleted text with their place', async () => {
    const display = p(`<m:oMathPara><m:oMath>${m('E=mc')}</m:oMath></m:oMathPara>`);
    const body = `${p(`${r('Energy is mass.')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}${display}${p('<w:r><c:chart/></w:r>')}${p('<w:del><w:r><w:delText>old words</w:delText></w:r></w:del>')}`;
    const footnotes =
      '<w:footnotes NAMES><w:footnote w:id="2"><w:p><w:r><w:t>By Einstein.</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const comments =
      '<w:comments NAMES><w:comment w:id="0"><w:p><w:r><w:t>Check!</w:t></w:r></w:p></w:comment></w:comments>';
    const result = await imported(
      'a.docx',
      await docx(body, { 'word/footnotes.xml': footnotes, 'word/comments.xml': comments }),
    );
    expect(result.source).toContain('$$\nE=mc\n$$');
    expect(result.source).toMatch(/Energy is mass\.\[\^1\][\s\S]*\[\^1\]: By Einstein\./);
    expect(result.report.join('\n')).toMatch(
      /chart is left out, behind “Energy is mass\.”[\s\S]*“old words”[\s\S]*Comments are left out: “Check!”/,
    );
    expect(layouts(result)).toContain('formula');
  });

  it('knows headings by styles of the author’s own and by their outline level', async () => {
    const style = (id: string, name: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles = `<w:styles NAMES>${style('Heading1', 'heading 1', '')}${style('Kop', "Het 'hoofd'", '<w:basedOn w:val="Heading1"/>')}${style('Sub', 'Tussenkop', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}${style('Body', 'Lopende tekst', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}</w:styles>`;
    const styled = (id: string, text: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>${r(text)}`);
    const body = [
      styled('Kop', 'Eerste deel'),
      styled('Sub', 'Onderdeel'),
      styled('Body', 'Een zin.'),
      p(`<w:pPr><w:outlineLvl w:val="0"/></w:pPr>${r('Tweede deel')}`),
      p(r('Nog een zin.')),
    ];
    const { source, report } = await imported('a.docx', await docx(body.join(''), { 'word/styles.xml': styles }));
    expect(source.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Eerste deel',
      '## Onderdeel',
      '# Tweede deel',
    ]);
    expect(source).toContain('\nEen zin.');
    expect(report.join('\n')).not.toContain('Word');
  });

  it('keeps the text of boxes once, whichever program wrote them', async () => {
    const inner = (text: string) => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
    const shape = (text: string) => `<w:drawing><wps:wsp><wps:txbx>${inner(text)}</wps:txbx></wps:wsp></w:drawing>`;
    const old = (text: string) => `<w:pict><v:shape><v:textbox>${inner(text)}</v:textbox></v:shape></w:pict>`;
    const both = (text: string) =>
      `<w:r><mc:AlternateContent><mc:Choice>${shape(text)}</mc:Choice><mc:Fallback>${old(text)}</mc:Fallback></mc:AlternateContent></w:r>`;
    const body = `${p(r('Before one.') + `<w:r>${shape('Box alone.')}</w:r>`)}${p(r('Before two.') + both('Box twice.'))}${p(r('After.'))}`;
    const { source } = await imported('a.docx', await docx(body));
    expect(source.match(/Box alone\./g)).toHaveLength(1);
    expect(source.match(/Box twice\./g)).toHaveLength(1);
    expect(source.indexOf('Box alone.')).toBeLessThan(source.indexOf('Before two.'));
  });
});
