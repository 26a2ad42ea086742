import { beforeAll, describe, expect, it } from 'vitest';
import { readDictionary, writeDictionary } from '../../src/formats/pdf/dictionary.ts';
import { finishPdf } from '../../src/formats/pdf/finish.ts';
import { objectText, readPdf, setObject, writePdf, type PdfFile } from '../../src/formats/pdf/objects.ts';
import { checkPdfUa, uaRules } from '../../src/formats/pdf/rules/index.ts';
import { formulaMark, prepareTags, readSlides } from '../../src/formats/pdf/tags/index.ts';
import { readStream, referenceIn, writeStream } from '../../src/formats/pdf/tags/streams.ts';
import { createBrowserPool, findBrowser } from '../../src/host/index.ts';

/** How many rules each clause has in the machine-readable profile of PDF/UA-1. */
const clauses: Readonly<Record<string, readonly number[]>> = {
  '5': [1, 2, 3, 4, 5],
  '6.1': [1],
  '6.2': [1],
  '7.1': Array.from({ length: 12 }, (_, i) => i + 1),
  '7.2': Array.from({ length: 42 }, (_, i) => i + 2).filter((number) => number !== 35),
  '7.3': [1],
  '7.4.2': [1],
  '7.4.4': [1, 2, 3],
  '7.5': [1, 2],
  '7.7': [1],
  '7.9': [1, 2],
  '7.10': [1, 2],
  '7.11': [1],
  '7.15': [1],
  '7.16': [1],
  '7.18.1': [1, 2, 3],
  '7.18.2': [1],
  '7.18.3': [1],
  '7.18.4': [1, 2],
  '7.18.5': [1, 2],
  '7.18.6.2': [1, 2],
  '7.18.8': [1],
  '7.20': [1, 2],
  '7.21.3.1': [1],
  '7.21.3.2': [1],
  '7.21.3.3': [1, 2, 3],
  '7.21.4.1': [1, 2],
  '7.21.4.2': [1, 2],
  '7.21.5': [1],
  '7.21.6': [1, 2, 3, 4],
  '7.21.7': [1, 2],
  '7.21.8': [1],
};

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>
<style>@page{size:640px 480px;margin:0} body{margin:0} section{width:640px;height:480px;break-after:page;overflow:hidden;background:#eef;position:relative}</style>
<main id="deck"><section><h2>One</h2><ul><li>a</li><li>b</li></ul><p>See <a href="https://example.org/">there</a>.</p></section>
<section><h2>Two</h2><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>
<svg role="img" aria-label="Bars" width="90" height="90" viewBox="0 0 90 90"><rect width="20" height="20"/></svg></section></main>`;

/** Numbers of the elements of a type. */
const elements = (file: PdfFile, type: string): readonly number[] =>
  [...file.objects]
    .filter(
      ([, object]) => object.includes('/StructElem') && new RegExp(`/S /${type}\\b`).test(object.toString('latin1')),
    )
    .map(([number]) => number);

/** Changes the entries of an object; an entry without value goes. */
function change(file: PdfFile, number: number, entries: Readonly<Record<string, string | undefined>>): void {
  const dictionary = readDictionary(objectText(file, number));
  for (const [key, value] of Object.entries(entries))
    if (value === undefined) dictionary.delete(key);
    else dictionary.set(key, value);
  setObject(file, number, writeDictionary(dictionary));
}

const changeFirst = (type: string, entries: Readonly<Record<string, string | undefined>>) => (file: PdfFile) =>
  change(file, elements(file, type)[0] ?? 0, entries);
const changeCatalog = (entries: Readonly<Record<string, string | undefined>>) => (file: PdfFile) =>
  change(file, file.root, entries);
const changeAll = (mark: string, entries: Readonly<Record<string, string | undefined>>) => (file: PdfFile) => {
  for (const [number, object] of [...file.objects])
    if (!object.includes('stream\n') && object.includes(mark)) change(file, number, entries);
};

function changePage(file: PdfFile, edit: (text: string) => string): void {
  const [page = 0] = [...file.objects].find(([, object]) => object.includes('/Type /Page\n')) ?? [];
  const stream = referenceIn(readDictionary(objectText(file, page)).get('Contents')) ?? 0;
  const { dictionary, text } = readStream(file, stream);
  writeStream(file, stream, dictionary, edit(text));
}

function changeXmp(file: PdfFile, edit: (text: string) => string): void {
  const number = referenceIn(readDictionary(objectText(file, file.root)).get('Metadata')) ?? 0;
  const { dictionary, text } = readStream(file, number);
  writeStream(file, number, dictionary, edit(text));
}

/** A file with one thing wrong, and the rules that it breaks. */
const mutations: readonly (readonly [name: string, mutate: (file: PdfFile) => void, rules: readonly string[]])[] = [
  ['no claim', (file) => changeXmp(file, (xmp) => xmp.replace(/<pdfuaid.*?part>/, '')), ['5-1']],
  ['a claim for another part', (file) => changeXmp(file, (xmp) => xmp.replace('>1</pdfuaid', '>2</pdfuaid')), ['5-2']],
  ['no title', (file) => changeXmp(file, (xmp) => xmp.replace(/<dc:title>.*?<\/dc:title>/, '')), ['7.1-9']],
  ['not marked', changeCatalog({ MarkInfo: '<</Marked false>>' }), ['6.2-1']],
  ['suspect', changeCatalog({ MarkInfo: '<</Marked true /Suspects true>>' }), ['7.1-4']],
  ['a title that is not shown', changeCatalog({ ViewerPreferences: '<<>>' }), ['7.1-10']],
  ['a language that is none', changeCatalog({ Lang: '(very long language)' }), ['7.2-29']],
  ['a form', changeCatalog({ AcroForm: '<</Fields []>>' }), ['7.15-1', '7.18.1-3', '7.18.4-1']],
  ['layers', changeCatalog({ OCProperties: '<<>>' }), ['7.10-1', '7.10-2']],
  ['a type that nobody knows', changeFirst('P', { S: '/Strong' }), ['7.1-5']],
  ['an element without parent', changeFirst('P', { P: undefined }), ['7.1-12']],
  ['a list item in a group', changeFirst('L', { S: '/Sect' }), ['7.2-17']],
  ['a paragraph in a list item', changeFirst('LBody', { S: '/P' }), ['7.2-20']],
  ['a row in a group', changeFirst('Table', { S: '/Sect' }), ['7.2-4']],
  ['a cell in a row that is none', changeFirst('TD', { S: '/P' }), ['7.2-10', '7.2-43']],
  ['a cell that reaches too far', changeFirst('TD', { A: '<</O /Table /ColSpan 2>>' }), ['7.2-42']],
  ['a cell that reaches below', changeFirst('TD', { A: '<</O /Table /RowSpan 3>>' }), ['7.2-41']],
  ['a row as head of a table', changeFirst('TR', { S: '/THead' }), ['7.2-14', '7.2-36', '7.2-8']],
  ['a row as foot of a table', changeFirst('TR', { S: '/TFoot' }), ['7.2-13', '7.2-38', '7.2-8']],
  [
    'heads without scope',
    (file) => {
      changeAll('/S /TH\n', { A: undefined })(file);
      changeAll('/S /TD\n', { A: undefined })(file);
    },
    ['7.5-2'],
  ],
  [
    'a cell that names a head that is not there',
    (file) => {
      changeAll('/S /TH\n', { A: undefined })(file);
      changeAll('/S /TD\n', { A: '<</O /Table /Headers [(nobody)]>>' })(file);
    },
    ['7.5-1'],
  ],
  ['a figure without alternative', changeFirst('Figure', { Alt: undefined }), ['7.3-1']],
  ['a formula without alternative', changeFirst('Formula', { Alt: '()' }), ['7.7-1']],
  ['a level that is skipped', changeFirst('H1', { S: '/H3' }), ['7.4.2-1']],
  ['two kinds of headings', changeFirst('H1', { S: '/H' }), ['7.4.4-2', '7.4.4-3']],
  ['a note without id', changeFirst('P', { S: '/Note' }), ['7.9-1']],
  ['a link without words', changeAll('/Subtype /Link', { Contents: undefined }), ['7.18.1-2', '7.18.5-2']],
  ['a link in a paragraph', changeFirst('Link', { S: '/Span' }), ['7.18.5-1']],
  ['tabs in the order of the page', changeAll('/Type /Page\n', { Tabs: undefined }), ['7.18.3-1']],
  ['a remark of somebody', changeAll('/Subtype /Link', { Subtype: '/Text' }), ['7.18.1-1']],
  ['paint without mark', (file) => changePage(file, (text) => `${text}\n0 0 9 9 re f`), ['7.1-3']],
  [
    'a mark that nothing names',
    (file) => changePage(file, (text) => text.replace(/\/MCID 1 /, '/MCID 99 ')),
    ['7.1-3'],
  ],
  [
    'an artifact in a tag',
    (file) => changePage(file, (text) => text.replace(/(\/MCID \d+ >>BDC\n)/, '$1/Artifact BMC EMC ')),
    ['7.1-1'],
  ],
  [
    'a tag in an artifact',
    (file) =>
      changePage(file, (text) => text.replace(/(\/\w+ <<\/MCID \d+ >>BDC)([\s\S]*)$/, '/Artifact BMC $1$2 EMC')),
    ['7.1-2'],
  ],
  ['a parent tree that leads astray', changeAll('/ParentTree\n', { Nums: '[]' }), ['7.1-3']],
  ['a font that is not in the file', changeAll('/FontDescriptor', { FontFile2: undefined }), ['7.21.4.1-1']],
  ['widths that are not those of the font', changeAll('/CIDFontType2', { W: '[]', DW: '7' }), ['7.21.5-1']],
  ['glyphs without meaning', changeAll('/Type0', { ToUnicode: undefined }), ['7.21.7-1']],
  [
    'an encoding of another kind',
    changeAll('/Type0', { Encoding: '/UniJIS-UCS2-H' }),
    ['7.21.3.1-1', '7.21.3.3-1', '7.21.3.3-2', '7.21.3.3-3'],
  ],
  ['no map of glyphs', changeAll('/CIDFontType2', { CIDToGIDMap: undefined }), ['7.21.3.2-1']],
  ['a set of glyphs', changeAll('/FontFile2', { CIDSet: '1 0 R' }), ['7.21.4.2-2']],
  [
    'a glyph that is missing',
    (file) => changePage(file, (text) => text.replace(/<[0-9A-F]{4}> Tj/, '<0000> Tj')),
    ['7.21.7-1', '7.21.8-1'],
  ],
];

describe('the rules of PDF/UA-1', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    await using pool = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });
    const printed = await pool.run('x', async (page) => {
      await page.load(html);
      await page.evaluate(prepareTags, formulaMark);
      return { slides: await page.evaluate(readSlides), bytes: await page.print() };
    });
    if (!printed.ok) throw new Error(printed.diagnostics[0]?.message);
    const { slides, bytes } = printed.value;
    const finished = finishPdf(bytes, { title: 'T', authors: [], lang: 'en' }, { slides, titles: ['One', 'Two'] });
    expect(finished.flaws).toEqual([]);
    good = finished.bytes;
  });

  it('are all there', () => {
    const expected = Object.entries(clauses).flatMap(([clause, numbers]) =>
      numbers.map((number) => `${clause}-${number}`),
    );
    expect(expected).toHaveLength(106);
    expect(uaRules.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  it('hold for a deck', () => expect(checkPdfUa(good)).toEqual([]));

  it.each(mutations)('find %s', (_, mutate, rules) => {
    const file = readPdf(good);
    mutate(file);
    const broken = checkPdfUa(writePdf(file, () => '0'.repeat(32))).map(({ rule }) => rule);
    expect(broken.sort()).toEqual([...rules].sort());
  });

  it('find a version that is not known', () => {
    const other = Buffer.from(good);
    other.write('%PDF-2.0', 'latin1');
    expect(checkPdfUa(other).map(({ rule }) => rule)).toEqual(['6.1-1']);
  });
});
