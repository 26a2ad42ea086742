import type { Hash } from '../base/index.ts';
import type { Lesson, StatementId } from '../model/index.ts';
import type { Lock } from './lock.ts';

/**
 * How one statement differs from the lock: `before` is its id there, `after` its id now. One that was divided has a change for
 * each of its parts, and those that were joined have each one to the same.
 */
export type Change =
  | { readonly kind: 'changed'; readonly before: StatementId; readonly after: StatementId }
  | { readonly kind: 'moved'; readonly before: StatementId; readonly after: StatementId }
  | { readonly kind: 'added'; readonly after: StatementId }
  | { readonly kind: 'removed'; readonly before: StatementId };

interface Entry {
  readonly id: StatementId;
  readonly hash: Hash;
}

/** The section part of a statement id. */
const sectionOf = (id: StatementId): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));
const numberOf = (id: StatementId): number => Number(id.slice(id.lastIndexOf('.') + 1)) || 0;

/** Pairs statements whose text is the same: first under the same id, then the closest one, its own section first. */
function pairEqual(before: readonly Entry[], after: readonly Entry[]): Map<StatementId, StatementId> {
  const pairs = new Map<StatementId, StatementId>();
  const now = new Map(after.map(({ id, hash }) => [id, hash]));
  for (const { id, hash } of before) if (now.get(id) === hash) pairs.set(id, id);
  const free = new Map<Hash, StatementId[]>();
  const taken = new Set(pairs.values());
  for (const { id, hash } of after) if (!taken.has(id)) free.set(hash, [...(free.get(hash) ?? []), id]);
  for (const { id, hash } of before) {
    const candidates = free.get(hash);
    if (pairs.has(id) || candidates === undefined || candidates.length === 0) continue;
    const distance = (other: StatementId): number =>
      (sectionOf(other) === sectionOf(id) ? 0 : 1e6) + Math.abs(numberOf(other) - numberOf(id));
    const best = candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    pairs.set(id, best);
    free.set(
      hash,
      candidates.filter((candidate) => candidate !== best),
    );
  }
  return pairs;
}

/** Lists of unpaired entries by the gap they stand in: their section and the paired statement before them. */
function gaps(
  entries: readonly Entry[],
  anchorOf: (id: StatementId) => StatementId | undefined,
): ReadonlyMap<string, readonly StatementId[]> {
  const found = new Map<string, StatementId[]>();
  let anchor = '';
  let section: string | undefined;
  for (const { id } of entries) {
    if (sectionOf(id) !== section) anchor = '';
    section = sectionOf(id);
    const paired = anchorOf(id);
    if (paired !== undefined) anchor = paired;
    else found.set(`${section}\n${anchor}`, [...(found.get(`${section}\n${anchor}`) ?? []), id]);
  }
  return found;
}

/** Into so many a sentence is thought to be divided, and so many to be joined. */
const mostParts = 3;

/**
 * Pairs what is left inside each gap in order: a rewritten sentence stays where it was between its neighbours. One that left a
 * few in its place was divided, a few that left one were joined.
 */
function pairChanged(
  before: readonly Entry[],
  after: readonly Entry[],
  equal: ReadonlyMap<StatementId, StatementId>,
): ReadonlyMap<StatementId, readonly StatementId[]> {
  const nowPaired = new Set(equal.values());
  const then = gaps(before, (id) => equal.get(id));
  const now = gaps(after, (id) => (nowPaired.has(id) ? id : undefined));
  const pairs = new Map<StatementId, readonly StatementId[]>();
  for (const [gap, ids] of then) {
    const others = now.get(gap) ?? [];
    const isDivided = ids.length === 1 && others.length <= mostParts;
    const isJoined = others.length === 1 && ids.length <= mostParts;
    ids.forEach((id, index) => {
      const found = isDivided || isJoined ? others : others.slice(index, index + 1);
      if (found.length > 0) pairs.set(id, found);
    });
  }
  return pairs;
}

/** Compares the statements of a lesson with its lock. Statements with the same id and text are not listed. */
export function changesSince(lesson: Lesson, lock: Lock): readonly Change[] {
  const after = (lesson.source?.sections ?? []).flatMap((section) => section.statements);
  const equal = pairEqual(lock.statements, after);
  const changed = pairChanged(lock.statements, after, equal);
  const known = new Set([...equal.values(), ...[...changed.values()].flat()]);
  const fromLock = lock.statements.flatMap(({ id }): readonly Change[] => {
    const same = equal.get(id);
    if (same !== undefined) return same === id ? [] : [{ kind: 'moved', before: id, after: same }];
    const rewritten = changed.get(id);
    if (rewritten === undefined) return [{ kind: 'removed', before: id }];
    return rewritten.map((other) => ({ kind: 'changed', before: id, after: other }));
  });
  const added = after.filter(({ id }) => !known.has(id)).map(({ id }): Change => ({ kind: 'added', after: id }));
  return [...fromLock, ...added];
}
