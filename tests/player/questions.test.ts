import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deckData, deckHtml } from '../../src/formats/html/index.ts';
import { lessonOf, soundKit } from '../support/pipeline.ts';
import { axeViolations, openLecture, run, startBrowser, until } from './browser.ts';
import { bundlePlayer } from './fixture.ts';

const lesson = lessonOf(
  [
    {
      id: 'peiling',
      layout: 'poll',
      question: 'Hoe sterk is het bewijs bij **mensen**?',
      options: ['In proeven aangetoond', 'Aannemelijk, maar onbeslist', 'Weerlegd'],
    },
    { id: 'vraag', layout: 'quiz', question: 'q1' },
  ],
  {
    lang: 'nl',
    quiz: [{ id: 'q1', question: 'Wat is juist?', answers: [{ text: 'Dit', correct: true }, { text: 'Dat' }] }],
  },
);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('a poll shows its options, the hands that the lecturer types, and no right answer', async () => {
  const { made } = await soundKit(lesson);
  const { js, css } = await bundlePlayer();
  const data = deckData(made.deck, made.lesson, 'teacher', made.composition.words);
  const lecture = await openLecture(browser, { html: deckHtml(made.deck, data, { script: js, css }) });
  const { page } = lecture;
  const presenter = await lecture.presenter();
  expect(
    await run(presenter, `[...document.querySelectorAll('.lp-card:first-child .lp-button')].map((e) => e.textContent)`),
  ).toEqual(['Tonen', 'Handen omhoog', 'Weghalen']);
  expect(await run(presenter, `document.querySelector('.lp-card h3').textContent`)).toBe(
    'Hoe sterk is het bewijs bij mensen?',
  );
  expect(await run(presenter, `document.querySelector('.lp-card:first-child .lp-mark')`)).toBeNull();
  await presenter.focus('.lp-card input');
  await presenter.keyboard.type('30\n10\n\n');
  expect(await axeViolations(presenter), 'presenter with hands').toEqual([]);
  await page.bringToFront();
  await page.keyboard.press('r');
  await until(page, `document.querySelectorAll('.lp-answer:not(.lp-future)').length === 3`);
  await page.keyboard.press('r');
  await until(
    page,
    `[...document.querySelectorAll('.lp-votes')].map((e) => e.textContent).join() === '30 handen · 75%,10 handen · 25%,0 handen · 0%'`,
  );
  expect(await axeViolations(page), 'bars').toEqual([]);
  await page.keyboard.press('ArrowRight');
  await until(page, `document.querySelector('.lp-quiz').hidden`);
  expect(await run(page, `document.querySelector('.lp-correct')`)).toBeNull();
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
});

it('only the teacher gets polls and questions as data; the options stand on everyone’s slide', async () => {
  for (const audience of ['teacher', 'student', 'public'] as const) {
    const { made } = await soundKit(lesson, {}, audience);
    const { slides } = deckData(made.deck, made.lesson, audience);
    const asked = slides.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(asked).toEqual(audience === 'teacher' ? ['poll:peiling', 'q1'] : []);
    expect(made.deck.slides[0]?.html).toContain('Weerlegd');
  }
});

const prepared = {
  title: 'T',
  lang: 'nl',
  objectives: ['pomp', 'mens', 'wet'].map((id) => ({ id, verb: 'uitleggen', bloom: 'understand', text: `van ${id}` })),
  sections: [
    { id: 'een', title: 'Een', slides: [{ layout: 'break', time: 5, id: 'a', objectives: ['pomp'] }] },
    { id: 'twee', title: 'Twee', slides: [{ layout: 'break', time: 5, id: 'b', objectives: ['pomp', 'mens'] }] },
    { id: 'drie', title: 'Drie', slides: [{ layout: 'break', time: 5, id: 'c', objectives: ['wet'] }] },
  ],
  quiz: (
    [
      ['q1', ['pomp']],
      ['q2', ['pomp', 'mens']],
      ['q3', ['pomp', 'wet']],
    ] as const
  ).map(([id, objectives]) => ({
    id,
    objectives,
    question: `Vraag ${id}?`,
    answers: [{ text: 'Ja', correct: true }, { text: 'Nee' }],
  })),
  discussion: [{ id: 'q1', prompt: 'Waarom keert de pomp om?', hint: 'Denk aan natrium.', objectives: ['mens'] }],
};

it('questions and prompts lie ready at the sections that teach their objectives, for the teacher alone', async () => {
  for (const audience of ['teacher', 'student', 'public'] as const) {
    const { made } = await soundKit(prepared, {}, audience);
    const { sections } = deckData(made.deck, made.lesson, audience);
    const ids = sections.map(({ questions }) => questions?.map(({ id }) => id).join());
    expect(ids).toEqual(audience === 'teacher' ? ['q1', 'q1,q2,discussion:q1', 'q3'] : ['', '', '']);
  }
});

it('a prompt to discuss comes on screen without its hint and leaves at the next press', async () => {
  const { made } = await soundKit(prepared);
  const { js, css } = await bundlePlayer();
  const data = deckData(made.deck, made.lesson, 'teacher', made.composition.words);
  const html = deckHtml(made.deck, data, { script: js, css });
  const lecture = await openLecture(browser, { html, hash: '#/b' });
  const presenter = await lecture.presenter();
  await presenter.click('.lp-tab:nth-of-type(3)');
  expect(await run(presenter, `document.querySelectorAll('.lp-card').length`)).toBe(3);
  const card = '.lp-card:last-child';
  expect(await run(presenter, `document.querySelector('${card}').textContent`)).toContain('Denk aan natrium.');
  expect(await axeViolations(presenter)).toEqual([]);
  await presenter.click(`${card} .lp-button`);
  const shown = `document.querySelector('.lp-quiz:not([hidden])')?.textContent`;
  await until(lecture.page, `${shown} === 'Waarom keert de pomp om?'`);
  await presenter.keyboard.press('PageDown');
  await until(lecture.page, `${shown} === undefined`);
  expect(await run(lecture.page, 'location.hash')).toBe('#/b');
  expect(lecture.trouble).toEqual([]);
  await lecture.close();
});
