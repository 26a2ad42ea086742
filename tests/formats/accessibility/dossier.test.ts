import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { criteria } from '../../../src/formats/accessibility/criteria.ts';
import { isObject, type JsonObject } from '../../../src/base/index.ts';
import { smallProject, type SmallProject } from '../../e2e/small-lessons.ts';
import { lectern } from '../../support/cli.ts';
import { axeViolations, openBrowser, read } from '../coverage/browser.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 20h80" stroke="#000"/></svg>';

const outline = (lang: string, alt: string): string => `title: Tides
lang: ${lang}
contact: Access office, access@example.org
date: 2026-01-05
duration: 10
sections:
  - title: Water
    slides:
      - { layout: title, id: start }
      - layout: image
        id: sea
        title: The sea rises twice a day
        image: { src: images/sea.svg, ${alt} }
      - { layout: table, title: Two crests a day, head: [Crest, Hour], rows: [[First, '6']] }
      - { layout: bullets, title: Two causes pull at the sea, bullets: ['The moon', 'The [almanac](https://example.org/)'] }
`;

const project = (lang = 'en', alt = 'alt: A line that rises and falls'): SmallProject =>
  smallProject({ 'lessons/tides/lesson.yaml': outline(lang, alt), 'lessons/tides/images/sea.svg': picture });

async function build(made: SmallProject, ...more: readonly string[]): Promise<JsonObject> {
  const run = await lectern(made.root, ['build', '--format', 'html,pdf,accessibility', ...more]);
  if (!made.has('output/tides/accessibility.json')) throw new Error(run.out + run.err);
  const value: unknown = JSON.parse(made.read('output/tides/accessibility.json').toString());
  return isObject(value) ? value : {};
}

interface Row {
  readonly criterion: string;
  readonly en301549: { readonly html?: string; readonly pdf?: string };
  readonly html: { readonly verdict: string; readonly findings?: readonly JsonObject[] };
  readonly pdf: { readonly verdict: string; readonly evidence?: unknown };
}
const rowsOf = (dossier: JsonObject): ReadonlyMap<string, Row> =>
  new Map((dossier.criteria as unknown as readonly Row[]).map((row) => [row.criterion, row]));

