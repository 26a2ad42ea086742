import { isRefusal, type Diagnostic, type Span } from '../base/index.ts';
import type { Audience, Excerpt, LessonId } from '../model/index.ts';
import type { Format, FormatInput } from '../formats/index.ts';
import type { CheckSet } from './check.ts';
import { buildDiagnostic } from './codes.ts';
import { lessonSize, longestFirst, type Durations } from './order.ts';
import { makerIn, restoreOrBuild, type LessonMaker, type LessonResult, type LessonWish } from './restore.ts';
import { sharingFiles } from './shared-files.ts';
import { Observer } from './trace.ts';
import type { World } from './world.ts';

export interface BuildOptions {
  readonly lessons: readonly LessonId[];
  readonly formats: readonly Format[];
  readonly audience: Audience;
  readonly player: FormatInput['player'];
  /** The checks to run; none when absent. */
  readonly checks?: CheckSet;
  /** Whether a lesson with a slide that cannot be made is not made at all. */
  readonly strict?: boolean;
  /** The part of each lesson that is wanted; all of it when absent. */
  readonly only?: Excerpt;
  /** How many lessons are made at the same time. */
  readonly jobs: number;
  /** Another way to make the lessons that must be made; `here` makes them in this thread. */
  readonly maker?: (here: LessonMaker) => LessonMaker;
  /** How long lessons took before; decides their order. */
  readonly durations?: Durations;
  /** Called when a lesson is done, in the order of completion. */
  readonly progress?: (event: LessonDone) => void;
  /** Stops after the lessons under way. */
  readonly signal?: AbortSignal;
}

export interface LessonDone extends LessonResult {
  readonly id: LessonId;
  readonly done: number;
  readonly total: number;
}

/**
 * Makes the lessons, several at a time, longest first; one that fails never stops the others. Of each only its record is
 * kept, so that thousands need no more memory than a few.
 * @returns what became of each, in the order of `options.lessons`.
 */
export async function build(outer: World, options: BuildOptions): Promise<readonly LessonDone[]> {
  const world: World = { ...outer, files: sharingFiles(outer.files) };
  const observer = new Observer(world.files);
  const results = new Map<LessonId, LessonDone>();
  const { formats, audience, player, checks, durations } = options;
  const here = makerIn(world);
  const make = options.maker?.(here) ?? here;
  const ordered = longestFirst(options.lessons, durations, (id) => lessonSize(world.files, world.config, id));
  const queue = ordered.values();
  const worker = async (): Promise<void> => {
    for (const id of queue) {
      if (options.signal?.aborted === true) return;
      const shared = { config: world.config, audience, formats, player };
      const start = performance.now();
      const job = {
        id,
        ...shared,
        ...(checks ? { checks } : {}),
        ...(options.strict === true ? { strict: true } : {}),
        ...(options.only ? { only: options.only } : {}),
      };
      const result = await guarded(job, () => restoreOrBuild(world, observer, job, make));
      if (result.state === 'built') durations?.note(id, performance.now() - start);
      const done: LessonDone = { ...result, id, done: results.size + 1, total: options.lessons.length };
      results.set(id, done);
      options.progress?.(done);
      if (result.state === 'built') world.sweep();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, worker));
  return options.lessons.flatMap((id) => results.get(id) ?? []);
}

/** An exception is a refusal of the system or a bug in Lectern: its message says which, and other lessons are made all the same. */
async function guarded({ id, config }: LessonWish, make: () => Promise<LessonResult>): Promise<LessonResult> {
  try {
    return await make();
  } catch (error) {
    const at = { file: `${config.lessons}/${id}/lesson.yaml`, start: 0, end: 0 };
    return { state: 'failed', reasons: [], diagnostics: [troubleWith(id, error, at)] };
  }
}

function troubleWith(id: LessonId, error: unknown, at: Span): Diagnostic {
  if (isRefusal(error))
    return buildDiagnostic('build/refused', `The system refused something for lesson "${id}": ${error.message}`, {
      at,
    });
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return buildDiagnostic('build/crashed', `Lectern failed on lesson "${id}": ${message}`, { at });
}
