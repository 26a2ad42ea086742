import { hasErrors, type Diagnostic, type FileId, type Span } from '../base/index.ts';
import { compose } from '../compose/index.ts';
import {
  checkCoverage,
  checkLock,
  compareLock,
  coverageOf,
  lockFile,
  readLock,
  tellRenamed,
  type Coverage,
  type Staleness,
} from '../coverage/index.ts';
import {
  decodeUtf8,
  lessonOfPlan,
  slidesOf,
  type Audience,
  type Composition,
  type Deck,
  type Asset,
  type Files,
  type Lesson,
  type LessonId,
  type SlideId,
  type MermaidArtist,
  type Config,
  type Excerpt,
} from '../model/index.ts';
import type { PlanDeck } from '../formats/index.ts';
import { asStandIn, loadCatalogue, ownTemplates, parseLesson, type Catalogue } from '../parse/index.ts';
import { render, type StyleCache } from '../render/index.ts';
import { noQuestions, questionsAlone } from './excerpt.ts';
import type { PhaseListener } from './phase.ts';

/** A lesson taken through all phases that need no browser. */
export interface MadeLesson {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  readonly staleness?: Staleness;
  readonly composition: Composition;
  readonly deck: Deck;
  /** A deck for each time plan; none unless asked for (`perPlan`), and none for a lesson with one plan. */
  readonly planDecks: readonly PlanDeck[];
  readonly assets: readonly Asset[];
  /** Set when the deck shows a part of the lesson; lesson and coverage are then that part's. */
  readonly only?: Excerpt;
}

