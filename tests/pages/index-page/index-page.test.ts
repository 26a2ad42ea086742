import { hashOf } from '../../../src/base/index.ts';
import { indexPage, shelvesOf } from '../../../src/pages/index-page/entries.ts';
import type { Manifest } from '../../../src/make/index.ts';
import type { Audience } from '../../../src/model/index.ts';
import { makeProject } from '../../support/files.ts';
import fc from 'fast-check';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexHtml as indexPageHtml, type IndexEntry, type IndexOptions } from '../../../src/pages/index-page/index.ts';
import { pageWords } from '../../../src/parse/index.ts';
import { stringsIn } from '../../support/words.ts';
import { axeViolations, openBrowser, read } from '../../formats/coverage/browser.ts';

const indexHtml = (entries: readonly IndexEntry[], options: Omit<IndexOptions, 'wordsIn'> = {}): string =>
  indexPageHtml(entries, { ...options, wordsIn: (lang) => pageWords(stringsIn(lang), 'overview') });

function entry(id: string, more: Partial<IndexEntry> = {}): IndexEntry {
  const files = [
    ['deck.html', 'student'],
    ['deck.pdf', 'student'],
    ['coverage.html', 'teacher'],
    ['coverage.json', 'teacher'],
    ['a #?.txt', 'public'],
  ] as const;
  const links = files.map(([file, audience]) => ({ path: `${id}/${file}`, audience }));
  const plans = [{ id: 'short', minutes: 45, title: 'Lecture' }];
  return {
    id,
    title: `Lesson ${id}`,
    authors: ['A. Lecturer'],
    lang: 'en',
    plans,
    slides: 12,
    links,
    coverage: { covered: 9, waived: 1, uncovered: 2 },
    errors: 0,
    warnings: 0,
    failed: false,
    ...more,
  };
}

const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/%3E';

describe('index.html', () => {
  it('links the files that exist, apart for the lecturer, with names that stay paths', () => {
    const output = indexHtml([entry('waves')]);
    expect(output).toContain('href="waves/deck.html"');
    expect(output).toMatch(/Slides \(PDF\)/);
    expect(output).toMatch(/For the lecturer<\/p>\s*<ul>\s*<li><a href="waves\/coverage.html">Coverage/);
    expect(output).toContain('href="waves/a%20%23%3F.txt"');
    expect(output).not.toContain('deck.pptx');
  });

  it('shows title, plans, slides and coverage', () => {
    const output = indexHtml([entry('waves', { subtitle: 'Sound and light' })], { title: 'Physics 1' });
    for (const part of [
      'Physics 1',
      'Sound and light',
      'A. Lecturer',
      '45 min',
      '12 slides',
      '83 % of the source covered',
    ])
      expect(output).toContain(part);
  });

  it('names failed lessons first, with their errors', () => {
    const output = indexHtml([entry('a'), entry('b', { failed: true, errors: 3, links: [] })], { lang: 'nl' });
    expect(output).toContain('1 les kon niet worden gemaakt');
    expect(output).toContain('href="#lesson-b"');
    expect(output).toContain('Niet gemaakt: 3 fouten');
  });

  it('says of a lesson that it was built with errors, and links it', () => {
    const output = indexHtml([entry('a', { errors: 2 })]);
    expect(output).toContain('Built with 2 errors');
    expect(output).toContain('href="a/deck.html"');
  });

  it('shows no deck of the lecturer beside an edition for others, and every artifact on one of its pages', () => {
    const artifact = (path: string, audience: Audience) => ({ path, audience, format: 'html', hash: hashOf(path) });
    const lesson = (artifacts: readonly object[]): Manifest =>
      ({
        lessons: {
          a: {
            id: 'a',
            title: 'A',
            authors: [],
            lang: 'en',
            plans: [],
            slides: 1,
            artifacts,
            statements: { total: 0 },
            errors: 0,
            warnings: 0,
          },
        },
      }) as unknown as Manifest;
    const { files } = makeProject({});
    const pages = (manifest: Manifest): Record<string, string> =>
      Object.fromEntries(
        [...shelvesOf(manifest)].map(([path, shelf]) => [
          path,
          indexPage(manifest, new Map(), () => undefined, files, shelf),
        ]),
      );
    const teacher = artifact('a/deck.html', 'teacher');
    expect(Object.keys(pages(lesson([teacher])))).toEqual(['index.html']);
    const both = pages(lesson([teacher, artifact('a/student/deck.html', 'student')]));
    expect(both['index.html']).toContain('href="a/student/deck.html"');
    expect(both['index.html']).not.toContain('href="a/deck.html"');
    expect(both['teacher.html']).toContain('href="a/deck.html"');
    expect(both['teacher.html']).not.toContain('a/student');
  });

  it('speaks the language that all lessons share', () => {
    expect(indexHtml([entry('a', { lang: 'nl' }), entry('b', { lang: 'nl-BE' })])).toContain('<html lang="nl">');
    expect(indexHtml([entry('a', { lang: 'nl' }), entry('b')])).toContain('<html lang="en">');
  });

  it('sorts by id and is the same in any order', () => {
    const list = [entry('b'), entry('a'), entry('c')];
    expect(indexHtml(list)).toBe(indexHtml(list.toReversed()));
  });

  it('takes pictures as data only', () => {
    expect(indexHtml([entry('a', { thumbnail: picture })])).toContain('<img class="cover"');
    expect(indexHtml([entry('a', { thumbnail: 'https://example.org/x.png' })])).not.toContain('<img');
  });

  it('has a word for an empty folder, and no script while there is little to search', () => {
    expect(indexHtml([])).toContain('There are no lessons yet.');
    expect(indexHtml([entry('a')])).not.toContain('<script');
  });
});

