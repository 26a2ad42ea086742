import { describe, expect, it } from 'vitest';
import { Passages, termsOf, type FoundTerm } from '../../src/coverage/index.ts';

const found = (text: string, lang: string): readonly FoundTerm[] =>
  termsOf(text, lang).map((term) => ({ ...term, where: 'slide', weight: 1 }));

/** The words that are marked on a slide, by the passage that they stand in. */
const marked = (statement: string, texts: readonly string[], lang = 'nl'): readonly (readonly string[])[] =>
  new Passages(lang)
    .of(found(statement, lang), texts)
    .map(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)));

describe('the words that say a statement', () => {
  it('are marked on the slide in whatever form they have there', () => {
    expect(
      marked('De receptoren zijn geremd door 0,5 mg.', ['Remt een receptortype', 'Dosis: 0.5 mg', 'Iets anders']),
    ).toEqual([['Remt', 'receptortype'], ['0.5']]);
  });

  it('are looked for in the fields of a slide before its figures', () => {
    const rendered = `Wolken trekken voorbij. ${'Een lange regel zonder zin. '.repeat(20)} Regen valt op bergen.`;
    expect(marked('Wolken brengen regen naar de bergen.', ['Wolken trekken voorbij', rendered])).toEqual([
      ['Wolken'],
      ['Regen', 'bergen'],
    ]);
  });

  it('are none where a slide says none', () => expect(marked('Alles stroomt.', ['Niets', ''])).toEqual([]));
});
