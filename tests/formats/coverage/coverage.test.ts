import fc from 'fast-check';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceLevels } from '../../../src/compose/evidence.ts';
import { compareLock, coverageOf, lockOf, type Coverage, type Staleness } from '../../../src/coverage/index.ts';
import { coverageHtml as pageHtml, coverageJson, type CoverageExtras } from '../../../src/formats/coverage/index.ts';
import type { Lesson } from '../../../src/model/index.ts';
import { lesson, misconception, question, section, slide, source, waiver } from '../../coverage/lesson.ts';
import { member, parseJson } from '../../reporters/member.ts';
import { axeViolations, openBrowser, read } from './browser.ts';
import { stringsIn } from '../../support/words.ts';
import { deckOf, sample, themeFonts } from './sample.ts';

const coverageHtml = (
  from: Lesson,
  coverage: Coverage,
  extras: Omit<CoverageExtras, 'words' | 'evidence'> = {},
): string => {
  const strings = stringsIn(from.lang);
  return pageHtml(from, coverage, {
    ...extras,
    words: Object.fromEntries(strings),
    evidence: evidenceLevels(from, strings),
  });
};

const pageOf = (from: Lesson, staleness?: Staleness): string =>
  coverageHtml(
    from,
    coverageOf(from),
    staleness === undefined ? { deck: deckOf(from) } : { deck: deckOf(from), staleness },
  );

function staleSample(): { readonly from: Lesson; readonly staleness: Staleness } {
  const from = sample();
  const statements = lockOf(from).statements.map((item) =>
    item.id === 'sert.2' ? { ...item, hash: '0'.repeat(64) } : item,
  );
  return { from, staleness: compareLock(from, { statements }) };
}

describe('coverage.json', () => {
  it('holds the coverage both ways', () => {
    const { from, staleness } = staleSample();
    const report = parseJson(coverageJson(from, coverageOf(from), { staleness }));
    expect(report).toMatchObject({ version: 3, lesson: 'x', lang: 'nl', percent: { sections: 33 } });
    expect(member(report, 'sections', 0, 'list', 2)).toMatchObject({
      id: 'waarom.3',
      status: 'waived',
      waivers: ['Aankondiging zonder inhoud; de slotdia vat alles samen.'],
    });
    expect(member(report, 'sections', 1, 'list', 3)).toMatchObject({
      id: 'sert.4',
      status: 'uncovered',
      slides: [],
      questions: ['q1'],
    });
    expect(member(report, 'slides', 2)).toMatchObject({
      id: 'pomp',
      statements: ['sert.1', 'sert.2'],
      evidence: ['human', 'in-vitro'],
    });
    expect(member(report, 'review')).toMatchObject([{ id: 'pomp' }, { id: 'heropname' }]);
  });

  it('is the same each time and leaves out what was not compared', () => {
    const from = sample();
    expect(coverageJson(from, coverageOf(from))).toBe(coverageJson(from, coverageOf(from)));
    expect(parseJson(coverageJson(from, coverageOf(from)))).not.toHaveProperty('review');
  });
});

describe('coverage.html', () => {
  it('links each statement to the slides that carry it, by the number and id in the deck', () => {
    const output = pageOf(sample());
    expect(output).toContain('href="deck.html#/pomp-1"');
    expect(output).toMatch(/Aankondiging zonder inhoud/);
    expect(output).toContain('<html lang="nl">');
  });

  it('works without a deck and shows plain titles', () => {
    const from = sample();
    const output = coverageHtml(from, coverageOf(from));
    expect(output).toContain('href="deck.html#/pomp"');
    expect(output).toContain('<title>MDMA en het serotonerge systeem – Dekking van de bron</title>');
  });

  it('takes pictures as data only', () => {
    const from = sample();
    const thumbnails = new Map([
      ['pomp-1', 'data:image/png;base64,AA=='],
      ['heropname-1', 'https://example.org/x.png'],
    ]);
    const output = coverageHtml(from, coverageOf(from), { deck: deckOf(from), thumbnails });
    expect(output).toContain('src="data:image/png;base64,AA=="');
    expect(output).not.toContain('example.org');
  });

  it('speaks English round a lesson in another language, which keeps its own tag', () => {
    const output = pageOf(sample({ lang: 'da' }));
    expect(output).toContain('<html lang="en">');
    expect(output).toContain('lang="da"');
  });

  it.each(['de', 'en', 'es', 'fr', 'it', 'nl', 'pt-BR'])('speaks the language of the lesson: %s', (lang) => {
    const output = pageOf(sample({ lang }));
    expect(output).toContain(`<html lang="${lang.slice(0, 2)}">`);
  });

  it('is whole for a lesson without source', () => expect(pageOf(lesson({}))).toContain('</html>'));
});

