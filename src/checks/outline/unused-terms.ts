import { defineCodes } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { notesOf, passagesAround, passagesOf } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'glossary/unused': {
    severity: 'info',
    summary: 'A term of the glossary is used nowhere else: on no slide, in no notes, in no question.',
    why: 'A glossary helps with the words of the lesson; other words only make it longer.',
    mend: 'Use the term, write it as it is used on the slides, or remove it.',
  },
});

/** How many letters at the end of a word may differ where it is used. Greek and Slavic words bend sooner. */
function endingOf(word: string): number {
  if (/[\p{sc=Grek}\p{sc=Cyrl}]/u.test(word) && word.length > 4) return 2;
  return word.length > 7 ? 2 : 0;
}

/** The words under which a term may appear: “SERT, NET and DAT” is three. Endings may differ. */
export function formsOf(term: string): readonly string[] {
  const parts = plainText(term)
    .split(/[,;/()]|\s(?:en|and|und|et|of|or|oder|ou)\s/i)
    .map((part) => part.trim());
  return parts
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.length > 1)
    .map((part) => part.slice(0, part.length - endingOf(part)));
}

export const unusedTermsCheck: Check = {
  name: 'unused-terms',
  codes: table,
  run(context) {
    const { lesson } = context;
    const around = passagesAround(lesson).filter(({ pointer }) => !pointer.startsWith('/glossary'));
    const text = slidesOf(lesson)
      .flatMap(({ slide }) => [...passagesOf(context, slide), ...notesOf(slide)])
      .concat(around)
      .map(({ plain }) => plain.toLowerCase())
      .join('\n');
    return lesson.glossary.flatMap((term, i) => {
      if (formsOf(term.term).some((form) => text.includes(form))) return [];
      const help = ['Use the word on the slide that explains it, or in its notes.', 'Or remove it from the glossary.'];
      const at = lesson.places.value(`/glossary/${i}/term`);
      return [diagnostic('glossary/unused', `The term “${term.term}” is used nowhere.`, { at, help })];
    });
  },
};
