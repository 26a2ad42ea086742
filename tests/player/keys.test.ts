import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bindings, commandOf, digitOf } from '../../src/player/keys.ts';
import { editMemory, openLecture, run, startBrowser, until, untilAt, type Lecture } from './browser.ts';

let browser: Browser;
let lecture: Lecture;
beforeAll(async () => {
  browser = await startBrowser();
  lecture = await openLecture(browser);
});
afterAll(async () => {
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
  await browser.close();
});
beforeEach(async () => {
  await editMemory(lecture.page, `sessionStorage.clear(); history.replaceState(null, '', '#/reversal')`);
  await lecture.page.reload();
  await untilAt(lecture.page, 'reversal');
});

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    const [name, shifted] = key.startsWith('Shift+') ? [key.slice(6), true] : [key, false];
    if (shifted) await lecture.page.keyboard.down('Shift');
    await lecture.page.keyboard.press(name as 'Enter');
    if (shifted) await lecture.page.keyboard.up('Shift');
  }
};
const at = (slide: string, step = 0): Promise<void> => untilAt(lecture.page, slide, step);
const tested = new Set<string>();
const note = (...keys: string[]): void => keys.forEach((key) => tested.add(key));

describe('keys that move', () => {
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n']) {
    it(`${key}: the next step, then the next slide`, async () => {
      note(key);
      await press(key);
      await at('reversal', 1);
      await press(key);
      await at('ssri');
    });
  }
  for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+ ', 'Backspace', 'p']) {
    it(`${key}: the previous slide with its steps, then a step back`, async () => {
      note(key);
      await press(key);
      await at('agenda', 3);
      await press(key);
      await at('agenda', 2);
    });
  }
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+PageDown']) {
    it(`${key}: the next slide at once`, async () => {
      note(key);
      await press(key);
      await at('ssri');
    });
  }
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+PageUp']) {
    it(`${key}: the start of the previous slide`, async () => {
      note(key);
      await press(key);
      await at('agenda');
    });
  }
  it('Home and End: the first and the last slide of the plan', async () => {
    note('Home', 'End');
    await press('End');
    await at('dip');
    await press('ArrowRight');
    await at('dip');
    await press('Home');
    await at('welcome');
    await press('ArrowLeft');
    await at('welcome');
  });
  it('a number and Enter: the slide with that number; unknown numbers say so', async () => {
    await press('6', 'Enter');
    await at('release');
    await press('9', '9', 'Enter');
    await until(lecture.page, `document.querySelector('.lp-toast').textContent.includes('99')`);
    await at('release');
  });
  it('a number without Enter is forgotten when it leaves the screen', async () => {
    await press('6');
    await until(lecture.page, `document.querySelector('.lp-toast').hidden`);
    await press('Enter');
    await at('reversal', 1);
  });
  // Dispatched in the page: the browser itself would go back or close the window at some of them.
  it.each(['ctrlKey', 'altKey', 'metaKey'])('leaves keys with %s to the browser', async (held) => {
    const hit = (more: string): Promise<unknown> =>
      run(
        lecture.page,
        `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', bubbles: true, cancelable: true${more} }))`,
      );
    await hit(`, ${held}: true`);
    await at('reversal');
    await hit('');
    await at('reversal', 1);
    await press('ArrowLeft');
    await at('reversal');
  });
});