describe('index.html in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => browser.close());

  const some = [
    entry('a', { thumbnail: picture }),
    entry('b', { failed: true, errors: 1 }),
    entry('c', { warnings: 2, lang: 'nl' }),
  ];
  const lists = { none: [], one: some.slice(0, 1), some, many: Array.from({ length: 12 }, (_, i) => entry(`l${i}`)) };

  it.each(Object.entries(lists))('has no accessibility violations with %s, light and dark', async (_, list) => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, problems } = await read(browser, indexHtml(list), { scheme });
      expect(await axeViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    }
  });

  it('searches a thousand lessons', async () => {
    const list = Array.from({ length: 1000 }, (_, i) =>
      entry(`l${i}`, { title: i === 500 ? 'Élan vital' : `Lesson ${i}` }),
    );
    const { page, problems } = await read(browser, indexHtml(list));
    await page.type('input[type=search]', 'elan');
    expect(
      await page.evaluate(`[...document.querySelectorAll('.lesson:not([hidden]) h2')].map((e) => e.textContent)`),
    ).toEqual(['Élan vital']);
    expect(await page.evaluate(`document.querySelector('output').textContent`)).toBe('1 lesson found');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('shows every lesson and no search field without script', async () => {
    const { page } = await read(browser, indexHtml(lists.many), { script: false });
    expect(
      await page.evaluate(
        `[document.querySelectorAll('.lesson').length, document.querySelector('.search').offsetParent]`,
      ),
    ).toEqual([12, null]);
    await page.close();
  });

  it('opens the deck from anywhere on the card, and other files by their links', async () => {
    const { page } = await read(browser, indexHtml(some));
    const href = (selector: string): Promise<unknown> =>
      page.evaluate(
        `(() => { const e = document.querySelector('${selector}'); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2).closest('a')?.getAttribute('href') })()`,
      );
    expect(await href('#lesson-a .cover')).toBe('a/deck.html');
    expect(await href('#lesson-a .files a')).toBe('a/deck.pdf');
    await page.close();
  });

  it('keeps its structure whatever the texts hold', async () => {
    const part = fc.constantFrom(
      '<script>alert(1)</script>',
      '</style>',
      '"',
      "'",
      '<!--',
      '&',
      '\u0000',
      '\ud800',
      '<img src=x onerror=alert(1)>',
      'a',
    );
    const nasty = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `x${parts.join('')}`);
    const { page, problems } = await read(browser, '<p>');
    const shape = async (text: string): Promise<unknown> => {
      const one = entry(text, {
        title: text,
        subtitle: text,
        authors: [text],
        lang: text,
        plans: [{ id: text, minutes: 1, title: text }],
        failed: true,
        links: [{ path: text, audience: 'public' }],
      });
      await page.goto('about:blank');
      await page.setContent(indexHtml([one], { title: text, lang: text }), { waitUntil: 'load' });
      return page.evaluate(
        `[document.querySelectorAll('*').length, document.scripts.length, document.querySelectorAll('[onload],[onerror],[style]').length]`,
      );
    };
    const plain = await shape('text');
    for (const text of fc.sample(nasty, { numRuns: 40, seed: 7 })) expect(await shape(text)).toEqual(plain);
    expect(problems).toEqual([]);
    await page.close();
  });
});
