import { defineCodes } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { foreignLanguage, knownLanguage, notesOf, passagesOf, type KnownLanguage } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'text/language': {
    severity: 'warning',
    summary: 'A text is written in another language than the lesson.',
    why: 'It is often a slide that was copied and not translated; screen readers would read it with the wrong voice.',
    mend: 'Translate it, or say its language: `lang: en` on the slide, `[words]{lang=en}` in a text. Quotations may stay.',
  },
});

const names: Readonly<Record<KnownLanguage, string>> = {
  nl: 'Dutch',
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
};

/** Quotations are short; what looks like a longer one is a mark that stands alone. */
const longestQuotation = 1000;

/** A text without what stands between quotation marks. */
function withoutQuotations(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let closing = 0;
  const closers = [...text.matchAll(/[”"“»’]/g)].map((match) => match.index);
  for (const { index } of text.matchAll(/[“"„«‘]/g)) {
    if (index < from) continue;
    while (closing < closers.length && (closers[closing] ?? 0) <= index) closing++;
    const end = closers[closing];
    if (end === undefined) break;
    if (end - index > longestQuotation) continue;
    parts.push(text.slice(from, index));
    from = end + 1;
  }
  return [...parts, text.slice(from)].join(' ');
}

export const mixedLanguageCheck: Check = {
  name: 'mixed-language',
  codes: table,
  run(context) {
    const own = knownLanguage(context.lesson.lang);
    if (own === undefined) return [];
    return slidesOf(context.lesson).flatMap(({ slide }) =>
      [...passagesOf(context, slide), ...notesOf(slide)].flatMap(({ plain, pointer, at }) => {
        if (pointer === '/quote' || (slide.lang !== undefined && pointer !== '/notes')) return [];
        const other = foreignLanguage(withoutQuotations(plain), own);
        if (other === undefined) return [];
        const message = `Slide "${slide.id}" has a text in ${names[other]}; the lesson is in ${names[own]}.`;
        const help = [
          `Translate it into ${names[own]}, or say which language it is: \`lang: ${other}\` for the slide, \`[its words]{lang=${other}}\` for a part.`,
          'Words of somebody else between quotation marks may stay.',
        ];
        return [diagnostic('text/language', message, { at, help })];
      }),
    );
  },
};
