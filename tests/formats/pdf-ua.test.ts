import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../src/formats/pdf/finish.ts';
import { formulaMark, prepareTags, readSlides, undoTags, type TagInput } from '../../src/formats/pdf/tags/index.ts';
import { checkPdfUa } from '../../src/formats/pdf/rules/index.ts';
import { createBrowserPool, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { inspectPdf, printPdf } from './pdf-support.ts';

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Slides with everything that Chrome leaves undone. */
const slides = [
  `<h2>First</h2><p>Plain, <span lang="de">deutsch</span>, <strong>bold</strong> and <em>slanted</em>.</p>
   <ul><li>one</li><li><p>two</p></li></ul><ol start="3"><li>three</li></ol>
   <footer>Course 7</footer>`,
  `<h4>Deeper at once</h4>
   <table><tr><th scope="col">A</th><th scope="col"></th></tr><tr><td>1</td><td></td></tr>
   <tr><td><span class="katex"><span class="katex-mathml"><math aria-label="x squared"><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>x</span><sup>2</sup></span></span></td><td>y</td></tr></table>`,
  `<h2>Pictures</h2><figure><img alt="A dot" src="${pixel}"></figure>
   <figure><svg role="img" aria-label="Two bars" width="300" height="90" viewBox="0 0 300 90"><rect width="90" height="90" fill="#c00"/><line x2="300" y2="90" stroke="#000"/><text x="120" y="50">bars</text></svg></figure>
   <svg role="img" aria-label="A line" width="90" height="90" viewBox="0 0 90 90"><path d="M0 0h90" stroke="#000"/></svg>
   <div role="figure"><p>Grouped</p></div><img alt="" src="${pixel}"><p>See <a href="https://example.org/a">the first of two quite long
   links</a> and <a href="https://example.org/b">another</a>.</p>`,
];

const html = (
  parts: readonly string[],
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>
<style>@page{size:1280px 720px;margin:0} body{margin:0} section{width:1280px;height:720px;break-after:page;overflow:hidden;background:#eef;position:relative}
section::after{content:"7";position:absolute;right:20px;bottom:10px;height:20px} td,th{border:1px solid #999} footer{position:absolute;left:20px;bottom:10px}</style>
<main id="deck">${parts.map((part) => `<section><div class="marker">Part</div>${part}</section>`).join('')}</main>`;

const place = (start: number) => ({ file: 'lesson.yaml', start, end: start + 1 });

const metadata = { title: 'T', authors: [], lang: 'en' };
const titles = ['First', 'Deeper at once', 'Pictures'];

describe('the structure of a deck as PDF', () => {
  let pool: BrowserPool;
  beforeAll(() => {
    pool = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });
  });
  afterAll(() => pool[Symbol.asyncDispose]());

  async function print(
    text: string,
    { prepare = true, ...more }: Partial<TagInput> & { readonly prepare?: boolean } = {},
  ) {
    const printed = await pool.run('x', async (page) => {
      await page.load(text);
      await page.evaluate(prepareTags, formulaMark);
      const facts = await page.evaluate(readSlides);
      if (!prepare) await page.evaluate(undoTags);
      return { facts, bytes: await page.print() };
    });
    if (!printed.ok) throw new Error(printed.diagnostics[0]?.message);
    const { facts, bytes } = printed.value;
    return { facts, printed: bytes, ...finishPdf(bytes, metadata, { slides: facts, titles, ...more }) };
  }

  const rulesOf = (bytes: Uint8Array): readonly string[] =>
    [...new Set(checkPdfUa(bytes).map(({ rule }) => rule))].sort();

  it('breaks many rules as the browser prints it, and none when it is completed', async () => {
    const { bytes, flaws, printed } = await print(html(slides));
    expect(rulesOf(printed)).toEqual(
      expect.arrayContaining(['5-1', '7.1-3', '7.1-5', '7.18.5-2', '7.2-20', '7.4.2-1']),
    );
    expect(flaws).toEqual([]);
    expect(checkPdfUa(bytes)).toEqual([]);
  });

  it.each([
    ['emphasis', ['7.1-5']],
    ['figures', ['7.3-1']],
    ['lists', ['7.2-20']],
    ['headings', ['7.4.2-1']],
    ['artifacts', ['7.1-3']],
    ['links', ['7.18.1-2', '7.18.5-2']],
  ] as const)('needs the repair of %s', async (repair, rules) => {
    const { bytes, flaws } = await print(html(slides), { without: [repair] });
    // And then the file claims nothing.
    expect(rulesOf(bytes)).toEqual(['5-1', ...rules]);
    expect(new Set(flaws.map(({ kind }) => kind))).toEqual(new Set(['rule']));
  });

  it('makes no claim when the page was not prepared: its formulas and empty cells are lost', async () => {
    const { flaws, bytes } = await print(html(slides), { prepare: false });
    expect(flaws.map(({ slide }) => slide)).toContain(1);
    expect(rulesOf(bytes)).toContain('5-1');
  });

  it('says formulas, titles of slides and words of links, and where figures stand', async () => {
    const { bytes } = await print(html(slides));
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/\/S \/Formula\n\/Alt \(x squared\)/);
    expect(raw).toMatch(/\/S \/Span\n(?:\/\w+ [^\n]*\n)*\/Lang \(de\)/);
    expect(raw).toMatch(/\/S \/Sect\n\/T \(Deeper at once\)/);
    expect(raw).toContain('/Contents (the first of two quite long links)');
    expect(raw).toMatch(/\/S \/Figure\n\/Alt \(A line\)/);
    expect(raw).toMatch(/\/Alt \(Two bars\)[\s\S]{0,60}\/BBox \[/);
  });

  it('says what runs from right to left in the order of reading, and calls slides by their headings', async () => {
    const mixed = `<div dir="rtl" lang="he"><h2>לפני ואחרי</h2><p>שלום <strong>עולם</strong> (3 mm) – סוף</p></div>`;
    const formula = `<h2>So <span class="katex"><span class="katex-mathml"><math aria-label="x squared"><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x<sup>2</sup></span></span> it is</h2>`;
    const { bytes, flaws } = await print(html([mixed, formula]));
    expect(flaws).toEqual([]);
    const { outline } = await inspectPdf(bytes);
    expect(outline.map(({ title }) => title)).toEqual(['לפני ואחרי', 'So x² it is']);
    const actual = Buffer.from('לפני ואחרי', 'utf16le').swap16().toString('hex').toUpperCase();
    expect(Buffer.from(bytes).toString('latin1')).toContain(`/ActualText <FEFF${actual}>`);
  });

  it('keeps the hyphens of the ends of lines only', async () => {
    const word = 'Rechts\u00adschutz\u00adversicherungs\u00adgesellschaft';
    const { bytes, flaws } = await print(html([`<h2>A</h2><p style="width:16em">${word}</p><p>${word}</p>`]));
    expect(flaws).toEqual([]);
    const { pages } = await inspectPdf(bytes);
    expect(pages[0]?.text).toContain('Rechtsschutzversicherungsgesellschaft');
  });

  it.each(['wrap', 'pretty', 'balance'])('moves no line when hyphens go (text-wrap: %s)', async (wrap) => {
    const words =
      'Die Rechts\u00adschutz\u00adver\u00adsiche\u00adrung der Gesell\u00adschaft über\u00adnimmt Gerichts\u00adkosten und Gut\u00adachten im Ver\u00adfahren';
    const texts = Array.from(
      { length: 60 },
      (_, i) => `<p style="width:${180 + 9 * i}px;text-wrap:${wrap}">${words}</p>`,
    );
    const widths = `JSON.stringify(Array.from(document.querySelectorAll('p'), (p) => {
      const range = document.createRange();
      range.selectNodeContents(p);
      return Array.from(range.getClientRects(), ({ width }) => Math.round(width / 4));
    }))`;
    const result = await pool.run('x', async (page) => {
      await page.load(html([`<h2>A</h2>${texts.join('')}`]));
      const before = await page.evaluate<string>(widths);
      await page.evaluate(prepareTags, formulaMark);
      const after = await page.evaluate<string>(widths);
      const kept = await page.evaluate<number>(`document.body.textContent.split('\u00ad').length - 1`);
      return { before, after, kept };
    });
    if (!result.ok) throw new Error(result.diagnostics[0]?.message);
    const { before, after, kept } = result.value;
    expect(after).toBe(before);
    // Of 60 times 10, those at which no line ends are gone where that moves nothing.
    expect(kept).toBeLessThan(300);
  });

  it.each([
    ['a list whose filter makes it a picture', '<ul style="filter:blur(1px)"><li>gone</li></ul>', 'lost-text'],
    ['a picture that says nothing', `<img src="${pixel}">`, 'unnamed-picture'],
    ['a shadow that doubles its words', '<p style="text-shadow:1px 1px #000">twice</p>', 'extra-text'],
    ['a character that no font has', '<p>\u{1F9FF}\uE123 x</p>', 'missing-glyph'],
  ])('makes no claim for %s', async (_, content, kind) => {
    const { flaws, bytes } = await print(html([`<h2>A</h2>${content}`]));
    expect(flaws).toEqual([expect.objectContaining({ slide: 0, kind })]);
    expect(rulesOf(bytes)).toContain('5-1');
  });

  it('tells at which slide the claim fails', async () => {
    const text = html(['<h2>A</h2><p>good</p>', '<h2>B</h2><ul style="filter:blur(1px)"><li>gone</li></ul>']);
    const printed = await printPdf(pool, text, { ...metadata, titles: ['A', 'B'], places: [place(1), place(2)] });
    expect(printed.diagnostics.map(({ code, at }) => [code, at])).toEqual([['pdf/not-accessible', place(2)]]);
  });

  it('leaves the page as it was', async () => {
    const result = await pool.run('x', async (page) => {
      await page.load(html(slides));
      const before = await page.evaluate<string>('document.body.outerHTML');
      await page.evaluate(prepareTags, formulaMark);
      const between = await page.evaluate<string>('document.body.outerHTML');
      await page.evaluate(undoTags);
      return { before, between, after: await page.evaluate<string>('document.body.outerHTML') };
    });
    if (!result.ok) throw new Error(result.diagnostics[0]?.message);
    expect(result.value.between).not.toBe(result.value.before);
    expect(result.value.after).toBe(result.value.before);
  });
});
