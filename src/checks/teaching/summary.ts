import { defineCodes, type Diagnostic } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Lesson, Section, Slide } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { numberOption } from '../settings.ts';
import { choiceOption } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'teaching/no-summary': {
    severity: 'info',
    summary:
      'The lesson has no summary in its last third (option `per: section`: a section of 4 or more slides has none; option `slides`).',
    why: 'What is repeated at the end is what students keep.',
    mend: 'Add a slide with layout `summary`, or one whose title says that it holds the key points.',
  },
});

const keyPoints =
  /\b(summary|key points|take[- ]?(?:home|away)|samenvatting|kernpunten|kern|conclusie|zusammenfassung|résumé)\b/i;

const isSummary = ({ role, title }: Slide): boolean => role === 'closing' || keyPoints.test(plainText(title ?? ''));

const teaches = ({ role }: Slide): boolean => role === 'teaching' || role === 'closing' || role === 'activity';

const help = ['Add a slide: `layout: summary` with two to five `points`.'];

function perLesson(lesson: Lesson, least: number): readonly Diagnostic[] {
  const slides = lesson.sections.flatMap((section) => section.slides);
  const last = slides.slice(Math.floor((slides.length * 2) / 3));
  if (slides.filter(teaches).length < least || last.some(isSummary)) return [];
  const at = slides.at(-1)?.at ?? lesson.places.value('/sections');
  return [diagnostic('teaching/no-summary', 'The lesson ends without a summary.', { at, help })];
}

const perSection = (sections: readonly Section[], least: number): readonly Diagnostic[] =>
  sections
    .filter(({ slides }) => slides.filter(teaches).length >= least && !slides.some(isSummary))
    .map((section) =>
      diagnostic('teaching/no-summary', `Section "${section.id}" has no summary.`, {
        at: section.places.value('/title'),
        help,
      }),
    );

export const summaryCheck: Check = {
  name: 'summary',
  codes: table,
  run(context) {
    const least = numberOption(context.config, 'teaching/no-summary', 'slides', 4);
    const per = choiceOption(context.config, 'teaching/no-summary', 'per', ['lesson', 'section']);
    return per === 'lesson' ? perLesson(context.lesson, least) : perSection(context.lesson.sections, least);
  },
};
