import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  openLecture,
  run,
  startBrowser,
  until,
  untilAt,
  untilPresenterAt,
  type Lecture,
  type LectureOptions,
} from './browser.ts';
import { data } from './fixture.ts';

let browser: Browser;
let lecture: Lecture;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
});

async function both(options: LectureOptions): Promise<readonly [Page, Page]> {
  lecture = await openLecture(browser, options);
  return [lecture.page, await lecture.presenter()];
}

/** A browser that keeps broadcasts from windows opened as files, as some do: only the window handles are left. */
const withoutBroadcast = 'delete window.BroadcastChannel';

describe.each([
  ['file://', { scheme: 'file' }],
  ['http on loopback', { scheme: 'http' }],
  ['file:// without BroadcastChannel', { scheme: 'file', before: withoutBroadcast }],
  ['http without BroadcastChannel', { scheme: 'http', before: withoutBroadcast }],
] as const)('two windows by %s', (_, options) => {
  it('move together, both ways', async () => {
    const [audience, presenter] = await both(options);
    await presenter.keyboard.press('ArrowRight');
    await presenter.keyboard.press('ArrowRight');
    await untilAt(audience, 'agenda', 1);
    await audience.keyboard.press('PageDown');
    await untilPresenterAt(presenter, 2, 'Stap 2');
  });

  it('stay in step when either is reloaded', async () => {
    const [audience, presenter] = await both(options);
    await presenter.keyboard.press('ArrowRight');
    await untilAt(audience, 'agenda');
    await presenter.reload();
    await until(presenter, `document.querySelector('.lp-connection.lp-on')`);
    await untilPresenterAt(presenter, 2);
    await audience.keyboard.press('ArrowRight');
    await untilPresenterAt(presenter, 2, 'Stap 1');
    await audience.reload();
    await untilAt(audience, 'agenda', 1);
    await presenter.keyboard.press('End');
    await untilAt(audience, 'dip');
    await audience.keyboard.press('Home');
    await untilPresenterAt(presenter, 1);
  });

  it('a window that reloads takes over what happened meanwhile', async () => {
    const [audience, presenter] = await both(options);
    const url = audience.url();
    await audience.goto('about:blank');
    await presenter.keyboard.press('End');
    await presenter.keyboard.press('b');
    await audience.goto(url);
    await untilAt(audience, 'dip');
    await until(audience, `document.querySelector('.lp-cover').dataset.screen === 'black'`);
  });
});

describe('what a remote sends to whichever window has the focus', () => {
  it.each(['audience', 'presenter'] as const)('%s: page keys, black, start and end', async (focused) => {
    const [audience, presenter] = await both({ hash: '#/reversal' });
    const window = focused === 'audience' ? audience : presenter;
    await window.bringToFront();
    await window.keyboard.press('PageDown');
    await untilAt(audience, 'reversal', 1);
    await window.keyboard.press('PageDown');
    await untilPresenterAt(presenter, 4);
    await window.keyboard.press('PageUp');
    await untilAt(audience, 'reversal', 1);
    for (const key of ['b', '.'] as const) {
      await window.keyboard.press(key);
      await until(audience, `document.querySelector('.lp-cover').dataset.screen === 'black'`);
      await until(presenter, `document.querySelector('.lp-covered').textContent === 'Het scherm is zwart.'`);
      await window.keyboard.press(key);
      await until(audience, `document.querySelector('.lp-cover').dataset.screen === ''`);
    }
    await window.keyboard.press('F5');
    await until(window, `document.fullscreenElement`);
    await window.evaluate(`document.exitFullscreen()`);
    // A remote may be used while a button still has the focus.
    await window.focus('[data-command=help]');
    await window.keyboard.press('PageDown');
    await untilAt(audience, 'ssri');
  });
});

it('opens in the window itself when the address asks for it', async () => {
  lecture = await openLecture(browser, { hash: '#/agenda' });
  await lecture.page.evaluate(`location.hash = '#presenter'`);
  await until(lecture.page, `document.querySelector('.lp-place')?.textContent === 'Dia 2 van 8'`);
});

