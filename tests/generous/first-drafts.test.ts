import { describe, expect, it } from 'vitest';
import { likelyTag } from '../../src/parse/outline/guess-lang.ts';
import { slideFromText } from '../../src/parse/outline/slide-text.ts';
import { choicesIn } from '../../src/parse/schema/answer-list.ts';
import { judgedIn, underscoredGaps } from '../../src/parse/questions/index.ts';
import { errorsOf, kitFrom } from '../support/pipeline.ts';

type Kit = Awaited<ReturnType<typeof kitFrom>>;

const draft = (slides: readonly object[], more: object = {}): object => ({
  ...{ title: 'Harbours', lang: 'en' },
  ...more,
  slides,
});
const layoutsOf = ({ made }: Kit): readonly string[] =>
  (made?.lesson.sections ?? []).flatMap(({ slides }) => slides.map(({ layout }) => layout));
const wordsOf = ({ made }: Kit): string =>
  (made?.deck.slides ?? []).map(({ html }) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).join(' ');
const warningsOf = ({ diagnostics }: Kit): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code);

describe('questions as lecturers write them', () => {
  it('several on one slide have a slide each', async () => {
    const kit = await kitFrom(
      draft([
        {
          title: 'Check',
          quiz: [
            { q: 'How deep?', a: '12 m' },
            { q: 'Is it tidal?', a: 'No' },
            { q: 'Which port? a) Ghent b) Ostend', a: 'b' },
          ],
        },
      ]),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.quiz.map(({ kind, question }) => [kind, question])).toEqual([
      ['numeric', 'How deep?'],
      ['true-false', 'Is it tidal?'],
      ['single', 'Which port?'],
    ]);
    expect(layoutsOf(kit)).toEqual(['quiz', 'quiz', 'quiz']);
    expect(warningsOf(kit)).toEqual([]);
  });

  it('statements that are true or false are one question; where none is true, one after another', async () => {
    const kit = await kitFrom(
      draft([
        { title: 'True or false?', statements: ['Cranes float (T)', 'Locks open upwards (F)'] },
        { title: 'Sant?', påståenden: [{ 'Alla hamnar är djupa': 'falskt' }, { 'Tidvatten saknas': 'falskt' }] },
      ]),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.quiz.map(({ kind }) => kind)).toEqual(['multiple', 'true-false', 'true-false']);
  });

  it('gaps between underscores, pairs and marked choices ask as well', async () => {
    const kit = await kitFrom(
      draft([
        { title: 'Fill in', text: 'A ship is held by a ___bollard___.' },
        { title: 'Match', párování: { bow: 'front', stern: 'back' } },
        { title: 'Which is a port?', options: ['Bern', '**Genoa**'] },
      ]),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.quiz.map(({ kind }) => kind)).toEqual(['cloze', 'matching', 'single']);
  });

  it.each([
    [
      ['Water boils (V)', 'Ice sinks (F)'],
      [true, false],
    ],
    [{ one: true, two: false }, [true, false]],
    [
      ['甲（√）', '乙（×）'],
      [true, false],
    ],
    [['no mark', 'none'], undefined],
    [['Depth: 12', 'Width: 3'], undefined],
  ])('what is judged: %j', (value, truths) => {
    expect(judgedIn(value)?.map(({ isTrue }) => isTrue)).toEqual(truths);
  });

  it('choices and gaps are found only where they are', () => {
    expect(choicesIn('Which? a) x b) y')).toEqual({ before: 'Which?', answers: ['x', 'y'] });
    expect(choicesIn('See point a) of the list')).toBeUndefined();
    expect(underscoredGaps('a ___b___ and ____c____.')).toBe('a [[b]] and [[c]].');
    expect(underscoredGaps('__bold__ and name: ________')).toBeUndefined();
  });
});

