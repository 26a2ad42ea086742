import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, run, startBrowser, until, untilAt, type Lecture, type LectureOptions } from './browser.ts';
import { openRiver, riverDeck } from './reading-lesson.ts';

let browser: Browser;
let lecture: Lecture | undefined;
/** Made by the first test that opens each: a project lasts as long as the test that makes it. */
const decks: { teacher?: string; student?: string } = {};
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(lecture?.trouble ?? []).toEqual([]);
  await lecture?.close();
  lecture = undefined;
});

interface Window extends LectureOptions {
  readonly width?: number;
  readonly edition?: keyof typeof decks;
}
async function open({ edition = 'teacher', ...options }: Window = {}): Promise<Page> {
  const html = (decks[edition] ??= await riverDeck(edition));
  lecture = await openRiver(browser, html, options);
  return lecture.page;
}
const reading = `document.documentElement.classList.contains('lp-reading')`;
const texts = (selector: string): string =>
  `[...document.querySelectorAll('#lectern-reading ${selector}')].map((e) => e.textContent.trim().replace(/\\s+/g, ' '))`;
const seen = (selector: string): string =>
  `[...document.querySelectorAll('#lectern-reading ${selector}')].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.textContent.trim())`;
const sideways = `document.documentElement.scrollWidth > innerWidth`;