it('says when the audience window is gone and opens a new one at the same slide', async () => {
  const [audience, presenter] = await both({});
  await presenter.keyboard.press('End');
  await untilAt(audience, 'dip');
  await audience.close();
  await until(presenter, `!document.querySelector('.lp-connection.lp-on')`);
  const opened = new Promise<Page | null>((resolve) => presenter.once('popup', resolve));
  await presenter.click('.lp-connect .lp-button');
  const again = await opened;
  if (!again) throw new Error('No window opened.');
  await untilAt(again, 'dip');
  await presenter.keyboard.press('Home');
  await untilAt(again, 'welcome');
  await until(presenter, `document.querySelector('.lp-connection.lp-on')`);
});

it('decks opened apart do not follow each other, and a stranger without the token moves nothing', async () => {
  lecture = await openLecture(browser, { scheme: 'http' });
  const stranger = await browser.newPage();
  await stranger.goto(lecture.page.url());
  await lecture.page.keyboard.press('End');
  await untilAt(lecture.page, 'dip');
  await untilAt(stranger, 'welcome');
  const token = await run<string>(lecture.page, `/^lectern-audience-(.+)$/.exec(window.name)[1]`);
  const pretend = (session: string, lesson = 'mdma-serotonine'): Promise<unknown> =>
    run(
      lecture.page,
      `window.postMessage({ lectern: '${lesson}', session: '${session}', from: 'x', role: 'presenter',
    body: { kind: 'entries', entries: { position: { value: { slide: 'welcome', step: 0 }, revision: 999, writer: 'x' } } } }, '*')`,
    );
  // One that has the right length, too.
  for (const guess of ['guess', '', token.toUpperCase(), token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))])
    await pretend(guess);
  await pretend(token, 'another-lesson');
  await new Promise((resolve) => setTimeout(resolve, 200));
  await untilAt(lecture.page, 'dip');
  // The same message with the token moves the slides: only the token was missing.
  await pretend(token);
  await untilAt(lecture.page, 'welcome');
});

it('shows the slide now and next with steps, notes, cue, statements, references and questions', async () => {
  const [, presenter] = await both({ hash: '#/agenda/1' });
  const visible = (copy: string): string =>
    `[...document.querySelector('${copy} .lp-copy').shadowRoot.querySelectorAll('[data-step]')].map((e) => getComputedStyle(e).visibility).join()`;
  expect(await run(presenter, visible('.lp-now'))).toBe('visible,hidden,hidden');
  expect(await run(presenter, visible('.lp-next'))).toBe('visible,visible,hidden');
  expect(await run(presenter, `document.querySelector('.lp-cue').textContent`)).toBe('Wat meten we bij mensen?');
  await presenter.keyboard.press('3');
  await presenter.keyboard.press('Enter');
  await untilPresenterAt(presenter, 3);
  const text = (selector: string): Promise<string> =>
    run(presenter, `document.querySelector('${selector}').textContent`);
  expect(await text('.lp-notes-text')).toContain('Notitie bij reversal');
  expect(await text('.lp-material-body')).toContain('sert.1');
  await presenter.click('.lp-tab:nth-of-type(2)');
  expect(await text('.lp-material-body')).toContain('Verrico 2007');
  await presenter.click('.lp-tab:nth-of-type(3)');
  expect(await text('.lp-material-body')).toContain('Het bindt niet aan SERT');
  await presenter.keyboard.press('End');
  await untilPresenterAt(presenter, 8);
  expect(await text('.lp-notes-text')).toBe('Geen notities bij deze dia.');
  expect(await text('.lp-cue-kind')).toBe('Einde van de les');
});