describe('coverage.html in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => browser.close());

  it.each(['light', 'dark'] as const)(
    'has no accessibility violations in %s, makes no request, uses its own fonts',
    async (scheme) => {
      const { from, staleness } = staleSample();
      const output = coverageHtml(from, coverageOf(from), { deck: deckOf(from, themeFonts()), staleness });
      const { page, problems } = await read(browser, output, { scheme });
      expect(
        await page.evaluate(
          `document.fonts.ready.then(() => document.fonts.check('600 20px "Lectern Serif"') && [...document.fonts].some((f) => f.status === 'loaded'))`,
        ),
      ).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  it('filters by keyboard and without script', async () => {
    const { page } = await read(browser, pageOf(sample()), { script: false });
    const shown = (): Promise<unknown> =>
      page.evaluate(`[...document.querySelectorAll('.st')].filter((e) => e.offsetParent !== null).map((e) => e.id)`);
    expect(await shown()).toHaveLength(9);
    await page.focus('#show-all');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['st-sert.4', 'st-herstel.2']);
    await page.keyboard.press('ArrowLeft');
    expect(await shown()).toEqual(['st-waarom.3']);
    expect(
      await page.evaluate(`[...document.querySelectorAll('.part')].filter((e) => e.offsetParent !== null).length`),
    ).toBe(1);
    await page.close();
  });

  it('never scrolls sideways on a phone', async () => {
    const { page } = await read(browser, pageOf(sample()), { width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });

  it('keeps its structure whatever the texts hold', async () => {
    const { page, problems } = await read(browser, '<p>');
    const shape = async (text: string, id: string): Promise<unknown> => {
      await page.goto('about:blank');
      await page.setContent(pageOf(withText(text, id)), { waitUntil: 'load' });
      return page.evaluate(
        `[document.querySelectorAll('img, iframe, object, style, link, section, table').length, document.scripts.length, document.querySelectorAll('[onload],[onerror],[style]').length]`,
      );
    };
    const plain = await shape('text', 'id');
    for (const [text, id] of fc.sample(fc.tuple(nasty, nasty), { numRuns: 40, seed: 7 }))
      expect(await shape(text, id)).toEqual(plain);
    expect(problems).toEqual([]);
    await page.close();
  });
});

const nasty = fc
  .array(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</style>',
      '"',
      "'",
      '>',
      '<!--',
      ']]>',
      '&lt;',
      '`',
      '\u0000',
      '\ud800',
      '\u202e',
      '<img src=x onerror=alert(1)>',
      ' onload=x',
      '\n\n',
      '{{x}}',
      'a',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`);

/** A lesson with the same text in every place that the page shows. */
function withText(text: string, id: string): Lesson {
  const own = source({ a: [text, 'Two.', 'Three.'] }).source;
  const sections = own.sections.map((item) => ({ ...item, title: text, id }));
  const slides = [slide(id, ['a.1'], { title: text, layout: text, evidence: ['e'] })];
  return lesson({
    title: text,
    subtitle: text,
    lang: 'nl',
    evidence: [{ id: 'e', label: text, tone: 'claim' }],
    source: { ...own, sections },
    sections: [section('s', slides)],
    quiz: [{ ...question('q', ['a.1']), question: text, id }],
    misconceptions: [misconception(text, ['a.1'])],
    omits: [waiver('a.2', text)],
  });
}