describe('keys that switch', () => {
  const screen = `document.querySelector('.lp-cover').dataset.screen`;
  for (const [key, color] of [
    ['b', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    [',', 'white'],
  ] as const) {
    it(`${key}: a ${color} screen and back; next only lights it again`, async () => {
      note(key);
      await press(key);
      expect(await run(lecture.page, screen)).toBe(color);
      await press(key);
      expect(await run(lecture.page, screen)).toBe('');
      await press(key, 'ArrowRight');
      expect(await run(lecture.page, screen)).toBe('');
      await at('reversal');
    });
  }
  for (const [key, view] of [
    ['o', 'overview'],
    ['/', 'search'],
    ['j', 'search'],
    ['q', 'qr'],
    ['?', 'help'],
    ['F1', 'help'],
  ] as const) {
    it(`${key}: opens ${view}, Escape closes it`, async () => {
      note(key, 'Escape');
      await press(key);
      await until(lecture.page, `document.querySelector('dialog[open]')?.dataset.view === '${view}'`);
      await press('Escape');
      await until(lecture.page, `!document.querySelector('dialog')`);
      await at('reversal');
    });
  }
  for (const key of ['f', 'F5', 'Shift+F5']) {
    it(`${key}: full screen and back, without loading anew`, async () => {
      note(key);
      await lecture.page.evaluate(`window.isTheSame = true`);
      await press(key);
      await until(lecture.page, `document.fullscreenElement`);
      await press(key);
      await until(lecture.page, `!document.fullscreenElement`);
      expect(await run(lecture.page, `window.isTheSame`)).toBe(true);
    });
  }
  for (const [key, tool] of [
    ['d', 'pen'],
    ['h', 'highlighter'],
    ['l', 'laser'],
    ['z', 'zoom'],
  ] as const) {
    it(`${key}: takes up the ${tool} and lays it down`, async () => {
      note(key); // what they do: pointer.test.ts
      const chosen = `document.querySelector('.lp-ink').dataset.tool`;
      await press(key);
      expect(await run(lecture.page, chosen)).toBe(tool);
      await press(key);
      expect(await run(lecture.page, chosen)).toBe('');
      await press(key, 'Escape');
      expect(await run(lecture.page, chosen)).toBe('');
      await at('reversal');
    });
  }
  it('v: light and dark on every slide', async () => {
    note('v');
    await press('v');
    expect(await run(lecture.page, `document.querySelectorAll('section.slide.dark').length`)).toBe(8);
    await press('v');
    expect(await run(lecture.page, `document.querySelectorAll('section.slide.light').length`)).toBe(8);
  });
  it('a: the next time plan hides the slides of other plans', async () => {
    note('a');
    await press('6', 'Enter', 'ArrowRight');
    await at('dip');
    await press('a', 'a', 'a', 'a');
    await press('6', 'Enter', 'ArrowRight');
    await at('short-only');
  });
  it('t: the elapsed time; a number and t: a countdown; Escape takes it off', async () => {
    note('t');
    await press('t');
    await until(lecture.page, `!document.querySelector('.lp-elapsed').hidden`);
    await press('5', 't');
    await until(lecture.page, `document.querySelector('.lp-countdown').textContent === '5:00'`);
    await press('Escape');
    await until(lecture.page, `document.querySelector('.lp-countdown').hidden`);
  });
  it('+ and −: enlarge and reduce; arrows then move the part, Escape leaves', async () => {
    note('+', '=', 'Shift++', '-', '_');
    const scale = `getComputedStyle(document.documentElement).getPropertyValue('--lp-scale')`;
    const normal = Number(await run(lecture.page, scale));
    await press('+', '=');
    expect(Number(await run(lecture.page, scale))).toBeGreaterThan(1.8 * normal);
    const x = await run<string>(lecture.page, `document.documentElement.style.getPropertyValue('--lp-x')`);
    await press('ArrowRight');
    expect(await run(lecture.page, `document.documentElement.style.getPropertyValue('--lp-x')`)).not.toBe(x);
    await at('reversal');
    await press('-');
    await press('Escape');
    expect(Number(await run(lecture.page, scale))).toBeCloseTo(normal, 5);
  });
  it('r: the question, the hands, the answer, and away', async () => {
    note('r');
    await press('r');
    await until(lecture.page, `document.querySelectorAll('.lp-answer:not(.lp-future)').length === 3`);
    await press('r');
    await until(
      lecture.page,
      `document.querySelectorAll('.lp-bar').length === 3 && !document.querySelector('.lp-correct')`,
    );
    await press('r');
    await until(lecture.page, `document.querySelectorAll('.lp-correct').length === 1`);
    await press('r');
    await until(lecture.page, `document.querySelector('.lp-quiz').hidden`);
  });
});

it('a move to another slide takes the question away', async () => {
  await press('r', 'End');
  await at('dip');
  await until(lecture.page, `document.querySelector('.lp-quiz').hidden`);
});

it('the help tells every key', async () => {
  await press('?');
  const told = await run<string[]>(lecture.page, `[...document.querySelectorAll('kbd')].map((one) => one.textContent)`);
  expect(told).toEqual(expect.arrayContaining(bindings.flatMap(({ shown }) => [...shown])));
  expect(told).toEqual(expect.arrayContaining(['12 ⏎', '5 T']));
});

it('every key of the table has a test', () => {
  note('s', 'u', 'c', 'm', 'e', 'k'); // presenter.test.ts, pointer.test.ts, keep.test.ts and reading.test.ts
  const all = bindings.flatMap((binding) => [...binding.keys]);
  expect(all.filter((key) => !tested.has(key))).toEqual([]);
});

it('letters can be switched off or asked to come with Alt, and the choice is kept; arrows always work', async () => {
  const lecture = await openLecture(browser, { scheme: 'http', hash: '#/agenda' });
  const { page } = lecture;
  const choose = async (value: string): Promise<void> => {
    await page.keyboard.press('F1');
    await page.select('dialog[open] select', value);
    await page.keyboard.press('Escape');
    await until(page, `!document.querySelector('dialog[open]')`);
  };
  await choose('off');
  await page.reload();
  await untilAt(page, 'agenda');
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowRight');
  await untilAt(page, 'agenda', 1);
  await choose('alt');
  await page.keyboard.press('n');
  await page.keyboard.down('Alt');
  await page.keyboard.press('n');
  await page.keyboard.up('Alt');
  await untilAt(page, 'agenda', 2);
  await lecture.close();
});

it('other keyboards and input methods: the place of the key counts', () => {
  const press = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  expect(commandOf({ ...press, key: 'щ', code: 'KeyO' })).toBe('overview');
  expect(commandOf({ ...press, key: 'Process', code: 'KeyB' })).toBe('black');
  expect(commandOf({ ...press, key: 'å', code: 'KeyA', altKey: true }, 'alt')).toBe('plan');
  expect(commandOf({ ...press, key: 'q', code: 'KeyA' })).toBe('qr');
  expect(commandOf({ ...press, key: 'b', code: 'KeyB' }, 'off')).toBeUndefined();
  expect(commandOf({ ...press, key: ' ', code: 'Space' }, 'off')).toBe('forward');
  expect(digitOf({ ...press, key: '5', code: 'Digit5' })).toBe('5');
  expect(digitOf({ ...press, key: '٥', code: 'Digit5' })).toBe('5');
  expect(digitOf({ ...press, key: 'é', code: 'Digit2' })).toBeUndefined();
  expect(digitOf({ ...press, key: '5', code: 'Digit5' }, 'off')).toBeUndefined();
  expect(digitOf({ ...press, key: '5', code: 'Digit5' }, 'alt')).toBeUndefined();
  expect(digitOf({ ...press, key: '∞', code: 'Digit5', altKey: true }, 'alt')).toBe('5');
});