describe('the lesson as text', () => {
  it('opens and closes by its key at the same slide, and says so', async () => {
    const page = await open({ hash: '#/shields' });
    await page.keyboard.press('m');
    await until(page, reading);
    expect(await run(page, `document.activeElement.dataset.slide`)).toBe('shields');
    expect(await run(page, `document.querySelector('[role=status]').textContent`)).toMatch(/^Reading view/);
    expect(await run(page, `document.querySelector('#deck').checkVisibility()`)).toBe(false);
    await until(page, `location.hash === '#read/shields'`);
    await page.keyboard.press('m');
    await untilAt(page, 'shields');
    expect(await run(page, `document.querySelector('#lectern-reading')`)).toBeNull();
    expect(await run(page, `document.querySelector('[role=status]').textContent`)).toMatch(/^Slides/);
  });

  it('has the headings of a document, in order and without gaps', async () => {
    const page = await open({ hash: '#read' });
    const levels = await run<string[]>(
      page,
      `[...document.querySelectorAll('#lectern-reading :is(h1,h2,h3,h4)')].map((e) => e.tagName + ' ' + e.textContent)`,
    );
    expect(levels).toEqual([
      'H1 How rivers sort their gravel',
      'H2 Beds',
      'H3 The surface is coarser than what lies below',
      'H3 Sizes of grains have names',
      'H3 Only some reaches are armoured',
      'H3 Transport grows faster than flow',
      'H2 Forces',
      'H3 One number decides whether a grain moves',
      'H3 Three lines find the threshold',
      'H3 A bed seen from above',
      'H3 Which stones move first?',
      'H2 References',
    ]);
  });

  it('holds lists, tables, formulas as MathML, code, pictures with description and data', async () => {
    const page = await open({ hash: '#read' });
    expect(await run(page, texts('#r-s-armour li'))).toHaveLength(3);
    expect(await run(page, texts('#r-s-sizes th[scope=col]'))).toHaveLength(4);
    expect(await run(page, `document.querySelector('#r-s-shields math[display=block] mfrac').checkVisibility()`)).toBe(
      true,
    );
    expect(await run(page, texts(':is(.katex-html, annotation)'))).toEqual([]);
    const letter = `getComputedStyle(document.querySelector('#r-s-shields math[display=block] mi'))`;
    expect(await run(page, `${letter}.textTransform + ' ' + ${letter}.fontStyle`)).toBe('none italic');
    expect(await run(page, texts('#r-s-listing pre'))).toHaveLength(1);
    expect(await run(page, texts('#r-s-photo details p'))).toEqual([
      'Stones of three sizes lie in bands along the flow.',
    ]);
    expect(await run(page, texts('#r-s-rates details p'))).toEqual([
      'Three bars that rise ever faster from low to high flow.',
    ]);
    expect(await run(page, texts('#r-s-rates details th[scope=row]'))).toContain('high');
    expect(await run(page, texts('#r-s-rates details td'))).toContain('20');
  });

  it('describes a diagram without words of the author and gives its cells', async () => {
    const page = await open({ hash: '#read' });
    const [description] = await run<string[]>(page, texts('#r-s-where details p'));
    expect(description).toContain('Upper');
    expect(description).not.toContain('Only some reaches');
  });

  it('gives every id once, and lets pictures point to their own parts', async () => {
    const page = await open({ hash: '#read' });
    expect(
      await run(
        page,
        `(() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i) })()`,
      ),
    ).toEqual([]);
    expect(
      await run(
        page,
        `[...document.querySelectorAll('#r-s-photo [clip-path]')].map((e) => e.getAttribute('clip-path'))`,
      ),
    ).toEqual([expect.stringMatching(/^url\(#r-/)]);
  });

  it('hides answers until asked, shows notes to the teacher only', async () => {
    const page = await open({ hash: '#read' });
    expect(await run(page, seen('.lr-right'))).toEqual([]);
    expect(await run(page, seen('.mark'))).toEqual([]);
    await page.focus('.lr-answer summary');
    await page.keyboard.press('Enter');
    expect(await run(page, seen('.lr-right'))).toEqual(['✓ B. Those that stick out']);
    expect(await run(page, seen('.lr-notes'))).toEqual([expect.stringContaining('Pass the two boxes')]);
    await lecture?.close();
    const student = await open({ hash: '#read', edition: 'student' });
    expect(await run(student, texts('.lr-notes'))).toEqual([]);
    expect(await run(student, texts('.lr-answer'))).toEqual([]);
    expect(await run(student, texts('#r-s-test li'))).toHaveLength(3);
  });

  it('lists the references that no slide lists', async () => {
    const page = await open({ hash: '#read' });
    expect(await run(page, texts('.lr-references li'))).toEqual([expect.stringContaining('Stable channels')]);
  });
});

describe('the address', () => {
  it('opens the text at a slide, and brings a reload back to it', async () => {
    const page = await open({ hash: '#read/listing' });
    const top = `document.getElementById('r-s-listing').getBoundingClientRect().top`;
    await until(page, `${top} >= 0 && ${top} < 300`);
    await page.reload();
    await until(page, `${reading} && ${top} >= 0 && ${top} < 300`);
    await page.evaluate(`location.hash = '#/rates'`);
    await until(page, `location.hash === '#read/rates'`);
  });

  it('follows the contents', async () => {
    const page = await open({ hash: '#read' });
    await page.click('.lr-contents a[href="#r-s-photo"]');
    await until(page, `location.hash === '#read/photo' && document.activeElement.id === 'r-s-photo'`);
  });
});

describe('narrow windows (WCAG 1.4.10)', () => {
  it('show the text by themselves, never sideways; boxes that scroll are reachable and named', async () => {
    const page = await open({ width: 320 });
    await until(page, reading);
    expect(await run(page, sideways)).toBe(false);
    const boxes = `[...document.querySelectorAll('#lectern-reading *')].filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto')`;
    await until(page, `${boxes}.length > 0`);
    expect(
      await run(
        page,
        `${boxes}.filter((e) => !(e.tabIndex === 0 && e.role === 'region' && e.ariaLabel)).map((e) => e.outerHTML.slice(0, 100))`,
      ),
    ).toEqual([]);
    await page.click('#r-s-photo .lr-enlarge');
    expect(await run(page, sideways)).toBe(false);
    await until(page, `document.querySelector('#r-s-photo .lr-picture').tabIndex === 0`);
  });

  it('leave it again when they grow, and keep the slides when the reader chose them', async () => {
    const page = await open({ width: 320 });
    await until(page, reading);
    await page.setViewport({ width: 1280, height: 700 });
    await until(page, `!${reading}`);
    await page.setViewport({ width: 320, height: 700 });
    await until(page, reading);
    await page.click('.lr-bar [data-command=reading]');
    await until(page, `!${reading}`);
    await page.reload();
    await page.waitForSelector('#lectern-player');
    expect(await run(page, reading)).toBe(false);
  });

  it('show plain text without a script, cut off nowhere', async () => {
    for (const width of [320, 768, 1024]) {
      const page = await open();
      await page.setViewport({ width, height: 700 });
      await page.setJavaScriptEnabled(false);
      await page.reload();
      const cut = `[...document.querySelectorAll('#deck > section *')].some((e) => e.getBoundingClientRect().left < 0)`;
      expect(await run(page, `${sideways} || ${cut}`), String(width)).toBe(false);
      await lecture?.close();
    }
  });
});

/** What the device asks for, and what the reader chose in the bar. */
const looks = [
  ['light', [], ''],
  ['dark', [['prefers-color-scheme', 'dark']], ''],
  ['contrast', [['prefers-contrast', 'more']], ''],
  ['dark by choice', [], 'dark'],
  ['contrast by choice', [], 'contrast'],
  ['forced colours', [['forced-colors', 'active']], ''],
] as const;

describe.each(looks)('axe finds nothing in the text: %s', (look, media, chosen) => {
  it.each([1280, 320])('at %d px', async (width) => {
    const page = await open({ hash: '#read', width });
    const session = await page.createCDPSession();
    const features = media.map(([name, value]) => ({ name, value }));
    await session.send('Emulation.setEmulatedMedia', { features });
    await page.select('.lr-bar select', chosen);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);
    const off = look === 'forced colours' ? ['color-contrast'] : [];
    expect(await axeViolations(page, ...off)).toEqual([]);
  });
});

it('takes the colours of the theme that the device asks for', async () => {
  const page = await open({ hash: '#read' });
  const ground = `getComputedStyle(document.querySelector('#lectern-reading')).backgroundColor`;
  await page.select('.lr-bar select', '');
  const light = await run<string>(page, ground);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await until(page, `${ground} !== '${light}'`);
});

it('leaves page, arrow and letter keys to the page, and clicks to the text', async () => {
  const page = await open({ hash: '#read' });
  for (const key of ['PageDown', 'ArrowDown', 'b', 'n', '3', ' ']) await page.keyboard.press(key as 'Enter');
  await page.mouse.click(700, 500);
  expect(await run(page, `document.querySelector('.lp-cover').dataset.screen`)).toBe('');
  expect(await run(page, `document.querySelector('section[data-active]').dataset.slide`)).toBe('opening');
  await until(page, 'scrollY > 100');
});
