import { describe, expect, it } from 'vitest';
import { choicesOf, mixedOrder, numberText, questionsOf } from '../../src/questions/index.ts';
import { errorsOf, kitFrom, lessonOf, soundKit } from '../support/pipeline.ts';
import { allKinds, outlineAsking, questionsIn } from './sample.ts';

const q = (fields: object): object => ({ question: 'What?', explanation: 'So.', ...fields });

describe('the kind of a question', () => {
  it.each([
    ['single', { answers: ['a', 'b *'] }],
    ['single', { type: 'meerkeuze', answers: ['a', 'b *'] }],
    ['multiple', { answers: ['[x] a', '[x] b', '[ ] c'] }],
    ['multiple', { soort: 'meerdere', answers: ['[x] a', '[x] b', '[ ] c'] }],
    ['true-false', { answer: true }],
    ['true-false', { antwort: 'falsch' }],
    ['true-false', { answers: ['True', 'False *'] }],
    ['true-false', { answers: ['Waar', 'Onwaar'], answer: 'Waar' }],
    ['numeric', { answer: 4.5 }],
    ['numeric', { answer: '4.5 ± 0.1 mM' }],
    ['numeric', { type: 'numeriek', answers: 12 }],
    ['short', { answer: 'SLC6A4' }],
    ['short', { type: 'kort', answer: 1813 }],
    ['short', { answer: ['SLC6A4', '5-HTT'] }],
    ['short', { answer: 'SLC6A4', synonyms: ['5-HTT'] }],
    ['matching', { pairs: { a: 1, b: 2 } }],
    ['matching', { koppels: ['a → 1', 'b → 2'] }],
    [
      'matching',
      {
        pairs: [
          { term: 'a', definition: 'x' },
          { term: 'b', definition: 'y' },
        ],
      },
    ],
    ['matching', { type: 'Zuordnung', antworten: { a: 'x', b: 'y' } }],
    ['ordering', { order: ['a', 'b', 'c'] }],
    ['ordering', { volgorde: '1. a\n2. b\n3. c' }],
    ['ordering', { type: 'sequence', answer: 'a -> b -> c' }],
    ['cloze', { question: 'A [[gap]] here' }],
    ['cloze', { type: 'Lückentext', question: 'A ____ and ____ here', answers: ['gap', 'hole'] }],
  ])('%s: %j', async (kind, fields) => {
    const [found] = await questionsIn([q(fields)]);
    expect(found?.kind).toBe(kind);
  });

  it('is found on the slide that asks', async () => {
    const kit = await kitFrom(lessonOf([{ layout: 'quiz', question: 'SERT moves chloride.', answer: true }]));
    expect(errorsOf(kit)).toEqual([]);
    expect(kit.made?.lesson.quiz).toMatchObject([{ kind: 'true-false', answers: [{ correct: true }, {}] }]);
  });

  it.each([
    { question: 'What?' },
    { question: 'What?', type: 'matching' },
    { question: 'What?', type: 'numeric', answer: 'words' },
    { question: '`[[x]]`?' },
  ])('that says nothing right is named: %j', async (fields) => {
    const kit = await kitFrom(outlineAsking([fields]));
    expect(errorsOf(kit).map((error) => error.split(' ')[0])).toEqual(['outline/missing-field']);
    expect(kit.made?.deck.slides).toHaveLength(1);
  });
});

describe('numbers', () => {
  it.each([
    [{ answer: '4,5 ± 0,1 mM' }, 'nl', { value: 4.5, written: '4,5', tolerance: 0.1, unit: 'mM' }],
    [{ answer: '200 ± 5 %' }, 'en', { value: 200, tolerance: 10 }],
    [{ answer: '4.4–4.6 mM' }, 'en', { value: 4.5, tolerance: 0.1, unit: 'mM' }],
    [{ answer: 2.5, toleranz: '10%', einheit: 'V' }, 'de', { value: 2.5, tolerance: 0.25, unit: 'V' }],
    [{ answer: '1,200' }, 'en', { value: 1200 }],
    [{ answer: '6.02e23' }, 'en', { value: 6.02e23 }],
  ])('%j in %s', async (fields, lang, number) => {
    expect(await questionsIn([q(fields)], lang)).toMatchObject([{ kind: 'numeric', number }]);
  });

  it('are shown as they are written', async () => {
    const [found] = await questionsIn([q({ answer: '2,50 ± 0,1 mM' })], 'nl');
    expect(found?.kind === 'numeric' && numberText(found)).toBe('2,50 ± 0,1 mM');
  });
});

describe('questions as they are shown', () => {
  it('have no errors and all their words on the slides', async () => {
    const { made, diagnostics } = await soundKit(outlineAsking(allKinds));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const html = made.deck.slides.map((slide) => slide.html).join('\n');
    for (const word of ['serotonin', 'dopamine = DA', '4.5 ± 0.1 mM/s', 'SLC6A4', 'two: 2', 'Na+'])
      expect(html).toContain(word);
  });

  it('keep what is right from students', async () => {
    const { made } = await soundKit(outlineAsking(allKinds.slice(3)), {}, 'student');
    const html = made.deck.slides.map((slide) => slide.html).join('\n');
    for (const word of ['4.5', 'SLC6A4', '5-HT', 'Na+', 'class="place"', 'data-step="'])
      expect(html).not.toContain(word);
    expect(html).toContain('dopamine');
    expect(html.match(/class="letter">\s*<p>[A-D]/g)).toHaveLength(4 + 3);
    expect(html).toContain('mM/s');
  });

  it('have mixed items in an order that never changes', async () => {
    const questions = await questionsIn(allKinds);
    for (const question of questions) {
      if (question.kind === 'ordering') {
        expect(mixedOrder(question)).not.toEqual(question.order);
        expect([...mixedOrder(question)].sort()).toEqual([...question.order].sort());
      }
      if (question.kind === 'matching') expect(choicesOf(question)).toHaveLength(4);
    }
  });

  it('know their place', async () => {
    const { made } = await soundKit(outlineAsking(allKinds));
    expect(questionsOf(made.lesson)[1]).toMatchObject({
      position: 2,
      section: 's',
      slide: made.lesson.sections[0]?.slides[1]?.id,
    });
  });
});