it('copies look like the slide: same picture, theme and variant', async () => {
  const [, presenter] = await both({ hash: '#/reversal/1' });
  const colors = `[...document.querySelectorAll('.lp-now .lp-copy')].map(({ shadowRoot: r }) =>
    getComputedStyle(r.querySelector('section')).backgroundColor + r.querySelectorAll('svg circle').length)[0]`;
  expect(await run(presenter, colors)).toBe('rgb(251, 250, 247)2');
  await presenter.keyboard.press('v');
  expect(await run(presenter, colors)).toBe('rgb(20, 32, 43)2');
});

it('never scrolls as a whole, however much its panels hold', async () => {
  const { question } = data.slides.flatMap(({ questions }) => questions)[0] ?? { question: '' };
  const many = Array.from({ length: 12 }, (_, index) => ({
    id: `extra-${index}`,
    question: `${question} ${index}`,
    answers: ['Ja', 'Nee', 'Soms'].map((text, at) => ({ text, correct: at === 0 })),
    explanation: 'Omdat het zo is.',
  }));
  const sections = data.sections.flatMap((section) => [
    { ...section, questions: many },
    ...Array.from({ length: 6 }, (_, index) => ({ ...section, id: `${section.id}-${index}` })),
  ]);
  const [audience, presenter] = await both({ changes: { sections } });
  for (const key of ['End', 'Home', '5', 'Enter', 'r', 'r', 'r', 'Escape', 'End'] as const) {
    await presenter.keyboard.press(key);
    expect(
      await run(
        presenter,
        `[scrollY, document.body.scrollTop, document.documentElement.scrollHeight - innerHeight].join()`,
      ),
    ).toBe('0,0,0');
  }
  await untilAt(audience, 'dip');
  const seen = `(() => { const row = document.querySelector('tr[aria-current]').getBoundingClientRect();
    const panel = document.querySelector('.lp-sections').getBoundingClientRect(); return row.top >= panel.top && row.bottom <= panel.bottom; })()`;
  await until(presenter, seen);
});

it('changes and remembers the size of the notes', async () => {
  const [, presenter] = await both({ scheme: 'http' });
  const size = `document.querySelector('.lp-notes-text').style.fontSize`;
  await presenter.keyboard.press('+');
  await presenter.click('.lp-letter-large');
  expect(await run(presenter, size)).toBe('24px');
  await presenter.keyboard.press('-');
  await presenter.reload();
  await until(presenter, `${size} === '22px'`);
});

it('counts hands typed by the lecturer and shows the bars, then the answer, to the audience', async () => {
  const [audience, presenter] = await both({ hash: '#/check' });
  const fields = await presenter.$$('.lp-card input');
  expect(fields).toHaveLength(3);
  await fields[0]?.type('12');
  await presenter.keyboard.press('Enter');
  await presenter.keyboard.type('4');
  await presenter.keyboard.press('Enter');
  await presenter.keyboard.press('Enter');
  const stages = await presenter.$$('.lp-card .lp-button');
  await stages[0]?.click();
  await until(
    audience,
    `!document.querySelector('.lp-quiz').hidden && document.querySelectorAll('.lp-answer.lp-future').length === 3`,
  );
  for (let answer = 2; answer >= 0; answer--) {
    await presenter.keyboard.press('PageDown');
    await until(audience, `document.querySelectorAll('.lp-answer.lp-future').length === ${answer}`);
  }
  expect(await run(audience, `document.querySelector('.lp-votes')`)).toBeNull();
  await presenter.keyboard.press('PageDown');
  await until(
    audience,
    `document.querySelectorAll('.lp-votes')[0]?.textContent === '12 handen · 75%' && document.querySelectorAll('.lp-bar > span')[1].style.width === '25%'`,
  );
  expect(await run(audience, `document.querySelector('.lp-correct')`)).toBeNull();
  await presenter.keyboard.press('PageDown');
  await until(
    audience,
    `document.querySelector('.lp-correct .lp-mark').textContent === 'Goede antwoord' && document.querySelector('.lp-explanation')`,
  );
  await presenter.keyboard.press('PageDown');
  await until(audience, `document.querySelector('.lp-quiz').hidden`);
  await untilAt(audience, 'check');
});
