import JSZip from 'jszip';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartridgeFormat, qti21Format } from '../../src/formats/qti/format.ts';
import { giftFormat } from '../../src/formats/gift/format.ts';
import { moodleFormat } from '../../src/formats/moodle/format.ts';
import { selfTest } from '../../src/formats/platforms/index.ts';
import { scormFormat } from '../../src/formats/scorm/format.ts';
import { startBrowser } from '../player/browser.ts';
import { filesOf, inputOf } from '../questions/files.ts';
import { allKinds, outlineAsking } from '../questions/sample.ts';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Items of an order with the same words, and a Turkish word in capitals. */
const quiz = [
  { question: 'Which order?', order: ['open', 'wait', 'open'], explanation: 'Twice.' },
  { question: 'How fast?', answer: '4,5 ± 0,1 mM' },
  { question: 'Hangi il?', answer: 'Isparta' },
  ...allKinds.slice(0, 2),
];

async function pageOf(questions: readonly object[], lang: string): Promise<string> {
  const { bytes } = selfTest(await inputOf(outlineAsking(questions, lang)), { file: 'quiz.html' });
  return Buffer.from(bytes).toString();
}

describe('a self-test in the browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** Answers a question by its place, and reads what is said of it. */
  const answer = (at: number, values: readonly (string | boolean)[]): Promise<{ said: string; shown: string[] }> =>
    page.evaluate(`(() => {
      document.querySelector('.again').click();
      const form = document.querySelectorAll('form')[${at}];
      const values = ${JSON.stringify(values)};
      [...form.querySelectorAll('input,select')].forEach((one, i) => typeof values[i] === 'boolean' ? (one.checked = values[i]) : (one.value = values[i]));
      form.requestSubmit();
      const shown = [...form.querySelectorAll('.key,.why')].filter((one) => !one.hidden).map((one) => one.textContent.trim());
      return { said: form.querySelector('.verdict').className, shown };
    })()`) as Promise<{ said: string; shown: string[] }>;

  it('takes items with the same words for one another, and each place once', async () => {
    await page.setContent(await pageOf(quiz, 'tr'));
    const items = (await page.evaluate(
      `[...document.querySelector('form').querySelectorAll('select')].map((one) => one.dataset.item)`,
    )) as string[];
    const places = { '0': ['1', '3'], '1': ['2'] };
    const put = (order: Record<string, string[]>): string[] => {
      const left = structuredClone(order);
      return items.map((item) => left[item]?.shift() ?? '');
    };
    expect((await answer(0, put(places))).said).toContain('right');
    expect((await answer(0, put({ '0': ['3', '1'], '1': ['2'] }))).said).toContain('right');
    expect((await answer(0, put({ '0': ['1', '1'], '1': ['2'] }))).said).toContain('wrong');
  });

  it.each([
    ['4,5', true],
    ['4.55 mM', true],
    ['4,5mm', true],
    [' 4,4 ', true],
    ['45×10^-1', true],
    ['4.5 apples', false],
    ['4.5 5', false],
    ['', false],
    ['4,7', false],
  ])('number %j counts: %s', async (typed, isRight) => {
    const { said, shown } = await answer(1, [typed]);
    expect(said).toContain(isRight ? 'right' : 'wrong');
    expect(shown).toEqual(['✓ 4,5 ± 0,1 mM']);
  });

  it('compares words by the rules of the language', async () => {
    expect((await answer(2, ['ısparta'])).said).toContain('right');
    expect((await answer(2, ['ISPARTA'])).said).toContain('right');
    expect((await answer(2, ['isparta'])).said).toContain('wrong');
  });

  it('shows which answer was right, and why', async () => {
    const { said, shown } = await answer(3, [false, true, false]);
    expect(said).toContain('wrong');
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatch(/^✓ /);
    expect(await page.$eval('.score', (one) => one.textContent)).toMatch(/0.*5|5.*0/);
    expect((await answer(4, [true, true, false])).said).toContain('right');
    expect(await page.$eval('form .key', (one) => getComputedStyle(one).display)).toBe('none');
  });
});

describe('pictures of questions', () => {
  const asking = outlineAsking([
    {
      question: 'What is this? ![A dot](images/dot.png)',
      answers: ['[x] A dot', '![Two dots](images/dot.png)', 'None'],
      explanation: 'Look: ![The dot](images/dot.png) and ![Not there](images/gone.png)',
    },
  ]);
  const files = { 'lessons/x/images/dot.png': dot };

  it('go into packages; what is not there is told, in the self-test too', async () => {
    for (const format of [moodleFormat, cartridgeFormat, qti21Format, scormFormat]) {
      const { files: made, codes } = await filesOf(format, asking, files);
      expect(codes, format.name).toContain('kit/not-carried');
      const [file] = made;
      if (format === moodleFormat) {
        const text = Buffer.from(file?.bytes ?? []).toString();
        expect(text).toContain(`encoding="base64">${dot.toString('base64')}</file>`);
        expect(text).toMatch(/@@PLUGINFILE@@\/[\w.]+" alt="A dot"/);
        continue;
      }
      const archive = await JSZip.loadAsync(file?.bytes ?? new Uint8Array());
      const held = await Promise.all(Object.values(archive.files).map((member) => member.async('base64')));
      const isInside = held.some((bytes) => bytes === dot.toString('base64'));
      expect(isInside, format.name).toBe(format !== scormFormat);
      const page = archive.file(format === scormFormat ? 'index.html' : 'self-test.html');
      if (format !== qti21Format)
        expect(await page?.async('string')).toContain(`src="data:image/png;base64,${dot.toString('base64')}`);
    }
    const cartridge = await filesOf(cartridgeFormat, asking, files);
    expect(cartridge.files.flatMap(({ diagnostics = [] }) => diagnostics.map(({ message }) => message))).toEqual(
      expect.arrayContaining([expect.stringContaining('self-test.html'), expect.stringContaining('lesson.imscc:')]),
    );
    expect((await filesOf(giftFormat, asking, files)).codes).toContain('kit/not-carried');
  });
});

it('tells that a platform takes one order alone of items with the same words', async () => {
  for (const format of [giftFormat, moodleFormat, qti21Format])
    expect((await filesOf(format, outlineAsking(quiz.slice(0, 1)))).codes, format.name).toContain('kit/not-carried');
});

it('an outline whose answer is a list says nothing of it', async () => {
  const { codes, text } = await filesOf(giftFormat, outlineAsking([{ question: 'Which?', answer: ['a', 'b'] }]));
  expect(codes).toEqual([]);
  expect(text).toMatch(/=a\s+=b/);
});
