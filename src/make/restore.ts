import type { Diagnostic } from '../base/index.ts';
import { loadCatalogue, ownTemplates, type Catalogue } from '../parse/index.ts';
import type { BuiltLesson, LessonJob } from './build-lesson.ts';
import { readRecord, recordKey, writeRecord, type LessonRecord, type RecordOptions } from './record.ts';
import { interned, reasonOf, type Observer, type Trace } from './trace.ts';
import type { MakerWorld, World } from './world.ts';

/** What became of one lesson. */
export interface LessonResult {
  /** `unchanged`: nothing had to be made; `restored`: lost files came from the store; `built`; `failed`. */
  readonly state: 'unchanged' | 'restored' | 'built' | 'failed';
  /** Why a lesson was made again, in words; empty when nothing was made. */
  readonly reasons: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was made; of a failed lesson the part that could be made, if any. */
  readonly record?: LessonRecord;
  /** What was looked at; told when there is no record. */
  readonly trace?: Trace;
}

/** A lesson to be made; whoever makes it knows the layouts. */
export type LessonWish = Omit<LessonJob, 'catalogue'>;

/** Makes a lesson that must be made. */
export type LessonMaker = (wish: LessonWish) => Promise<BuiltLesson>;

/** Makes lessons in this thread; the code and the layouts are loaded when the first one must be made. */
export function makerIn(world: MakerWorld): LessonMaker {
  let catalogue: Catalogue | undefined;
  return async (wish) => {
    const { buildLesson } = await import('./build-lesson.ts');
    catalogue ??= loadCatalogue(world.files, ['templates', ownTemplates]);
    return buildLesson(world, { ...wish, catalogue });
  };
}

/** Leaves a lesson alone whose record still holds, puts back what was lost, or makes it. */
export async function restoreOrBuild(
  world: World,
  observer: Observer,
  job: LessonWish,
  make: LessonMaker,
): Promise<LessonResult> {
  const formats = job.formats.map((format) => format.name);
  const key = recordKey(world, job.id, { ...kindOf(job), formats, checked: job.checks !== undefined });
  const record = await readRecord(world, job.id, key);
  const changed = record ? observer.changed(record.trace) : [];
  let lost: readonly string[] = [];
  if (record && changed.length === 0) {
    const restored = await restoreArtifacts(world, record);
    lost = restored.lost;
    if (lost.length === 0) {
      const state = restored.back.length > 0 ? 'restored' : 'unchanged';
      const reasons = restored.back.map((path) => `${path} was missing or changed`);
      return { state, reasons, diagnostics: record.diagnostics, record };
    }
  }
  const reasons = record
    ? [...changed.map((seen) => reasonOf(seen, record.trace, observer)), ...lost.map((path) => `${path} is lost`)]
    : ['made for the first time with these options by this version'];
  // The browser comes up while the lesson is parsed and rendered.
  if (job.checks || job.formats.some((format) => 'tasks' in format)) world.browser.start();
  const { complete, diagnostics, findings, trace, ...built } = await make(job);
  const made = built.record && { ...built.record, trace: interned(built.record.trace) };
  if (made && complete) await writeRecord(world, key, made);
  if (made && complete && findings) await writeChecked(world, job, made, findings);
  return {
    state: complete ? 'built' : 'failed',
    reasons,
    diagnostics,
    ...(made ? { record: made } : {}),
    ...(trace ? { trace: interned(trace) } : {}),
  };
}

const kindOf = ({ audience, strict, only }: LessonWish): Omit<RecordOptions, 'formats' | 'checked'> => ({
  audience,
  strict: strict === true,
  only,
});

/** A build that checked and printed has done all that `check` does, whatever formats it made. */
function writeChecked(
  world: World,
  job: LessonWish,
  record: LessonRecord,
  findings: readonly Diagnostic[],
): Promise<void> {
  const key = recordKey(world, job.id, { ...kindOf(job), formats: [], checked: true });
  return writeRecord(world, key, { ...record, artifacts: [], diagnostics: findings });
}

/** Puts back artifacts that are missing or changed; `lost` are those that the store no longer has. */
async function restoreArtifacts(
  world: World,
  record: LessonRecord,
): Promise<{ readonly back: readonly string[]; readonly lost: readonly string[] }> {
  const back: string[] = [];
  const lost: string[] = [];
  for (const { path, hash } of record.artifacts) {
    if (world.output.holds(path, hash)) continue;
    const bytes = await world.store.get('cas', hash);
    if (bytes && world.output.write({ path, bytes }).ok) back.push(path);
    else lost.push(path);
  }
  return { back, lost };
}
