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
  /** Everything whose links are as they were when the lock was written. */
  readonly following: readonly Carrier[];
  /** The lock does not say what it would say if it were written now: statements or links differ. */
  readonly outdated: boolean;
}

interface Then {
  /** Statements that the carrier carried when the lock was written. */
  readonly locked: ReadonlySet<StatementId>;
  readonly byBefore: ReadonlyMap<StatementId, Change>;
  readonly added: ReadonlySet<StatementId>;
}

/** Which changes concern a carrier. Links that the author has changed since are taken as looked at. */
function concerning({ links }: Carrier, { locked, byBefore, added }: Then): readonly Change[] {
  const now = new Set(links.map(({ statement }) => statement));
  const old = [...locked].flatMap((id): readonly Change[] => {
    const change = byBefore.get(id);
    if (change === undefined) return [];
    if (change.kind === 'removed') return [change];
    if (change.kind === 'moved') return now.has(change.after) || !now.has(id) ? [] : [change];
    return change.kind === 'changed' && (now.has(change.after) || now.has(id)) ? [change] : [];
  });
  const key = (at: Span): string => `${at.file}:${at.start}:${at.end}`;
  const lockedPlaces = new Set(links.filter(({ statement }) => locked.has(statement)).map(({ at }) => key(at)));
  const swept = links.filter(
    ({ statement, at }) => added.has(statement) && !locked.has(statement) && lockedPlaces.has(key(at)),
  );
  return [...old, ...swept.map(({ statement }): Change => ({ kind: 'added', after: statement }))];
}

/** Where the links must point so that each follows its sentence. */
function followed({ links }: Carrier, { locked, byBefore }: Then): readonly StatementId[] | undefined {
  const now = [...new Set(links.map(({ statement }) => statement))];
  const wanted = now.flatMap((id) => {
    const change = locked.has(id) ? byBefore.get(id) : undefined;
    if (change === undefined) return [id];
    return change.kind === 'removed' || change.kind === 'added' ? [] : [change.after];
  });
  const covers = [...new Set(wanted)];
  return covers.length === now.length && covers.every((id) => now.includes(id)) ? undefined : covers;
}

/** Compares a lesson with its lock: statements changed, added, removed or moved, and what to review for it. */
export function compareLock(lesson: Lesson, lock: Lock): Staleness {
  const changes = changesSince(lesson, lock);
  const byBefore = new Map(
    changes.flatMap((change) => (change.kind === 'added' ? [] : [[change.before, change] as const])),
  );
  const added = new Set(changes.flatMap((change) => (change.kind === 'added' ? [change.after] : [])));
  const reviews = carriersOf(lesson).flatMap((carrier): readonly Review[] => {
    const locked = new Set(
      lock.statements.filter(({ carriers }) => carriers[carrier.kind].includes(carrier.id)).map(({ id }) => id),
    );
    const then = { locked, byBefore, added };
    const found = concerning(carrier, then);
    if (found.length === 0) return [];
    const covers = followed(carrier, then);
    const review = { kind: carrier.kind, id: carrier.id, carrier, changes: found };
    return [covers === undefined ? review : { ...review, covers }];
  });
  const following = carriersOf(lesson).filter((carrier) => {
    const locked = new Set(
      lock.statements.filter(({ carriers }) => carriers[carrier.kind].includes(carrier.id)).map(({ id }) => id),
    );
    return carrier.links.every(({ statement }) => locked.has(statement));
  });
  return { changes, reviews, following, outdated: JSON.stringify(lockOf(lesson)) !== JSON.stringify(lock) };
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
  const message = `${names[carrier.kind]} "${startOf(carrier.id)}" was written from a source that has changed: ${changes.map(sentence).join('; ')}.`;
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
  const what = changes.length === 0 ? 'links to the source have changed' : changes.map(sentence).join('; ');
  const message = `The coverage lock of lesson "${lesson.id}" is behind: ${startOf(what)}`;
  return [
    diagnostic('coverage/lock-outdated', message, {
      at: lesson.places.value(''),
      help: ['Run `lectern coverage --accept`.'],
    }),
  ];
}
