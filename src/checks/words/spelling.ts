import { defineCodes, type Diagnostic, type FileId, type Span } from '../../base/index.ts';
import { slidesOf, textsOf } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { foreignLanguage, knownLanguage, notesOf, passagesAround, passagesOf, type Passage } from '../texts/index.ts';
import { ownWords, wordLists } from './own-words.ts';
import { Speller, withoutScience } from './speller.ts';
import { wordsIn } from './tokens.ts';

const { table, diagnostic } = defineCodes({
  'text/spelling': {
    severity: 'warning',
    summary:
      'A word is not in the dictionary of the lesson’s language, nor in the word lists of the project or lesson.',
    why: 'A spelling mistake on a slide is seen by everyone and read as carelessness.',
    mend: 'Correct the word, or add it to `words.txt` beside the outline (or beside `lessons/`), one word a line.',
  },
});

/** Looking for words that were meant takes long; this many words get such help. */
const mostSuggestions = 20;

/** Looking for the place of a word reads its whole text; so many words get a place of their own. */
const mostPlaces = 200;

/** Every text of the lesson, without quotations in another language. */
function passages(context: CheckContext): readonly Passage[] {
  const { lesson } = context;
  const all = [
    ...slidesOf(lesson).flatMap(({ slide }) => [...passagesOf(context, slide), ...notesOf(slide)]),
    ...passagesAround(lesson),
  ];
  const own = knownLanguage(lesson.lang);
  return all.filter(({ plain }) => own === undefined || foreignLanguage(plain, own) === undefined);
}

/** The place of a word inside the text that holds it; the whole text when it is not found as written. */
function placeOf(word: string, at: Span, textOf: (file: FileId) => string): Span {
  const text = textOf(at.file).slice(at.start, at.end).replace(/’/g, "'");
  // A pattern of a thousand characters is no word, and none that an engine takes.
  if (word.length > 200) return at;
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const index = text.search(new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}])`, 'u'));
  return index < 0 ? at : { file: at.file, start: at.start + index, end: at.start + index + word.length };
}

/** Each unknown word with the first text that has it. */
function unknownWords(speller: Speller, texts: readonly Passage[]): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>();
  for (const passage of texts) {
    for (const word of wordsIn(passage.markdown)) {
      for (const part of speller.unknownIn(word)) if (!found.has(part)) found.set(part, passage);
    }
  }
  return found;
}

export const spellingCheck: Check = {
  name: 'spelling',
  codes: table,
  async run(context) {
    const { lesson, files } = context;
    const speller = await Speller.for(lesson.lang, ownWords(lesson, files));
    if (speller === undefined) return [];
    const unknown = unknownWords(speller, passages(context));
    const words = await withoutScience([...unknown.keys()]);
    const textOf = textsOf(files);
    const [, list] = wordLists(lesson);
    return words.flatMap((word, i): readonly Diagnostic[] => {
      const passage = unknown.get(word);
      if (passage === undefined) return [];
      const near = i < mostSuggestions ? speller.near(word) : [];
      const help = [
        ...(near.length > 0 ? [`Did you mean ${near.map((other) => `“${other}”`).join(', ')}?`] : []),
        `If it is right, add the line \`${word}\` to ${list}.`,
      ];
      const at = i < mostPlaces ? placeOf(word, passage.at, textOf) : passage.at;
      return [diagnostic('text/spelling', `“${word}” is not in the dictionary.`, { at, help })];
    });
  },
};