describe('what stands beside the slides', () => {
  it('is shown: a short text below the title, a list on a slide of its own', async () => {
    const kit = await kitFrom(
      draft([{ title: 'Ships', bullets: ['one', 'two'] }], {
        semester: 'Autumn',
        agenda: ['Ships', { '10:30': 'Break' }],
      }),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.subtitle).toBe('Autumn');
    expect(layoutsOf(kit)).toEqual(['agenda', 'bullets']);
    expect(wordsOf(kit)).toContain('10:30: Break');
    expect(warningsOf(kit)).toEqual(['outline/read-as', 'outline/read-as']);
  });

  it('a draft that names no layout is opened by its title', async () => {
    const slides = [1, 2, 3, 4].map((i) => ({ title: `Slide ${i}`, text: 'Words.' }));
    expect(layoutsOf(await kitFrom(draft(slides)))[0]).toBe('title');
    const own = [{ title: 'Harbours' }, ...slides.slice(1)];
    expect(layoutsOf(await kitFrom(draft(own)))).toHaveLength(4);
  });

  it('a slide with nothing on it, a footer that is too long and a language that is not said are told', async () => {
    const slides = [{ title: null }, { title: 'Schiffe', text: 'Das ist ein Schiff und nicht der Hafen.' }];
    const kit = await kitFrom({ title: 'Harbours', slides, footer: 'A port is a place. '.repeat(12) });
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.lang).toBe('de');
    expect(layoutsOf(kit)).toHaveLength(1);
    expect(warningsOf(kit).toSorted()).toEqual(['outline/missing-field', 'outline/too-long', 'outline/too-short']);
  });

  it.each([
    ['el', 'Η θάλασσα είναι βαθιά'],
    ['ja', 'これは港の説明です'],
    ['zh', '港口是什么'],
    ['fi', 'Satama on paikka, ja laivat eivät ole siellä, kun jää on'],
    ['en', '12 + 3'],
  ])('language by words: %s', (lang, text) => {
    expect(likelyTag({ title: text })).toBe(lang);
  });
});

describe('fields that no word tells', () => {
  it('are never taken for a language, a picture or sides', async () => {
    const kit = await kitFrom(
      draft([
        { title: 'Points', πράγματα: ['a', 'b', 'c'] },
        { title: 'A word', text: 'One line.' },
      ]),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(layoutsOf(kit)).toEqual(['statement', 'statement']);
  });

  it('stand for what their word for a layout shows', async () => {
    const kit = await kitFrom(
      draft(
        [
          { title: 'Míry', tabulka: 'Loď;Délka\nA;12\nB;14' },
          { title: 'Druhy', strom: { Loď: ['plachetnice', 'trajekt'] } },
          { title: 'Růst', graf: { typ: 'sloupcový', hodnoty: { a: 3, b: 4 } } },
          { title: 'Postup', steps: { 1: 'Přijet', 2: 'Kotvit' }, 'poznámky pro učitele': 'tajné' },
        ],
        { lang: 'cs' },
      ),
    );
    expect(errorsOf(kit)).toEqual([]);
    expect(layoutsOf(kit)).toEqual(['title', 'table', 'hierarchy', 'chart', 'protocol']);
    expect(wordsOf(kit)).not.toContain('tajné');
  });
});

describe('a slide that is a text of Markdown', () => {
  it('has its title below a picture, its notes, its columns and its question', () => {
    expect(slideFromText('![bg right:40%](a.jpg)\n\n## Quay\n\nWords')).toEqual({
      ...{ title: 'Quay', body: 'Words' },
      image: { src: 'a.jpg', decorative: true },
    });
    expect(slideFromText('# Quay\n\n- one\n\nNote: say this')).toEqual({
      title: 'Quay',
      body: '- one',
      notes: 'say this',
    });
    expect(
      slideFromText('# Q\n\n:::: {.columns}\n::: {.column width="50%"}\nA\n:::\n::: {.column}\nB\n:::\n::::'),
    ).toEqual({ title: 'Q', left: 'A', right: 'B' });
    expect(slideFromText('# Q\n\nWhen?\n\n- [ ] now\n- [x] then')).toEqual({
      ...{ title: 'Q', question: 'When?' },
      answers: ['[ ] now', '[x] then'],
    });
    expect(slideFromText('# Jobs\n\n- [ ] wash\n- [x] iron')).toEqual({
      title: 'Jobs',
      body: '- [ ] wash\n- [x] iron',
    });
  });
});