export interface MakeResult {
  /** As far as the phases came. */
  readonly lesson?: Lesson;
  readonly coverage?: Coverage;
  /** What the lock says must be reviewed; absent when there is no lock. */
  readonly staleness?: Staleness;
  readonly made?: MadeLesson;
  /** Whether there is nothing to make, which is no failure: the part that was asked for is empty. */
  readonly isEmpty?: true;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MakeOptions {
  readonly files: Files;
  readonly config: Config;
  /** Layouts of the project and Lectern's own, shared by all lessons. */
  readonly catalogue: Catalogue;
  readonly audience: Audience;
  /** Whether a lesson of which something cannot be made is not made at all. */
  readonly strict?: boolean;
  /** The part of the lesson that is wanted; all of it when absent. */
  readonly only?: Excerpt;
  /** Whether each time plan needs a deck of its own. */
  readonly perPlan?: boolean;
  /** Told which phase begins. */
  readonly onPhase?: PhaseListener;
  /** Where packed style sheets are kept from run to run. */
  readonly styles?: StyleCache;
  /** Draws Mermaid diagrams; without it they are found and not drawn. */
  readonly artist?: MermaidArtist;
}

export const lessonFolder = (config: Config, id: LessonId): FileId => `${config.lessons}/${id}`;

/** Template folders of a lesson, nearest first. */
export const templateFolders = (folder: FileId): readonly FileId[] => [
  `${folder}/templates`,
  'templates',
  ownTemplates,
];

/** Parses a lesson and measures its coverage. @returns also whether the outline and what it is made of have no errors. */
export function parseOne(
  id: LessonId,
  { files, config, catalogue }: MakeOptions,
): MakeResult & { readonly own: Catalogue; readonly isSound: boolean } {
  const folder = lessonFolder(config, id);
  const own = loadCatalogue(files, [`${folder}/templates`], catalogue);
  const parsed = parseLesson(files, folder, { catalogue: own, config });
  const isSound = !hasErrors(parsed.diagnostics);
  if (!parsed.ok) return { own, isSound, diagnostics: parsed.diagnostics };
  const lesson = parsed.value;
  const coverage = coverageOf(lesson);
  const { staleness, diagnostics } = lockState(lesson, files);
  return {
    own,
    isSound,
    lesson,
    coverage,
    ...(staleness ? { staleness } : {}),
    diagnostics: withRenamed(
      lesson,
      [...parsed.diagnostics, ...checkCoverage(coverage, config.coverage), ...diagnostics],
      { staleness, files },
    ),
  };
}

/** The findings of a lesson with each renamed heading of its source told once. */
function withRenamed(
  lesson: Lesson,
  diagnostics: readonly Diagnostic[],
  { staleness, files }: { readonly staleness: Staleness | undefined; readonly files: Files },
): readonly Diagnostic[] {
  if (staleness === undefined) return diagnostics;
  const textAt = ({ file, start, end }: Span): string => {
    const read = files.read(file);
    return ((read.ok ? decodeUtf8(read.bytes) : undefined) ?? '').slice(start, end);
  };
  return tellRenamed(lesson, { staleness, diagnostics, textAt });
}

/** What has changed since the lock was accepted; nothing when there is no lock. */
function lockState(lesson: Lesson, files: Files): { staleness?: Staleness; diagnostics: readonly Diagnostic[] } {
  const read = files.read(lockFile(lesson));
  const text = read.ok ? decodeUtf8(read.bytes) : undefined;
  if (text === undefined) return { diagnostics: [] };
  const lock = readLock(text, lockFile(lesson));
  if (!lock.ok) return { diagnostics: lock.diagnostics };
  const staleness = compareLock(lesson, lock.value);
  return { staleness, diagnostics: checkLock(lesson, staleness) };
}

/**
 * Parse, compose, render: the outline becomes a deck. Coverage below the minimum is reported but stops nothing, and a
 * slide that cannot be made stands in the deck as a plain one, unless `strict` asks for all or nothing.
 */
export async function makeLesson(id: LessonId, options: MakeOptions): Promise<MakeResult> {
  options.onPhase?.('parse');
  const { own, lesson, coverage, staleness, diagnostics, isSound } = parseOne(id, options);
  if (!lesson || !coverage) return { diagnostics };
  const known = { lesson, coverage, ...(staleness ? { staleness } : {}) };
  if (options.strict === true && !isSound) return { ...known, diagnostics };
  if (options.only !== undefined) return makeExcerpt({ ...known, diagnostics }, lesson, own, options);
  const { made, diagnostics: found } = await makeDeck(lesson, own, options);
  const all = [...diagnostics, ...found];
  if (!made || (options.strict === true && hasErrors(found))) return { ...known, diagnostics: all };
  const planDecks = options.perPlan === true ? await makePlanDecks(made.lesson, own, options) : [];
  return { ...known, lesson: made.lesson, made: { ...known, ...made, planDecks }, diagnostics: all };
}

/** The deck of a part of the lesson. What its coverage says is what the part covers; findings are those of the whole. */
async function makeExcerpt(
  whole: MakeResult,
  lesson: Lesson,
  own: Catalogue,
  options: MakeOptions,
): Promise<MakeResult> {
  const excerpt = questionsAlone(lesson, own, options.audience);
  if (!excerpt) return { ...whole, isEmpty: true, diagnostics: [...whole.diagnostics, noQuestions(lesson)] };
  const { made, diagnostics: found } = await makeDeck(excerpt, own, options);
  const diagnostics = [...whole.diagnostics, ...found];
  if (!made || (options.strict === true && hasErrors(found))) return { ...whole, diagnostics };
  const planDecks = options.perPlan === true ? await makePlanDecks(made.lesson, own, options) : [];
  const coverage = coverageOf(made.lesson);
  return { ...whole, diagnostics, made: { ...made, coverage, planDecks, only: 'questions' } };
}

/** A deck for each time plan of a lesson with several; what is wrong with its slides has been told already. */
async function makePlanDecks(lesson: Lesson, catalogue: Catalogue, options: MakeOptions): Promise<readonly PlanDeck[]> {
  if (lesson.plans.length < 2) return [];
  const decks: PlanDeck[] = [];
  for (const plan of lesson.plans) {
    const { made } = await makeDeck(lessonOfPlan(lesson, plan), catalogue, options);
    if (made) decks.push({ plan, deck: made.deck });
  }
  return decks;
}

type MadeDeck = Pick<MadeLesson, 'lesson' | 'composition' | 'deck' | 'assets'>;

/** Composes and renders until every slide that cannot be made stands as a plain one. */
async function makeDeck(
  lesson: Lesson,
  catalogue: Catalogue,
  options: MakeOptions,
  told: readonly Diagnostic[] = [],
): Promise<{ readonly made?: MadeDeck; readonly diagnostics: readonly Diagnostic[] }> {
  const { files, config, audience } = options;
  const folders = templateFolders(lessonFolder(config, lesson.id));
  options.onPhase?.('compose');
  const composed = compose({ lesson, catalogue, files, folders, audience });
  if (!composed.ok) return { diagnostics: united(told, composed.diagnostics) };
  const composition = composed.value;
  options.onPhase?.('render');
  const rendered = await render(composition, files, options);
  const found = united(told, [...composed.diagnostics, ...rendered.diagnostics]);
  const plain = composition.slides.flatMap(({ slide, standIn }) => (standIn ? slide : []));
  const marked = withStandIns(lesson, new Set([...plain, ...rendered.failed]));
  const { divided } = rendered;
  if (divided.size > 0) {
    const larger = withPages(rendered.failed.size > 0 ? marked : lesson, divided);
    return makeDeck(larger, catalogue, options, found.filter(isError));
  }
  if (rendered.ok) return { made: { lesson: marked, composition, ...rendered.value }, diagnostics: found };
  const isNew = slidesOf(lesson).some(({ slide }) => rendered.failed.has(slide.id) && !slide.standIn);
  return isNew ? makeDeck(marked, catalogue, options, found.filter(isError)) : { diagnostics: found };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** Findings of several attempts, each once. */
function united(first: readonly Diagnostic[], second: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, at, message }: Diagnostic): string => JSON.stringify([code, at?.file, at?.start, message]);
  return [...new Map([...first, ...second].map((finding) => [keyOf(finding), finding])).values()];
}

/** The lesson with room for drawings that take several pages; each round gives a drawing more, and there are few to give. */
const withPages = (lesson: Lesson, pages: ReadonlyMap<SlideId, number>): Lesson => ({
  ...lesson,
  sections: lesson.sections.map((section) => ({
    ...section,
    slides: section.slides.map((slide) => {
      const drawnPages = pages.get(slide.id);
      return drawnPages === undefined ? slide : { ...slide, drawnPages };
    }),
  })),
});

const withStandIns = (lesson: Lesson, ids: ReadonlySet<SlideId>): Lesson =>
  ids.size === 0
    ? lesson
    : {
        ...lesson,
        sections: lesson.sections.map((section) => ({
          ...section,
          slides: section.slides.map((slide) => (ids.has(slide.id) ? asStandIn(slide) : slide)),
        })),
      };
