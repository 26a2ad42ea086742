import type { Diagnostic, Fix, Span } from '../base/index.ts';
import type { StatementId } from '../model/index.ts';
import type { Staleness } from './stale.ts';

/** What rewriting links needs beside the comparison with the lock. */
export interface RelinkOptions {
  /** The text of a place in the outline. */
  readonly textAt: (at: Span) => string;
  /** The text of the line before a place. */
  readonly before: (at: Span) => string;
  /** Findings of the lesson: links to sections that the source no longer has. */
  readonly findings: readonly Diagnostic[];
}

const sectionOf = (id: StatementId): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));
const numberOf = (id: StatementId): number => Number(id.slice(id.lastIndexOf('.') + 1)) || 0;

/** Links to statements as an author writes them, neighbours as a range: `a.1-3`. */
function written(ids: readonly StatementId[]): readonly string[] {
  const ranges: { readonly section: string; readonly from: number; to: number }[] = [];
  for (const id of ids) {
    const [section, number] = [sectionOf(id), numberOf(id)];
    const last = ranges.at(-1);
    if (last?.section === section && last.to === number - 1) last.to = number;
    else ranges.push({ section, from: number, to: number });
  }
  return ranges.map(({ section, from, to }) => (from === to ? `${section}.${from}` : `${section}.${from}-${to}`));
}

/** The statements that a range names: `a.1-3`. */
function rangeOf(text: string): readonly StatementId[] | undefined {
  const [, section, first, last] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\.(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  if (section === undefined) return undefined;
  const [from, to] = [Number(first), Number(last)];
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, 5000)) }, (_, i) => `${section}.${from + i}`);
}

const bare = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

/** Several links in the place of one: in a list in brackets behind commas, in a list with dashes on lines of their own. */
function inPlace(old: string, links: readonly string[], before: string): string | undefined {
  const quote = /^["']/.exec(old)?.[0] ?? '';
  const all = links.map((link) => quote + link + quote);
  if (all.length === 1) return all[0];
  if (before.includes('[')) return all.join(', ');
  return /^\s*- $/.test(before) ? all.join(`\n${before}`) : undefined;
}

/** The sections whose statements all went to another one, which keeps their order: a heading was renamed. */
function renamed({ changes }: Staleness): ReadonlyMap<string, string> {
  const targets = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.kind === 'added') continue;
    const from = sectionOf(change.before);
    const isSame = change.kind !== 'removed' && numberOf(change.before) === numberOf(change.after);
    targets.set(from, (targets.get(from) ?? new Set()).add(isSame ? sectionOf(change.after) : ''));
  }
  return new Map(
    [...targets].flatMap(([from, to]) => {
      const [only] = to;
      return to.size === 1 && only !== undefined && only !== '' && only !== from ? [[from, only] as const] : [];
    }),
  );
}

/**
 * Replacements in the outline that let links follow statements which have moved, been divided or joined, and sections whose
 * heading was renamed. A link whose statements are all gone stays, for its author to decide.
 */
export function relinks(staleness: Staleness, { textAt, before, findings }: RelinkOptions): readonly Fix[] {
  const fixes = new Map<string, Fix>();
  const put = (at: Span, replacement: string | undefined): void => {
    if (replacement !== undefined && replacement !== textAt(at))
      fixes.set(`${at.file}:${at.start}`, { at, replacement });
  };
  const now = new Map(
    staleness.changes.flatMap((change) =>
      change.kind === 'added' ? [] : [[change.before, change.kind === 'removed' ? undefined : change.after] as const],
    ),
  );
  for (const carrier of staleness.following) {
    for (const { at, ids } of groupByPlace(carrier.links)) {
      // A range may run past what the section has left.
      const then = rangeOf(bare(textAt(at))) ?? ids;
      const wanted = [...new Set(then.flatMap((id) => (now.has(id) ? (now.get(id) ?? []) : id)))];
      const isSame = wanted.length === then.length && wanted.every((id, i) => id === then[i]);
      if (!isSame && wanted.length > 0) put(at, inPlace(textAt(at), written(wanted), before(at)));
    }
  }
  const names = renamed(staleness);
  for (const { code, at } of findings) {
    if (code !== 'link/unknown-source-section' || at === undefined) continue;
    const old = bare(textAt(at));
    const [, section = '', rest = ''] = /^([A-Za-z0-9][A-Za-z0-9_-]*)(\.\d+(?:-\d+)?)?$/.exec(old) ?? [];
    const name = names.get(section);
    if (name !== undefined) put(at, textAt(at).replace(old, name + rest));
  }
  return [...fixes.values()];
}

interface Place {
  readonly at: Span;
  readonly ids: StatementId[];
}

function groupByPlace(links: readonly { readonly statement: StatementId; readonly at: Span }[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { statement, at } of links) {
    const key = `${at.file}:${at.start}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, { at, ids: [statement] });
    else place.ids.push(statement);
  }
  return [...places.values()];
}
