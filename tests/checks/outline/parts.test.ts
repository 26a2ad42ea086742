import { describe, expect, it } from 'vitest';
import { altTextCheck } from '../../../src/checks/outline/alt-text.ts';
import { deadLinksCheck } from '../../../src/checks/outline/dead-links.ts';
import { mixedLanguageCheck } from '../../../src/checks/outline/mixed-language.ts';
import { referenceIdsCheck } from '../../../src/checks/outline/reference-ids.ts';
import { retractedCheck } from '../../../src/checks/outline/retracted.ts';
import { unusedFilesCheck } from '../../../src/checks/outline/unused-files.ts';
import { unusedReferencesCheck } from '../../../src/checks/outline/unused-references.ts';
import { formsOf, unusedTermsCheck } from '../../../src/checks/outline/unused-terms.ts';
import { cleanSlide, find, outlineOf, places, type Fields } from './support.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="9" height="9"/></svg>';
const files = { 'images/pump.svg': svg };
const picture = (image: Fields): Fields => ({
  ...cleanSlide,
  id: 'p',
  title: 'The picture shows the pump',
  image: { src: 'images/pump.svg', ...image },
});
const work = (more: Fields = {}): Fields => ({
  id: 'w',
  authors: 'Verrico et al.',
  year: '2007',
  title: 'A work',
  ...more,
});
const citing = { ...cleanSlide, id: 'citing', title: 'The pump was measured long ago', cites: ['w'] };

describe('alternative texts', () => {
  it.each([
    ['picture/alt-short', { alt: 'Cell' }],
    ['picture/alt-says-picture', { alt: 'Image of a pump in a membrane' }],
    ['picture/alt-file-name', { alt: 'pump.svg' }],
    ['picture/alt-file-name', { alt: 'pump' }],
    ['picture/alt-repeats', { alt: 'A pump at work.', caption: 'A pump at work' }],
    ['picture/alt-repeats', { alt: 'The picture shows the pump' }],
  ])('%s', async (code, image) => {
    const found = await find(altTextCheck, outlineOf([picture(image)]), { files });
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.source).toBe(image.alt);
  });

  it('picture/alt-missing: in Markdown', async () => {
    const slide = { ...cleanSlide, id: 'p', title: 'The picture shows the pump', body: '![](images/pump.svg)' };
    expect(await places(altTextCheck, outlineOf([slide]), { files })).toEqual([
      'picture/alt-missing: "![](images/pump.svg)"',
    ]);
  });

  it.each([
    ['picture/alt-short', 'Cell'],
    ['picture/alt-says-picture', 'Image of a pump in a membrane'],
    ['picture/alt-file-name', 'pump.svg'],
    ['picture/alt-repeats', 'The picture shows the pump'],
  ])('%s: in Markdown', async (code, alt) => {
    const body = `Words and ![${alt}](images/pump.svg).`;
    const slide = { ...cleanSlide, id: 'p', title: 'The picture shows the pump', body };
    expect((await find(altTextCheck, outlineOf([slide]), { files })).map((one) => one.code)).toEqual([code]);
  });

  it('picture/undescribed: a drawing with no words of its author', async () => {
    const matrix = {
      layout: 'matrix',
      id: 'm',
      title: 'Two cells say it',
      columns: ['A'],
      rows: [{ label: 'x', cells: ['y'] }],
    };
    const found = await find(altTextCheck, outlineOf([matrix]), { files });
    expect(found.map(({ code }) => code)).toEqual(['picture/undescribed']);
    expect(await find(altTextCheck, outlineOf([{ ...matrix, alt: 'One cell that says y.' }]), { files })).toEqual([]);
  });

  it('counts words of every script, and compares titles in every script', async () => {
    const alts = ['价格从一升到四十的折线。', 'دائرة من أربع خطوات متتالية', 'Линия растёт от лития к неону'];
    const slides = alts.map((alt, i) => ({
      ...picture({ alt }),
      id: `p${i}`,
      title: `Ещё ${i} картина ${alt.length}`,
    }));
    expect(await find(altTextCheck, outlineOf(slides), { files })).toEqual([]);
  });

  it('lets a description and a decorative picture pass', async () => {
    const slides = [
      picture({ alt: 'A pump moves three dots through a membrane.' }),
      { ...picture({ decorative: true }), id: 'q' },
    ];
    expect(await find(altTextCheck, outlineOf(slides), { files })).toEqual([]);
  });
});

describe('link/unknown-anchor', () => {
  it('finds links to slides that are not there', async () => {
    const slide = {
      ...cleanSlide,
      id: 'from',
      title: 'This slide links to another',
      notes: 'See [there](#claen) and [here](#clean).',
    };
    const [finding, ...rest] = await find(deadLinksCheck, outlineOf([slide]));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'link/unknown-anchor', help: ['Did you mean #clean?'] });
  });

  it('lets links to slides and to the web pass', async () => {
    const slide = {
      ...cleanSlide,
      id: 'from',
      title: 'This slide links to another',
      notes: '[a](#clean) [b](https://example.org/#x)',
    };
    expect(await find(deadLinksCheck, outlineOf([slide]))).toEqual([]);
  });
});