describe('the dossier of a lesson', { timeout: 120_000 }, () => {
  it('tells of each file what was tested, and judges no deck by a handout', async () => {
    const made = project();
    const run = await lectern(made.root, ['build', '--format', 'html,handout,reading,accessibility']);
    if (!made.has('output/tides/accessibility.json')) throw new Error(run.out + run.err);
    const dossier = JSON.parse(made.read('output/tides/accessibility.json').toString()) as JsonObject;
    const tested = Object.fromEntries(
      (dossier.files as unknown as readonly { readonly path: string; readonly tested: string }[]).map((file) => [
        file.path.replace('tides/', ''),
        file.tested,
      ]),
    );
    expect(tested['deck.html']).toContain('HTML deck');
    expect(tested['handout.pdf']).toContain('106 rules');
    expect(tested['reading.html']).toBe('Not tested itself');
    for (const { html, pdf } of rowsOf(dossier).values()) {
      expect(html.verdict).not.toBe('not tested');
      expect(pdf.verdict).toBe('not tested');
    }
  });

  it('has every criterion of WCAG 2.2 A and AA, with the clauses of EN 301 549', () => {
    expect(criteria.filter(({ level }) => level === 'A')).toHaveLength(31);
    expect(criteria.filter(({ level }) => level === 'AA')).toHaveLength(24);
    const parts = criteria.map(({ id }) => id.split('.').map(Number));
    const sorted = parts.toSorted(
      ([a1 = 0, a2 = 0, a3 = 0], [b1 = 0, b2 = 0, b3 = 0]) => a1 - b1 || a2 - b2 || a3 - b3,
    );
    expect(parts).toEqual(sorted);
    // Six are new in WCAG 2.2, and four more are about sets of web pages.
    expect(criteria.filter(({ isNew }) => isNew === true)).toHaveLength(6);
    expect(criteria.filter(({ webOnly }) => webOnly === true)).toHaveLength(4);
  });

  it('tells what passed with the hashes of the files, and asks what a person must look at, with slide and line', async () => {
    const made = project();
    const dossier = await build(made);
    const rows = rowsOf(dossier);
    expect(rows.get('1.4.3')?.html.verdict).toBe('pass');
    expect(rows.get('4.1.2')?.pdf).toMatchObject({
      verdict: 'pass',
      evidence: expect.stringContaining('106') as unknown,
    });
    expect(rows.get('1.2.1')?.html.verdict).toBe('not applicable');
    expect(rows.get('1.1.1')?.html.verdict).toBe('needs a person');
    expect(rows.get('1.1.1')?.en301549).toEqual({ html: '9.1.1.1', pdf: '10.1.1.1' });
    expect(rows.get('2.4.11')?.en301549).toEqual({});
    expect(dossier.person).toContainEqual(
      expect.objectContaining({
        task: 'alternatives',
        items: [expect.objectContaining({ slide: 2, line: 10, text: 'A line that rises and falls' })],
      }),
    );
    expect(dossier.person).toContainEqual(
      expect.objectContaining({ task: 'structure', items: [expect.objectContaining({ text: 'Crest · Hour' })] }),
    );
    const files = dossier.files as readonly { path: string; sha256: string }[];
    const pdf = files.find(({ path }) => path === 'tides/deck.pdf');
    expect(pdf?.sha256).toBe(createHash('sha256').update(made.read('output/tides/deck.pdf')).digest('hex'));
    expect(dossier.contact).toBe('Access office, access@example.org');
    const page = made.read('output/tides/accessibility.html').toString();
    expect(page).toContain('access@example.org');
    expect(page + made.read('output/tides/accessibility.json').toString()).not.toMatch(/\bEAA\b|Accessibility Act/);
  });

  it('has the same bytes each time, and is made again when a lesson changes', async () => {
    const made = project();
    await build(made);
    const before = made.read('output/tides/accessibility.json');
    await build(made, '--no-cache');
    expect(made.read('output/tides/accessibility.json')).toEqual(before);
    made.write('lessons/tides/lesson.yaml', outline('en', 'alt: A curve with two crests'));
    await build(made);
    expect(made.read('output/tides/accessibility.json').toString()).toContain('A curve with two crests');
  });

  it('claims nothing of what was not made or not checked', async () => {
    const unchecked = rowsOf(await build(project(), '--no-check'));
    expect(unchecked.get('1.4.3')?.html.verdict).toBe('not tested');
    const made = project();
    await lectern(made.root, ['build', '--format', 'html,accessibility']);
    const rows = rowsOf(JSON.parse(made.read('output/tides/accessibility.json').toString()) as JsonObject);
    expect(new Set([...rows.values()].map(({ pdf }) => pdf.verdict))).toEqual(new Set(['not tested']));
  });

  it('tells what the author has set aside, and names no test that knows no words of the language', async () => {
    const made = project('pl');
    const text = made.read('lessons/tides/lesson.yaml').toString().replace('The [almanac]', '[Here]');
    const ignore = `ignore: [{ check: text/link-words, reason: "the house style asks for it" }], title: Two causes`;
    made.write('lessons/tides/lesson.yaml', text.replace('title: Two causes', ignore));
    await lectern(made.root, ['build', '--format', 'html,accessibility']);
    const dossier = JSON.parse(made.read('output/tides/accessibility.json').toString()) as JsonObject;
    expect(dossier.person).toContainEqual(
      expect.objectContaining({
        task: 'links',
        items: [expect.objectContaining({ slide: 4, code: 'text/link-words', aside: true })],
      }),
    );
    const rows = rowsOf(dossier);
    expect(rows.get('1.3.3')?.html).toMatchObject({ verdict: 'needs a person', testedBy: [] });
    expect(rows.get('3.1.1')?.html).toMatchObject({ verdict: 'needs a person', testedBy: [] });
    expect(made.read('output/tides/accessibility.html').toString()).toContain('set aside by the author');
  });

  it('is accessible itself: wide, narrow, in the dark, without sideways scrolling', async () => {
    const made = project();
    await build(made);
    const text = made.read('output/tides/accessibility.html').toString();
    const browser = await openBrowser();
    try {
      for (const reader of [{}, { width: 320 }, { scheme: 'dark' }] as const) {
        const { page, problems } = await read(browser, text, reader);
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        expect(problems).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });

  it('speaks Dutch in a Dutch lesson, and marks the words of a lesson in another language', async () => {
    const dutch = project('nl');
    await build(dutch);
    const page = dutch.read('output/tides/accessibility.html').toString();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('Niet-tekstuele content');
    const german = project('de');
    await build(german);
    const other = german.read('output/tides/accessibility.html').toString();
    expect(other).toContain('<html lang="de">');
    expect(other).not.toMatch(/<h1[^>]* lang=/);
    const polish = project('pl');
    await build(polish);
    const foreign = polish.read('output/tides/accessibility.html').toString();
    expect(foreign).toContain('<html lang="en">');
    expect(foreign).toMatch(/<h1[^>]* lang="pl"/);
  });
});
