import type { Diagnostic } from '../base/index.ts';
import type { Audience, LessonId } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { Format, FormatInput } from '../formats/index.ts';
import type { LessonJob } from './build-lesson.ts';
import type { CheckSet } from './check.ts';
import { buildDiagnostic } from './codes.ts';
import { readRecord, recordKey, writeRecord, type LessonRecord } from './record.ts';
import { sharingFiles } from './shared-files.ts';
import { Observer, subjectOf } from './trace.ts';
import type { World } from './world.ts';

export interface BuildOptions {
  readonly lessons: readonly LessonId[];
  readonly formats: readonly Format[];
  readonly audience: Audience;
  readonly player: FormatInput['player'];
  /** The checks to run; none when absent. */
  readonly checks?: CheckSet;
  /** How many lessons are made at the same time. */
  readonly jobs: number;
  /** Called when a lesson is done, in the order of completion. */
  readonly progress?: (event: LessonDone) => void;
  /** Stops after the lessons under way. */
  readonly signal?: AbortSignal;
}

export interface LessonDone {
  readonly id: LessonId;
  readonly done: number;
  readonly total: number;
  /** `unchanged`: nothing had to be made; `built`; `failed`. */
  readonly state: 'unchanged' | 'built' | 'failed';
  /** Why a lesson was made again: changed files and folders, `new`, or `lost output`. */
  readonly reasons: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly record?: LessonRecord;
}

/** Makes the lessons, several at a time; one that fails never stops the others. */
export async function build(outer: World, options: BuildOptions): Promise<readonly LessonDone[]> {
  const world: World = { ...outer, files: sharingFiles(outer.files) };
  const observer = new Observer(world.files);
  const catalogue = loadCatalogue(world.files, ['templates', ownTemplates]);
  const results: LessonDone[] = [];
  const queue = [...options.lessons];
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && options.signal?.aborted !== true; id = queue.shift()) {
      const { formats, audience, player, checks } = options;
      const job: LessonJob = {
        id,
        config: world.config,
        catalogue,
        audience,
        formats,
        player,
        ...(checks ? { checks } : {}),
      };
      const result = await guarded(world, observer, job);
      const done: LessonDone = { ...result, id, done: results.length + 1, total: options.lessons.length };
      results.push(done);
      options.progress?.(done);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, worker));
  return results.sort((a, b) => options.lessons.indexOf(a.id) - options.lessons.indexOf(b.id));
}

type Result = Omit<LessonDone, 'id' | 'done' | 'total'>;

/** An exception is a bug in Lectern: it is told as such and stays with its lesson. */
async function guarded(world: World, observer: Observer, job: LessonJob): Promise<Result> {
  try {
    return await restoreOrBuild(world, observer, job);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const at = { file: `${world.config.lessons}/${job.id}/lesson.yaml`, start: 0, end: 0 };
    return {
      state: 'failed',
      reasons: [],
      diagnostics: [buildDiagnostic('build/crashed', `Lectern failed on lesson "${job.id}": ${message}`, { at })],
    };
  }
}

async function restoreOrBuild(world: World, observer: Observer, job: LessonJob): Promise<Result> {
  const formats = job.formats.map((format) => format.name);
  const key = recordKey(world, job.id, { formats, audience: job.audience, checked: job.checks !== undefined });
  const record = await readRecord(world, key);
  const changed = record ? observer.changed(record.trace).map(subjectOf) : ['new'];
  if (record && changed.length === 0) {
    const restored = await restoreArtifacts(world, record);
    if (restored !== 'lost')
      return {
        state: restored ? 'built' : 'unchanged',
        reasons: restored ? ['output restored'] : [],
        diagnostics: record.diagnostics,
        record,
      };
  }
  // The browser comes up while the lesson is parsed and rendered.
  if (job.checks || job.formats.some((format) => format.tasks)) world.browser.start();
  const { buildLesson } = await import('./build-lesson.ts');
  const built = await buildLesson(world, job);
  if (!built.record) return { state: 'failed', reasons: changed, diagnostics: built.diagnostics };
  await writeRecord(world, key, built.record);
  return {
    state: 'built',
    reasons: changed.length > 0 ? changed : ['lost output'],
    diagnostics: built.diagnostics,
    record: built.record,
  };
}

/** Puts back artifacts that are missing or changed. @returns whether any was, or `lost` when the store no longer has one. */
async function restoreArtifacts(world: World, record: LessonRecord): Promise<boolean | 'lost'> {
  let restored = false;
  for (const { path, hash } of record.artifacts) {
    if (world.output.holds(path, hash)) continue;
    const bytes = await world.store.get('cas', hash);
    if (!bytes || !world.output.write({ path, bytes }).ok) return 'lost';
    restored = true;
  }
  return restored;
}
