import type { Diagnostic, Related, Span } from '../base/index.ts';
import type { Lesson, Statement, StatementId } from '../model/index.ts';
import { carriersOf, type Carrier, type CarrierKind } from './carriers.ts';
import { changesSince, type Change } from './changes.ts';
import { diagnostic } from './codes.ts';
import { startOf } from './check.ts';
import { lockOf, type Lock } from './lock.ts';

/** One thing to look at again, and why. */
export interface Review {
  readonly kind: CarrierKind;
  readonly id: string;
  readonly carrier: Carrier;
  readonly changes: readonly Change[];
  /** The statements to link to so that the links follow their sentences; absent when the links are right. */
  readonly covers?: readonly StatementId[];
}

/** What became of the source since the lock, and exactly what must be reviewed because of it. */
export interface Staleness {
  readonly changes: readonly Change[];
  readonly reviews: readonly Review[];
  /** What each carrier was linked to when the lock was written. */
  readonly then: readonly Then[];
  /** All statements of that time. */
  readonly locked: readonly StatementId[];
  /** The lock does not say what it would say if it were written now: statements or links differ. */
  readonly outdated: boolean;
}

/** A carrier, and the statements that it carried when the lock was written. */
interface Then {
  readonly carrier: Carrier;
  readonly locked: ReadonlySet<StatementId>;
}

interface Changes {
  readonly byBefore: ReadonlyMap<StatementId, readonly Change[]>;
  readonly added: ReadonlySet<StatementId>;
}

/** Which changes concern a carrier. Links that the author has changed since are taken as looked at. */
function concerning({ carrier: { links }, locked }: Then, { byBefore, added }: Changes): readonly Change[] {
  const now = new Set(links.map(({ statement }) => statement));
  const old = [...locked].flatMap((id) =>
    (byBefore.get(id) ?? []).filter((change) => {
      if (change.kind === 'removed') return true;
      if (change.kind === 'moved') return !now.has(change.after) && now.has(id);
      return change.kind === 'changed' && (now.has(change.after) || now.has(id));
    }),
  );
  const key = (at: Span): string => `${at.file}:${at.start}:${at.end}`;
  const lockedPlaces = new Set(links.filter(({ statement }) => locked.has(statement)).map(({ at }) => key(at)));
  const swept = links.filter(
    ({ statement, at }) => added.has(statement) && !locked.has(statement) && lockedPlaces.has(key(at)),
  );
  return [...old, ...swept.map(({ statement }): Change => ({ kind: 'added', after: statement }))];
}

/** Where the links must point so that each follows its sentence. */
function followed({ carrier: { links }, locked }: Then, { byBefore }: Changes): readonly StatementId[] | undefined {
  const now = [...new Set(links.map(({ statement }) => statement))];
  const wanted = now.flatMap((id) => {
    const changes = locked.has(id) ? byBefore.get(id) : undefined;
    return changes?.flatMap((change) => (change.kind === 'removed' ? [] : [change.after])) ?? [id];
  });
  const covers = [...new Set(wanted)];
  return covers.length === now.length && covers.every((id) => now.includes(id)) ? undefined : covers;
}

/** Compares a lesson with its lock: statements changed, added, removed or moved, and what to review for it. */
export function compareLock(lesson: Lesson, lock: Lock): Staleness {
  const changes = changesSince(lesson, lock);
  const byBefore = new Map<StatementId, Change[]>();
  for (const change of changes)
    if (change.kind !== 'added') byBefore.set(change.before, [...(byBefore.get(change.before) ?? []), change]);
  const added = new Set(changes.flatMap((change) => (change.kind === 'added' ? [change.after] : [])));
  const then = carriersOf(lesson).map((carrier): Then => {
    const carried = lock.statements.filter(({ carriers }) => carriers[carrier.kind].includes(carrier.id));
    return { carrier, locked: new Set(carried.map(({ id }) => id)) };
  });
  const reviews = then.flatMap((one): readonly Review[] => {
    const found = concerning(one, { byBefore, added });
    if (found.length === 0) return [];
    const covers = followed(one, { byBefore, added });
    const review = { kind: one.carrier.kind, id: one.carrier.id, carrier: one.carrier, changes: found };
    return [covers === undefined ? review : { ...review, covers }];
  });
  const locked = lock.statements.map(({ id }) => id);
  return { changes, reviews, then, locked, outdated: JSON.stringify(lockOf(lesson)) !== JSON.stringify(lock) };
}

