import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../src/formats/pdf/finish.ts';
import { documentDate } from '../../src/formats/pdf/index.ts';
import { createBrowserPool, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { inspectPdf, printPdf, type PdfFacts, type PrintOptions } from './pdf-support.ts';

const makePool = (): BrowserPool =>
  createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9"/></svg>')}`;
const deck = (
  slides: number,
  extra = '',
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ignored</title>
<style>@page{size:1280px 720px;margin:0} body{margin:0} section{width:1280px;height:720px;break-after:page;overflow:hidden}</style>
<main id="deck">${Array.from(
  { length: slides },
  (
    _,
    i,
  ) => `<section><h1>Dia ${i + 1}: ≤ één</h1><h2>Onder ${i + 1}</h2><ul><li>een<li>twee</ul><img alt="een cirkel" src="${picture}">
<table><tr><th scope="col">A<th>B<tr><th scope="row">r<td>1</table><a href="https://example.org/">verwijzing</a>${extra}</section>`,
).join('')}</main>`;

const options: PrintOptions = {
  title: 'MDMA & serotonine (één)',
  authors: ['Ann Bé', 'C. <D>'],
  subject: 'Neurofarmacologie',
  lang: 'nl',
  date: new Date('2026-03-04T00:00:00Z'),
};

async function print(pool: BrowserPool, html: string, changes: Partial<PrintOptions> = {}) {
  const printed = await printPdf(pool, html, { ...options, ...changes });
  if (!printed.ok) throw new Error(printed.diagnostics[0]?.message);
  return { bytes: printed.value, diagnostics: printed.diagnostics };
}

describe('printPdf', () => {
  let pool: BrowserPool;
  let facts: PdfFacts;
  let raw: string;

  beforeAll(async () => {
    pool = makePool();
    const printed = await print(pool, deck(5));
    expect(printed.diagnostics).toEqual([]);
    raw = Buffer.from(printed.bytes).toString('latin1');
    facts = await inspectPdf(printed.bytes);
  });
  afterAll(() => pool[Symbol.asyncDispose]());

  it('makes one page of the slide size for each slide', () => {
    expect(facts.pages).toHaveLength(5);
    expect(facts.pages.map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: 5 }, () => [960, 540]),
    );
    expect(facts.pages[2]?.text).toContain('Dia 3: ≤ één');
  });

  it('has an outline from the headings', () => {
    expect(facts.outline.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5].map((n) => `Dia ${n}: ≤ één`));
    expect(facts.outline[0]?.items.map(({ title }) => title)).toEqual(['Onder 1']);
  });

  it('says title, author, subject, language and date, and shows the title', () => {
    expect(facts.info).toMatchObject({
      Title: 'MDMA & serotonine (één)',
      Author: 'Ann Bé, C. <D>',
      Subject: 'Neurofarmacologie',
      Creator: 'Lectern',
      Language: 'nl',
      CreationDate: "D:20260304000000+00'00'",
      ModDate: "D:20260304000000+00'00'",
    });
    expect(raw).toContain('/DisplayDocTitle true');
    expect(facts.xmp).toContain('<rdf:li xml:lang="x-default">MDMA &amp; serotonine (één)</rdf:li>');
    expect(facts.xmp).toContain('<rdf:li>Ann Bé</rdf:li><rdf:li>C. &lt;D&gt;</rdf:li>');
    expect(facts.xmp).toContain('<dc:language><rdf:Bag><rdf:li>nl</rdf:li></rdf:Bag></dc:language>');
    expect(facts.xmp).toContain('<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>');
  });

  it('is tagged', () => {
    expect(facts.marked).toBe(true);
    expect(raw).toContain('/StructTreeRoot');
    expect(facts.pages[0]?.roles).toEqual(
      expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'Figure', 'Table', 'TH', 'TD', 'Link']),
    );
  });

  it('holds nothing of the machine or the moment', () => {
    expect(raw).not.toContain('node00000000');
    expect(raw).toContain('(node00000001)');
    expect(raw).not.toContain(
      `D:${new Date().getUTCFullYear() + 0}${String(new Date().getUTCMonth() + 1).padStart(2, '0')}`,
    );
    expect(raw).not.toContain(process.cwd());
  });

  it('gives the same bytes in whatever order the browser numbers nodes', () => {
    const finish = (text: string) =>
      Buffer.from(finishPdf(Buffer.from(text, 'latin1'), options).bytes).toString('latin1');
    const ids = [...new Set(raw.match(/\(node\d{8}\)/g))];
    expect(ids.length).toBeGreaterThan(5);
    const others = new Map(ids.map((id, i) => [id, ids.at(-1 - i) ?? id]));
    const shuffled = raw.replaceAll(/\(node\d{8}\)/g, (id) => others.get(id) ?? id);
    expect(shuffled).not.toBe(raw);
    expect(finish(shuffled)).toBe(finish(raw));
  });

  it('gives the same bytes in a fresh browser, in a used one, and beside other work', async () => {
    const html = deck(3);
    const used = [await print(pool, html), await print(pool, deck(8, '<p>other')), await print(pool, html)];
    await using fresh = makePool();
    await using busy = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 3 });
    const beside = await Promise.all([print(busy, deck(2)), print(busy, html), print(busy, deck(4))]);
    const all = [used[0], used[2], await print(fresh, html), beside[1]].map((printed) =>
      Buffer.from(printed?.bytes ?? []).toString('base64'),
    );
    expect(new Set(all).size).toBe(1);
  });

  it('tells no date when it knows none', async () => {
    const { title, authors, lang } = options;
    const printed = await printPdf(pool, deck(1), { title, authors, lang });
    const text = printed.ok ? Buffer.from(printed.value).toString('latin1') : '';
    expect(text).toContain('/Creator (Lectern)');
    expect(text).not.toMatch(/CreationDate|ModDate|CreateDate/);
  });

  it('reports pictures and fonts that fail, and refused requests', async () => {
    const html = deck(
      1,
      `<img alt="kapot" src="data:image/png;base64,AAAA"><img src="http://127.0.0.1:9/x.png" alt="ver"><style>@font-face{font-family:Weg;src:url(data:font/woff2;base64,AAAA)} p{font-family:Weg}</style><p>tekst`,
    );
    const { diagnostics } = await print(pool, html);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^pdf\/image-broken .*"kapot"/),
      expect.stringMatching(/^pdf\/image-broken .*"ver"/),
      expect.stringMatching(/^pdf\/font-failed .*"Weg"/),
      expect.stringMatching(/^pdf\/request-refused .*http:\/\/127.0.0.1:9\/x.png/),
      expect.stringMatching(/^pdf\/not-accessible/),
    ]);
  });

  it('passes on that the browser failed', async () => {
    await using none = createBrowserPool({ find: () => findBrowser({ request: '/no/browser', env: {} }), env: {} });
    expect(await printPdf(none, deck(1), options)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'browser/not-found' }],
    });
  });

  it('keeps a PDF in an unknown form as it is, with a warning', async () => {
    const strange: BrowserPool = {
      start: () => undefined,
      version: () => pool.version(),
      run: (label, job) =>
        pool.run(label, (page) => job({ ...page, print: () => Promise.resolve(Buffer.from('%PDF-2.0 compressed')) })),
      show: (...args) => pool.show(...args),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const printed = await printPdf(strange, deck(1), options);
    expect(printed).toMatchObject({ ok: true, diagnostics: [{ code: 'pdf/unfinished' }] });
  });
});

describe('documentDate', () => {
  it('prefers SOURCE_DATE_EPOCH, then the date of the lesson, else none', () => {
    expect(documentDate('2026-03-04', '86400')?.toISOString()).toBe('1970-01-02T00:00:00.000Z');
    expect(documentDate('2026-03-04', undefined)?.toISOString()).toBe('2026-03-04T00:00:00.000Z');
    expect(documentDate('2026-03-04', 'soon')?.toISOString()).toBe('2026-03-04T00:00:00.000Z');
    expect(documentDate('4 maart', undefined)).toBeUndefined();
    expect(documentDate(undefined, undefined)).toBeUndefined();
  });
});
