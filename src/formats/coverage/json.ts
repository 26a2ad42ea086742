import { percent, type Coverage, type Said, type Staleness } from '../../coverage/index.ts';
import { slidesOf, type Excerpt, type Lesson } from '../../model/index.ts';

/** The version of `coverage.json`; it rises when a member changes its meaning or goes away. */
const VERSION = 3;

interface JsonExtras {
  readonly said?: ReadonlyMap<string, Said>;
  readonly staleness?: Staleness;
  /** The part of the lesson that is measured; all of it when absent. */
  readonly only?: Excerpt;
}

/**
 * `coverage.json`: the coverage both ways, and what must be reviewed when a lock was compared.
 * Deterministic: the same lesson gives the same bytes.
 */
export function coverageJson(lesson: Lesson, coverage: Coverage, { said, staleness, only }: JsonExtras = {}): string {
  const { totals } = coverage;
  const evidence = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide.evidence]));
  const sections = coverage.sections.map(({ section, counts, complete, statements, taughtIn }) => ({
    id: section.id,
    title: section.title,
    complete,
    ...counts,
    percent: percent(counts.covered, counts.statements),
    taughtIn,
    list: statements.map(({ statement, status, slides, questions, misconceptions, waivers }) => ({
      id: statement.id,
      text: statement.text,
      hash: statement.hash,
      status,
      slides,
      ...saidData(said?.get(statement.id)),
      questions,
      misconceptions,
      waivers: waivers.map(({ reason }) => reason),
    })),
  }));
  const slides = coverage.slides.map(({ slide, title, layout, section, statements, orphan }) => ({
    id: slide,
    title,
    layout,
    section,
    statements,
    evidence: evidence.get(slide) ?? [],
    orphan,
  }));
  const review = staleness?.reviews.map(({ kind, id, changes, covers }) => ({ kind, id, changes, covers }));
  const shares = {
    sections: percent(totals.completeSections, totals.sections),
    statements: percent(totals.covered, totals.statements),
  };
  const report = {
    version: VERSION,
    lesson: lesson.id,
    title: lesson.title,
    lang: lesson.lang,
    only,
    source: lesson.source?.file,
    texts: coverage.texts.map(textData),
    totals,
    percent: shares,
    sections,
    slides,
    review,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** What was counted in one text, and which parts of it are no statements. */
const textData = ({ text, counts, words, leftOut }: Coverage['texts'][number]) => ({
  ...text,
  ...counts,
  words,
  leftOut: leftOut.map(({ kind, lines, words: count }) => ({ kind, lines, words: count })),
});

/** Where a covered statement is said, how much of it, and which of its words stand nowhere on its slides or in their notes. */
function saidData(said: Said | undefined): object {
  if (said === undefined) return {};
  const words = (where: string): readonly string[] => [
    ...new Set(said.terms.filter((term) => term.where === where).map(({ written }) => written)),
  ];
  return {
    said: said.saying,
    share: Math.round(said.share * 100) / 100,
    onSlides: Math.round(said.shown * 100) / 100,
    onlyInNotes: words('notes'),
    missing: words('nowhere'),
    ...(said.plan !== undefined && { plan: said.plan }),
  };
}