const listOf = (ids: readonly string[]): string =>
  ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`;

/** What happened, a clause for each: statements that were divided or joined together. */
function sentences(changes: readonly Change[]): readonly string[] {
  const told = new Set<Change>();
  const rewritten = changes.filter((change) => change.kind === 'changed');
  return changes.flatMap((change) => {
    if (told.has(change)) return [];
    if (change.kind !== 'changed') return [sentence(change)];
    const parts = rewritten.filter(({ before }) => before === change.before);
    const joined = rewritten.filter(({ after }) => after === change.after);
    for (const one of [...parts, ...joined]) told.add(one);
    if (parts.length > 1) return [`${change.before} was divided into ${listOf(parts.map(({ after }) => after))}`];
    if (joined.length > 1) return [`${listOf(joined.map(({ before }) => before))} were joined into ${change.after}`];
    return [sentence(change)];
  });
}

function sentence(change: Change): string {
  switch (change.kind) {
    case 'changed':
      return change.before === change.after
        ? `${change.after} has a new text`
        : `${change.before} is now ${change.after}, with a new text`;
    case 'moved':
      return `${change.before} is now ${change.after}`;
    case 'added':
      return `${change.after} is new`;
    case 'removed':
      return `${change.before} is gone`;
  }
}

const names = {
  slide: 'Slide',
  question: 'Question',
  misconception: 'Misconception',
  waiver: 'Waiver',
} as const satisfies Record<CarrierKind, string>;

function stale({ carrier, changes, covers }: Review, statements: ReadonlyMap<StatementId, Statement>): Diagnostic {
  const touched = new Set(changes.flatMap((change) => (change.kind === 'added' ? [change.after] : [change.before])));
  const at = carrier.links.find(({ statement }) => touched.has(statement))?.at ?? carrier.at;
  const texts = changes.flatMap((change): readonly Related[] => {
    const statement = change.kind === 'removed' ? undefined : statements.get(change.after);
    return statement === undefined ? [] : [{ at: statement.at, message: `${statement.id} now reads so.` }];
  });
  const notes: Related[] =
    carrier.notes === undefined ? [] : [{ at: carrier.notes, message: 'These notes go with the slide.' }];
  const relink =
    covers === undefined
      ? []
      : [covers.length === 0 ? 'Remove its links to the source.' : `Link it to: ${covers.join(', ')}.`];
  const message = `${names[carrier.kind]} "${startOf(carrier.id)}" was written from a source that has changed: ${sentences(changes).join('; ')}.`;
  const reviewed = `Review the ${carrier.kind}${carrier.notes === undefined ? '' : ' and its notes'}, then run \`lectern coverage --accept\`.`;
  return diagnostic('coverage/stale', message, { at, related: [...texts, ...notes], help: [...relink, reviewed] });
}

/** One finding for each thing to review; or a remark when only the lock is behind. */
export function checkLock(lesson: Lesson, { changes, reviews, outdated }: Staleness): readonly Diagnostic[] {
  const statements = new Map(
    (lesson.source?.sections ?? []).flatMap((section) => section.statements.map((item) => [item.id, item])),
  );
  if (reviews.length > 0) return reviews.map((review) => stale(review, statements));
  if (!outdated) return [];
  const what = changes.length === 0 ? 'links to the source have changed' : sentences(changes).join('; ');
  const message = `The coverage lock of lesson "${lesson.id}" is behind: ${startOf(what)}`;
  return [
    diagnostic('coverage/lock-outdated', message, {
      at: lesson.places.value(''),
      help: ['Run `lectern coverage --accept`.'],
    }),
  ];
}
