import type { Config, Files, LessonId } from '../model/index.ts';

/** How long lessons took when they were last made, in milliseconds: decides the order only, never a result. */
export interface Durations {
  of(id: LessonId): number | undefined;
  note(id: LessonId, milliseconds: number): void;
}

/** Bytes of a lesson's outline: the same on every machine, and close to the work that the lesson makes. */
export function lessonSize(files: Files, config: Config, id: LessonId): number {
  const read = files.read(`${config.lessons}/${id}/lesson.yaml`);
  return read.ok ? read.bytes.byteLength : 0;
}

/** Longest first, so that no long lesson is left over when all others are done; lessons never made come before all. */
export function longestFirst(
  ids: readonly LessonId[],
  durations: Durations | undefined,
  size: (id: LessonId) => number,
): readonly LessonId[] {
  const weights = new Map(ids.map((id) => [id, durations?.of(id)] as const));
  const unknown = ids.filter((id) => weights.get(id) === undefined);
  const sizes = new Map(unknown.map((id) => [id, size(id)] as const));
  const known = ids.filter((id) => weights.get(id) !== undefined);
  return [...sorted(unknown, (id) => sizes.get(id) ?? 0), ...sorted(known, (id) => weights.get(id) ?? 0)];
}

/**
 * Share `index` (from 1) of `count` of the lessons. Every machine comes to the same shares: the largest lessons are dealt
 * out first, each to the share that has least.
 */
export function shardOf(
  ids: readonly LessonId[],
  { index, count }: { readonly index: number; readonly count: number },
  size: (id: LessonId) => number,
): readonly LessonId[] {
  const sizes = new Map(ids.map((id) => [id, size(id)] as const));
  const weights = Array.from({ length: count }, () => 0);
  const own = new Set<LessonId>();
  for (const id of sorted([...ids].sort(), (item) => sizes.get(item) ?? 0)) {
    const least = weights.indexOf(Math.min(...weights));
    weights[least] = (weights[least] ?? 0) + (sizes.get(id) ?? 0) + 1;
    if (least === index - 1) own.add(id);
  }
  return ids.filter((id) => own.has(id));
}

/** Largest first; equal ones stay as they were. */
const sorted = (ids: readonly LessonId[], weight: (id: LessonId) => number): readonly LessonId[] =>
  ids.toSorted((a, b) => weight(b) - weight(a));
