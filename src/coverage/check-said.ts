import type { Diagnostic } from '../base/index.ts';
import { slidesOf, type Lesson } from '../model/index.ts';
import { startOf } from './check.ts';
import { diagnostic } from './codes.ts';
import type { FoundTerm, Said } from './said/index.ts';
import type { Coverage, StatementCoverage } from './types.ts';

/** More words than this are named by the first ones. */
const mostWords = 8;

/** Words that are missing, those that carry most first, each once. */
function listed(terms: readonly FoundTerm[], isMissing: (term: FoundTerm) => boolean): string {
  const missing = terms.filter(isMissing).sort((a, b) => b.weight - a.weight);
  const words = [...new Map(missing.map(({ key, written }) => [key, written])).values()];
  const shown = words.slice(0, mostWords).map((word) => `“${word}”`);
  return shown.join(', ') + (words.length > mostWords ? ' …' : '');
}

function finding(lesson: Lesson, item: StatementCoverage, said: Said): Diagnostic | undefined {
  const { statement, slides } = item;
  const carriers = slidesOf(lesson).filter(({ slide }) => slides.includes(slide.id));
  const last = carriers.at(-1)?.slide;
  const link = last?.covers.find((cover) => cover.statement === statement.id);
  if (said.saying === 'slide' || last === undefined) return undefined;
  const at = link?.at ?? last.at;
  const names = slides.map((id) => `"${id}"`).join(', ');
  const many = slides.length > 1;
  const plan = said.plan === undefined ? '' : ` in plan "${said.plan}"`;
  const related = [{ at: statement.at, message: `${statement.id}: “${startOf(statement.text)}”` }];
  if (said.saying === 'notes') {
    const message = `Statement ${statement.id} is said only in the notes of slide${many ? 's' : ''} ${names}${plan}; on the slide${many ? 's' : ''} these words are missing: ${listed(said.terms, ({ where }) => where !== 'slide')}.`;
    return diagnostic('coverage/only-in-notes', message, { at, related });
  }
  const inNotes = listed(said.terms, ({ where }) => where === 'notes');
  const message = `Statement ${statement.id} is linked to slide${many ? 's' : ''} ${names} but not said there${plan}: nowhere on the slide${many ? 's' : ''} or in the notes ${listed(said.terms, ({ where }) => where === 'nowhere')}${inNotes === '' ? '' : `; only in the notes ${inNotes}`}.`;
  const help = [
    `Say it on slide "${last.id}" or in its notes: “${statement.text}”`,
    'Other words for it go under `says`, a slide that says it in its own way takes `ignore: [{ check: coverage/nominal, reason: … }]`.',
  ];
  return diagnostic('coverage/nominal', message, { at, related, help });
}

/** Each statement that its slides are linked to and do not say. */
export function checkSaid(lesson: Lesson, coverage: Coverage, said: ReadonlyMap<string, Said>): readonly Diagnostic[] {
  return coverage.sections.flatMap(({ statements }) =>
    statements.flatMap((item) => {
      const found = said.get(item.statement.id);
      return (found && finding(lesson, item, found)) ?? [];
    }),
  );
}
