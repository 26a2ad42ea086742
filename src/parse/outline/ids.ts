import type { Span } from '../../base/index.ts';
import type { Session } from './session.ts';

/** Something that needs an id: as written, or made from its title or kind. */
export interface Named {
  readonly id: string;
  /** Whether the author wrote the id. */
  readonly written: boolean;
  readonly at: Span;
}

/**
 * Makes ids unique. Two written ids that are equal are an error, unless they stand in the same place of a file that is
 * included twice; other equal ids get `-2`, `-3` …
 * @param kind what has the ids, in words.
 * @returns the ids in the order of `items`.
 */
export function uniqueIds(session: Session, kind: string, items: readonly Named[]): readonly string[] {
  const written = new Map<string, Span>();
  const taken = new Set<string>();
  const numbered = new Set<number>();
  items.forEach((item, i) => {
    if (!item.written) return;
    const first = written.get(item.id);
    if (first === undefined) written.set(item.id, item.at);
    else numbered.add(i);
    if (first === undefined || (first.file === item.at.file && first.start === item.at.start)) return;
    const related = [{ at: first, message: 'It was first used here.' }];
    session.report('outline/duplicate-id', `The id \`${item.id}\` is used for two ${kind}.`, { at: item.at, related });
  });
  for (const id of written.keys()) taken.add(id);
  const next = new Map<string, number>();
  return items.map((item, i) => {
    if (item.written && !numbered.has(i)) return item.id;
    let id = item.id;
    for (let n = next.get(item.id) ?? 2; taken.has(id); n++) {
      id = `${item.id}-${n}`;
      next.set(item.id, n + 1);
    }
    taken.add(id);
    return id;
  });
}
