import { hasErrors, type Diagnostic, type FileId } from '../base/index.ts';
import { compose } from '../compose/index.ts';
import {
  checkCoverage,
  checkLock,
  compareLock,
  coverageOf,
  lockFile,
  readLock,
  type Coverage,
  type Staleness,
} from '../coverage/index.ts';
import {
  decodeUtf8,
  type Audience,
  type Composition,
  type Deck,
  type Asset,
  type Files,
  type Lesson,
  type LessonId,
  type Config,
} from '../model/index.ts';
import { loadCatalogue, ownTemplates, parseLesson, type Catalogue } from '../parse/index.ts';
import { render, type StyleCache } from '../render/index.ts';

/** A lesson taken through all phases that need no browser. */
export interface MadeLesson {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  readonly staleness?: Staleness;
  readonly composition: Composition;
  readonly deck: Deck;
  readonly assets: readonly Asset[];
}

export interface MakeResult {
  /** As far as the phases came. */
  readonly lesson?: Lesson;
  readonly coverage?: Coverage;
  /** What the lock says must be reviewed; absent when there is no lock. */
  readonly staleness?: Staleness;
  readonly made?: MadeLesson;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MakeOptions {
  readonly files: Files;
  readonly config: Config;
  /** Layouts of the project and Lectern's own, shared by all lessons. */
  readonly catalogue: Catalogue;
  readonly audience: Audience;
  /** Where packed style sheets are kept from run to run. */
  readonly styles?: StyleCache;
}

export const lessonFolder = (config: Config, id: LessonId): FileId => `${config.lessons}/${id}`;

/** Template folders of a lesson, nearest first. */
export const templateFolders = (folder: FileId): readonly FileId[] => [
  `${folder}/templates`,
  'templates',
  ownTemplates,
];

/** Parses a lesson and measures its coverage. */
export function parseOne(
  id: LessonId,
  { files, config, catalogue }: MakeOptions,
): MakeResult & { readonly own: Catalogue } {
  const folder = lessonFolder(config, id);
  const own = loadCatalogue(files, [`${folder}/templates`], catalogue);
  const parsed = parseLesson(files, folder, { catalogue: own, config });
  if (!parsed.ok) return { own, diagnostics: parsed.diagnostics };
  const lesson = parsed.value;
  const coverage = coverageOf(lesson);
  const { staleness, diagnostics } = lockState(lesson, files);
  return {
    own,
    lesson,
    coverage,
    ...(staleness ? { staleness } : {}),
    diagnostics: [...parsed.diagnostics, ...checkCoverage(coverage, config.coverage), ...diagnostics],
  };
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

/** Parse, compose, render: the outline becomes a deck. Coverage below the minimum is reported but stops nothing. */
export async function makeLesson(id: LessonId, options: MakeOptions): Promise<MakeResult> {
  const { own, lesson, coverage, staleness, diagnostics } = parseOne(id, options);
  if (!lesson || !coverage) return { diagnostics };
  const { files, config, audience } = options;
  const composed = compose({
    lesson,
    catalogue: own,
    files,
    folders: templateFolders(lessonFolder(config, id)),
    audience,
  });
  const soFar = [...diagnostics, ...composed.diagnostics];
  if (!composed.ok) return { lesson, coverage, diagnostics: soFar };
  const rendered = await render(composed.value, files, options.styles);
  const all = [...soFar, ...rendered.diagnostics];
  if (!rendered.ok || hasErrors(rendered.diagnostics)) return { lesson, coverage, diagnostics: all };
  return {
    lesson,
    coverage,
    made: { lesson, coverage, ...(staleness ? { staleness } : {}), composition: composed.value, ...rendered.value },
    diagnostics: all,
  };
}