describe('references', () => {
  it.each([
    ['reference/doi', { doi: '10.1007/s00213.' }],
    ['reference/pmid', { pmid: '0123' }],
    ['reference/year', { year: '2070' }],
    ['reference/url', { url: 'http://example.org/x' }],
  ])('%s', async (code, more) => {
    const outline = outlineOf([citing], { date: '2026-11-23', references: [work(more)] });
    const found = await find(referenceIdsCheck, outline);
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.source).toContain(Object.values(more)[0]);
  });

  it.each(['10.1007/s00213.', '10.1007/s00213;'])('proposes a safe replacement for the DOI %j', async (doi) => {
    const outline = outlineOf([citing], { date: '2026-11-23', references: [work({ doi })] });
    const found = await find(referenceIdsCheck, outline);
    expect(found.map((finding) => finding.fix?.replacement)).toEqual(['"10.1007/s00213"']);
  });

  it('lets well-formed identifiers and years without a number pass', async () => {
    const good = work({
      doi: '10.1016/S0893-133X(00)00126-3',
      pmid: '16220332',
      url: 'https://example.org',
      year: '2014a',
    });
    const undated = { ...work(), id: 'n', year: 'n.d.' };
    expect(
      await find(referenceIdsCheck, outlineOf([citing], { date: '2026-11-23', references: [good, undated] })),
    ).toEqual([]);
  });

  it('reference/not-cited: what no slide cites', async () => {
    expect(await places(unusedReferencesCheck, outlineOf([], { references: [work()] }))).toEqual([
      'reference/not-cited: w',
    ]);
    expect(await find(unusedReferencesCheck, outlineOf([citing], { references: [work()] }))).toEqual([]);
    const listed = { layout: 'references', title: 'Sources', only: ['w'] };
    expect(await find(unusedReferencesCheck, outlineOf([listed], { references: [work()] }))).toEqual([]);
  });

  it('reference/retracted: unless the slide says so', async () => {
    const references = [work({ retracted: true })];
    const found = await find(retractedCheck, outlineOf([citing], { references }));
    expect(found.map(({ code, source }) => `${code}: ${source}`)).toEqual(['reference/retracted: w']);
    const honest = { ...citing, body: 'This work was retracted in 2024.' };
    expect(await find(retractedCheck, outlineOf([honest], { references }))).toEqual([]);
    expect(await find(retractedCheck, outlineOf([citing], { references: [work()] }))).toEqual([]);
  });
});

describe('files/unused', () => {
  it('finds pictures and data that no slide names', async () => {
    const more = { 'images/old.svg': svg, 'data/deep/x.csv': 'a,b\n1,2\n', ...files };
    const outline = outlineOf([picture({ alt: 'A pump moves dots.' })]);
    const found = await find(unusedFilesCheck, outline, { files: more });
    expect(found.map(({ code, at }) => `${code} ${at?.file}`)).toEqual([
      'files/unused lessons/x/images/old.svg',
      'files/unused lessons/x/data/deep/x.csv',
    ]);
    expect(await find(unusedFilesCheck, outline, { files })).toEqual([]);
  });
});

describe('glossary/unused', () => {
  const glossary = [
    { term: 'Transporter', definition: 'Carries things.' },
    { term: 'Autoreceptor', definition: 'Slows release.' },
  ];
  it('finds terms that occur nowhere', async () => {
    expect(await places(unusedTermsCheck, outlineOf([], { glossary }))).toEqual(['glossary/unused: Autoreceptor']);
  });

  it('takes each of several names, with other endings', async () => {
    expect(formsOf('SERT, NET and DAT')).toEqual(['sert', 'net', 'dat']);
    expect(formsOf('δήμος')).toEqual(['δήμ']);
    const slide = {
      ...cleanSlide,
      id: 'auto',
      title: 'Cells slow themselves down here',
      notes: 'Autoreceptors do it.',
    };
    expect(await find(unusedTermsCheck, outlineOf([slide], { glossary }))).toEqual([]);
  });
});

describe('text/language', () => {
  const dutch = 'De pomp haalt het serotonine terug naar de cel, en dat is wat wij hier zien.';
  it('finds a text in another language', async () => {
    const slide = { ...cleanSlide, id: 'nl', title: 'This slide was not translated', notes: dutch };
    const [finding] = await find(mixedLanguageCheck, outlineOf([slide]));
    expect(finding).toMatchObject({
      code: 'text/language',
      message: 'Slide "nl" has a text in Dutch; the lesson is in English.',
    });
  });

  it('lets quotations, short texts and the lesson’s own language pass', async () => {
    const quoting = { ...cleanSlide, id: 'q', title: 'He said it in Dutch', notes: `He said: “${dutch}”` };
    const quote = {
      layout: 'quote',
      id: 'q2',
      title: 'He said it in Dutch again',
      quote: dutch,
      by: 'Somebody',
      notes: 'Read it.',
    };
    expect(await find(mixedLanguageCheck, outlineOf([quoting, quote]))).toEqual([]);
  });
});
