import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingCheck } from '../../../src/checks/words/index.ts';
import { Speller } from '../../../src/checks/words/speller.ts';
import { wordsIn } from '../../../src/checks/words/tokens.ts';
import { cleanSlide, find, outlineOf, places } from '../outline/support.ts';

const slide = {
  ...cleanSlide,
  id: 's',
  title: 'This slide has a mistke in it',
  notes: 'The `mistaek` is in the *titel*.',
};

describe('text/spelling', () => {
  it('finds each wrong word once, at its own place, with words that may have been meant', async () => {
    const found = await find(spellingCheck, outlineOf([slide]));
    expect(found.map(({ code, source }) => `${code}: ${source}`)).toEqual([
      'text/spelling: mistke',
      'text/spelling: titel',
    ]);
    expect(found[0]?.help?.[0]).toContain('“mistake”');
    expect(found[0]?.help?.at(-1)).toBe('If it is right, add the line `mistke` to lessons/x/words.txt.');
  });

  it('knows the words of the lesson: its list, its terms, the names it cites', async () => {
    const rest = {
      author: 'Titel',
      glossary: [{ term: 'Mistke', definition: 'A word.' }],
      references: [{ id: 'w', authors: 'Zmorzynska', year: '2025', title: 'Doszyn' }],
    };
    const own = { ...slide, body: 'Zmorzynska and Doszyn wrote about wibbles.' };
    expect(await places(spellingCheck, outlineOf([own], rest), { files: { 'words.txt': '# list\nwibble\n' } })).toEqual(
      [],
    );
  });

  it('checks Dutch with its compounds and accents, and takes no other language', async () => {
    const dutch = {
      ...slide,
      title: 'De serotoninestijging is één gevolg van hét middel',
      body: 'Zonder twijvel.',
      notes: 'De pomp werkt.',
    };
    expect(
      await places(spellingCheck, { title: 'Een les', lang: 'nl', sections: [{ title: 'Deel', slides: [dutch] }] }),
    ).toEqual(['text/spelling: twijvel']);
    expect(
      await find(spellingCheck, { title: 'Lekcja', lang: 'pl', sections: [{ title: 'Rozdzial', slides: [slide] }] }),
    ).toEqual([]);
  });

  it('takes British and American words in English, and only its own when the tag says which', async () => {
    const word = (text: string): { whole: string; parts: string[] } => ({ whole: text, parts: [text] });
    const any = await Speller.for('en', []);
    const british = await Speller.for('en-GB', []);
    expect(['colour', 'color'].flatMap((text) => any?.unknownIn(word(text)))).toEqual([]);
    expect(['colour', 'color'].flatMap((text) => british?.unknownIn(word(text)))).toEqual(['color']);
  });

  it.each([
    ['de', 'Der Verhältnismäßigkeitsgrundsatz und die Einschätzungsprärogative, Art. 20 Abs. 3, am 15. Dez. 1983', []],
    ['de', 'Grundsazt und Grundrechtseingrif', ['Grundsazt', 'Grundrechtseingrif']],
    ['fr', "Aujourd'hui, l’idée qu'à quelqu’un d'autre", []],
    ['fr', 'une idéee', ['idéee']],
    ['nl', 'arbeidsongeschiktheidsverzekering', []],
  ])('%s: %s', async (lang, text, wrong) => {
    const speller = await Speller.for(lang, []);
    expect(wordsIn(text).flatMap((word) => speller?.unknownIn(word) ?? [])).toEqual(wrong);
  });
});

describe('words of a text', () => {
  const words = (text: string): readonly string[] => wordsIn(text).flatMap(({ parts }) => parts);
  it('leaves out code, formulas, addresses, abbreviations and names with digits', () => {
    expect(words('The `fooo` $\\alphaa$ [linkk](https://exmple.org/baad) MDMA mRNA slc6a4 5-HT1A x')).toEqual([
      'The',
      'linkk',
    ]);
    expect(words('MDMA-spiegel en niet-lineair, risico’s')).toEqual(['spiegel', 'niet', 'lineair', "risico's"]);
  });

  it('never fails and gives parts of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        words(text).every((word) => text.normalize('NFC').replace(/’/g, "'").includes(word.normalize('NFC'))),
      ),
    );
  });
});
