import type { Diagnostic, Related, Severity } from '../base/index.ts';
import { diagnostic } from './codes.ts';
import { percent, reaches } from './share.ts';
import type { Coverage, Minimums, SectionCoverage, SlideCoverage, StatementCoverage } from './types.ts';

/** Every section complete; statements are then covered too. */
export const defaultMinimums: Minimums = { sections: 100, statements: 0 };

const TEXT_START = 60;

/** The first words of a statement, for messages. */
export function startOf(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= TEXT_START) return text;
  const cut = characters.slice(0, TEXT_START).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > TEXT_START / 2 ? cut.slice(0, space) : cut}…`;
}

/** For each statement of a section the slides that carry the closest ones before and after, or else those of the lesson section that teaches this one. */
function slidesNear(
  coverage: Coverage,
  { statements, taughtIn }: SectionCoverage,
): readonly (readonly SlideCoverage[])[] {
  const teaching = coverage.slides
    .filter(({ section, orphan }) => taughtIn.includes(section) && orphan !== 'expected')
    .slice(0, 3);
  // One walk each way: a section may have tens of thousands of statements.
  const after: (string | undefined)[] = [];
  for (const [i, { slides }] of [...statements.entries()].reverse()) after[i] = slides[0] ?? after[i + 1];
  const byId = new Map(coverage.slides.map((one, i) => [one.slide, i]));
  let before: string | undefined;
  return statements.map(({ slides }, i) => {
    const places = [before, after[i + 1]].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])));
    before = slides.at(-1) ?? before;
    const near = [...new Set(places)].sort((a, b) => a - b).flatMap((place) => coverage.slides[place] ?? []);
    return near.length > 0 ? near : teaching;
  });
}

function uncovered(item: StatementCoverage, near: readonly SlideCoverage[], severity: Severity): Diagnostic {
  const { statement, questions } = item;
  const related: Related[] = near.map(({ slide, at }) => ({ at, message: `Slide "${slide}" is near.` }));
  const names = near.map(({ slide, title }) => `"${slide}" (${title})`).join(' or ');
  const asked =
    questions.length > 0 ? [`Question ${questions.join(', ')} asks about it, but no slide teaches it.`] : [];
  const help = [
    ...asked,
    near.length > 0
      ? `Add ${statement.id} to \`covers\` of ${names}.`
      : `Make a slide with \`covers: [${statement.id}]\`.`,
    `Or leave it out on purpose: \`omits: [{ statement: ${statement.id}, reason: … }]\`.`,
  ];
  const message = `Statement ${statement.id} is on no slide: “${startOf(statement.text)}”`;
  return diagnostic('coverage/uncovered', message, { at: statement.at, severity, related, help });
}

function contradictions(coverage: Coverage): readonly Diagnostic[] {
  const found = coverage.sections
    .flatMap(({ statements }) => statements)
    .filter(({ slides, waivers }) => slides.length > 0 && waivers.length > 0);
  return found.flatMap(({ statement, slides, waivers }) =>
    waivers.map((waiver) => {
      const carrying = coverage.slides.filter(({ slide }) => slides.includes(slide));
      const related = carrying.map(({ slide, at }) => ({ at, message: `Slide "${slide}" carries it.` }));
      const message = `Statement ${statement.id} is waived (“${startOf(waiver.reason)}”), but slide "${slides.join('", "')}" carries it.`;
      return diagnostic('coverage/covered-and-waived', message, {
        at: waiver.at,
        related,
        help: ['Remove the waiver, or the link from the slide.'],
      });
    }),
  );
}

interface Shortfall {
  readonly part: number;
  readonly whole: number;
  readonly minimum: number;
  readonly what: string;
}

function belowMinimum(coverage: Coverage, { part, whole, minimum, what }: Shortfall): readonly Diagnostic[] {
  if (reaches(part, whole, minimum)) return [];
  const [first, ...rest] = coverage.sections.filter((section) => !section.complete);
  if (first === undefined) return [];
  const message = `${part} of ${whole} ${what} are covered or waived (${percent(part, whole)} %); the minimum is ${minimum} %.`;
  const missing = ({ section, counts }: SectionCoverage): string =>
    `Section "${section.id}" misses ${counts.uncovered} of ${counts.statements} statements.`;
  const related = rest.map((section) => ({ at: section.section.at, message: missing(section) }));
  return [diagnostic('coverage/below-minimum', message, { at: first.section.at, related, help: [missing(first)] })];
}

/**
 * Findings of a coverage: each uncovered statement (an error while a minimum is missed, otherwise a warning), each
 * minimum that is missed, and each statement that is both covered and waived.
 */
export function checkCoverage(coverage: Coverage, minimums: Partial<Minimums> = {}): readonly Diagnostic[] {
  if (!coverage.hasSource) return [diagnostic('coverage/no-source', `Lesson "${coverage.lesson}" has no source.md.`)];
  const { sections, completeSections, statements, covered, waived } = coverage.totals;
  const wanted = { ...defaultMinimums, ...minimums };
  const below = [
    ...belowMinimum(coverage, { part: completeSections, whole: sections, minimum: wanted.sections, what: 'sections' }),
    ...belowMinimum(coverage, {
      part: covered + waived,
      whole: statements,
      minimum: wanted.statements,
      what: 'statements',
    }),
  ];
  const severity = below.length > 0 ? 'error' : 'warning';
  const missing = coverage.sections.flatMap((section) => {
    if (section.counts.uncovered === 0) return [];
    const near = slidesNear(coverage, section);
    return section.statements.flatMap((item, i) =>
      item.status === 'uncovered' ? [uncovered(item, near[i] ?? [], severity)] : [],
    );
  });
  return [...missing, ...contradictions(coverage), ...below];
}
