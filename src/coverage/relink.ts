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
  /** Ids of the sections that the source has now. */
  readonly sections: readonly string[];
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

/** The statements that a link named when the lock was written: `a.2`, `a.1-3`, or all of `a`. */
function namedThen(text: string, locked: readonly StatementId[]): readonly StatementId[] {
  const [, section, first, last = first] =
    /^([A-Za-z0-9][A-Za-z0-9_-]*?)(?:\.(\d{1,5})(?:-(\d{1,5}))?)?$/.exec(text) ?? [];
  return locked.filter((id) => {
    if (sectionOf(id) !== section) return false;
    return first === undefined || (numberOf(id) >= Number(first) && numberOf(id) <= Number(last));
  });
}

const bare = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

/** Several links in the place of one: in a list in brackets behind commas, in a list with dashes on lines of their own. */
function inPlace(old: string, links: readonly string[], before: string): string | undefined {
  const quote = /^["']/.exec(old)?.[0] ?? '';
  const all = links.map((link) => quote + link + quote);
  if (all.length === 1) return all[0];
  if (/^\s*- $/.test(before)) return all.join(`\n${before}`);
  if (/(?:^|[\s{,])covers:\s*$/.test(before)) return `[${all.join(', ')}]`;
  // Inside brackets, which may have been opened on a line before.
  return /(?:[[,]|^)\s*$/.test(before) ? all.join(', ') : undefined;
}

/**
 * Sections that the source no longer has, and the new one that most of their unchanged statements are in: a heading was renamed.
 * @param sections ids of the sections that the source has now.
 */
export function renamedSections(
  { changes, locked }: Staleness,
  sections: readonly string[],
): ReadonlyMap<string, string> {
  const [then, now] = [new Set(locked.map(sectionOf)), new Set(sections)];
  const found = new Map<string, Map<string, number>>();
  for (const change of changes) {
    if (change.kind !== 'moved' || now.has(sectionOf(change.before)) || then.has(sectionOf(change.after))) continue;
    const targets = found.get(sectionOf(change.before)) ?? new Map<string, number>();
    found.set(sectionOf(change.before), targets);
    targets.set(sectionOf(change.after), (targets.get(sectionOf(change.after)) ?? 0) + 1);
  }
  const most = [...found].map(([from, targets]): [string, string] => {
    const [best] = [...targets].sort(([, a], [, b]) => b - a);
    return [from, best?.[0] ?? from];
  });
  return new Map(most);
}

/** Findings at links to what is gone. */
const unknown: ReadonlySet<string> = new Set(['link/unknown-source-section', 'link/unknown-statement']);

/**
 * Replacements in the outline that let links follow statements which have moved, been divided or joined, and sections whose
 * heading was renamed. A link whose statements are all gone stays, for its author to decide.
 */
export function relinks(staleness: Staleness, { textAt, before, findings, sections }: RelinkOptions): readonly Fix[] {
  const fixes = new Map<string, Fix>();
  const now = new Map<StatementId, StatementId[]>();
  for (const change of staleness.changes) {
    if (change.kind === 'added') continue;
    const after = change.kind === 'removed' ? [] : [change.after];
    now.set(change.before, [...(now.get(change.before) ?? []), ...after]);
  }
  const names = renamedSections(staleness, sections);
  const thenOf = (at: Span): readonly StatementId[] => namedThen(bare(textAt(at)), staleness.locked);
  const put = (at: Span): void => {
    const old = textAt(at);
    const whole = names.get(bare(old));
    const then = thenOf(at);
    const wanted = [...new Set(then.flatMap((id) => now.get(id) ?? id))];
    const isWhole = whole !== undefined || isSection(old, wanted);
    const links = isWhole ? [whole ?? bare(old)] : written(wanted);
    const isSame = wanted.length === then.length && wanted.every((id, i) => id === then[i]);
    const replacement = isSame || wanted.length === 0 ? undefined : inPlace(old, links, before(at));
    if (replacement !== undefined && replacement !== old) fixes.set(`${at.file}:${at.start}`, { at, replacement });
  };
  for (const { carrier, locked } of staleness.then) {
    const places = placesOf(carrier.links);
    const isAsThen = (at: Span): boolean => thenOf(at).length > 0 && thenOf(at).every((id) => locked.has(id));
    if (places.every(isAsThen)) for (const at of places) put(at);
  }
  for (const { code, at, related = [] } of findings) {
    if (unknown.has(code) && at !== undefined) put(at);
    if (code === 'coverage/section-renamed') for (const link of related) put(link.at);
  }
  return [...fixes.values()];
}

/** Whether a link to a whole section still names all that it named: then it stays a link to the section. */
const isSection = (old: string, wanted: readonly StatementId[]): boolean =>
  wanted.every((id) => sectionOf(id) === bare(old));

function placesOf(links: readonly { readonly at: Span }[]): readonly Span[] {
  return [...new Map(links.map(({ at }) => [`${at.file}:${at.start}`, at])).values()];
}
