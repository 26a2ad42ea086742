import {
  explainerRole,
  slidesOf,
  type LeftOut,
  type Lesson,
  type Slide,
  type SourceSection,
  type Statement,
  type StatementLink,
  type Waiver,
} from '../model/index.ts';
import { wordsIn } from '../parse/index.ts';
import type {
  Counts,
  Coverage,
  SectionCoverage,
  SlideCoverage,
  StatementCoverage,
  Status,
  TextCoverage,
} from './types.ts';

/** Lists of values by statement id, filled in the order of the outline, each value once. */
class ByStatement<T> {
  readonly #lists = new Map<string, Set<T>>();
  add(links: readonly StatementLink[], value: T): void {
    for (const { statement } of links) {
      const list = this.#lists.get(statement);
      if (list === undefined) this.#lists.set(statement, new Set([value]));
      else list.add(value);
    }
  }
  get(statement: string): readonly T[] {
    return [...(this.#lists.get(statement) ?? [])];
  }
}

interface Links {
  readonly slides: ByStatement<string>;
  readonly questions: ByStatement<string>;
  readonly misconceptions: ByStatement<number>;
  readonly waivers: ByStatement<Waiver>;
}

function linksOf(lesson: Lesson, slides: readonly Slide[]): Links {
  const links: Links = {
    slides: new ByStatement(),
    questions: new ByStatement(),
    misconceptions: new ByStatement(),
    waivers: new ByStatement(),
  };
  for (const slide of slides) links.slides.add(slide.covers, slide.id);
  for (const question of lesson.quiz) links.questions.add(question.covers, question.id);
  lesson.misconceptions.forEach((item, index) => links.misconceptions.add(item.covers, index + 1));
  for (const waiver of [...lesson.omits, ...lesson.sections.flatMap((section) => section.omits)])
    links.waivers.add([waiver], waiver);
  return links;
}

function statementCoverage(statement: Statement, links: Links): StatementCoverage {
  const slides = links.slides.get(statement.id);
  const waivers = links.waivers.get(statement.id);
  const status: Status = slides.length > 0 ? 'covered' : waivers.length > 0 ? 'waived' : 'uncovered';
  const questions = links.questions.get(statement.id);
  return { statement, status, slides, questions, misconceptions: links.misconceptions.get(statement.id), waivers };
}

function count(statements: readonly StatementCoverage[]): Counts {
  const counts = { statements: statements.length, covered: 0, waived: 0, uncovered: 0 };
  for (const { status } of statements) counts[status]++;
  return counts;
}

function sectionCoverage(section: SourceSection, lesson: Lesson, links: Links): SectionCoverage {
  const statements = section.statements.map((statement) => statementCoverage(statement, links));
  const counts = count(statements);
  const taughtIn = lesson.sections.filter(({ covers }) => covers.includes(section.id)).map(({ id }) => id);
  return { section, statements, counts, complete: counts.uncovered === 0, taughtIn };
}

/** Each text of the source by itself. */
function textsCoverage({ source }: Lesson, sections: readonly SectionCoverage[]): readonly TextCoverage[] {
  const texts = source?.texts ?? [];
  const hasExplainer = texts.some(({ role }) => role === explainerRole);
  return texts.map((text, i): TextCoverage => {
    const statements = sections
      .filter(({ section }) => section.at.file === text.file)
      .flatMap((section) => section.statements);
    const leftOut = (source?.leftOut ?? []).filter(({ at }) => at.file === text.file);
    const stated = statements.reduce((sum, { statement }) => sum + wordsIn(statement.text), 0);
    const outside = leftOut
      .filter(({ kind }) => !kindsWithoutWords.has(kind))
      .reduce((sum, { words }) => sum + words, 0);
    return {
      text,
      headline: hasExplainer ? text.role === explainerRole : i === 0,
      counts: count(statements),
      words: { stated, leftOut: outside },
      leftOut,
    };
  });
}

/** Parts of a text that are written about it or for a program, so that their words are none of the text. */
const kindsWithoutWords: ReadonlySet<LeftOut['kind']> = new Set([
  'attributes',
  'box',
  'comment',
  'front-matter',
  'link-definition',
]);

/**
 * Compares the source with the slides, statement by statement and slide by slide.
 * Links to statements that the source does not have are left out here; parsing reports them.
 * @param slides the slides that count, for example those of one time plan; all slides of the lesson when absent.
 */
export function coverageOf(lesson: Lesson, slides?: readonly Slide[]): Coverage {
  const all = slidesOf(lesson).filter(({ slide }) => slides?.includes(slide) ?? true);
  const links = linksOf(
    lesson,
    all.map(({ slide }) => slide),
  );
  const sections = (lesson.source?.sections ?? []).map((section) => sectionCoverage(section, lesson, links));
  const known = new Set(sections.flatMap((section) => section.statements.map(({ statement }) => statement.id)));
  const bySlide = all.map(({ slide, section }): SlideCoverage => {
    const statements = [...new Set(slide.covers.map((link) => link.statement))].filter((id) => known.has(id));
    const orphan = statements.length > 0 ? 'no' : slide.role === 'teaching' ? 'unexpected' : 'expected';
    return {
      slide: slide.id,
      title: slide.title ?? slide.id,
      layout: slide.layout,
      section: section.id,
      statements,
      orphan,
      at: slide.at,
    };
  });
  const texts = textsCoverage(lesson, sections);
  const headline = new Set(texts.filter((text) => text.headline).map(({ text }) => text.file));
  const main = sections.filter(({ section }) => headline.has(section.at.file));
  return {
    lesson: lesson.id,
    file: lesson.file,
    hasSource: lesson.source !== undefined,
    sections,
    slides: bySlide,
    texts,
    totals: {
      ...count(main.flatMap((section) => section.statements)),
      sections: main.length,
      completeSections: main.filter((section) => section.complete).length,
      slides: bySlide.length,
      orphans: bySlide.filter(({ orphan }) => orphan !== 'no').length,
    },
  };
}
