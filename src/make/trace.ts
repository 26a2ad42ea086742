import { hashOf, Recent, type FileId, type Hash, memo } from '../base/index.ts';
import type { Files } from '../model/index.ts';
import { absentIn } from './absent.ts';
import { isShared } from './shared-files.ts';

/**
 * What was looked at, and what was seen: `file lessons/x/lesson.yaml` → hash of the bytes or the reason why they could
 * not be read, `list lessons/x/images` → hash of the listing.
 */
export type Sightings = Readonly<Record<string, string>>;

/**
 * What a lesson's making looked at. Looking again tells whether anything changed (verifying traces: Mokhov, Mitchell,
 * Peyton Jones, "Build systems à la carte", 2018).
 */
export interface Trace {
  /** Files of the lesson. */
  readonly own: Sightings;
  /** Files that lessons share; most lessons saw the very same of them, and then this is the same object. */
  readonly shared: Sightings;
}

/** Everything that a trace holds, sorted by key. */
export const sightingsOf = ({ own, shared }: Trace): readonly (readonly [key: string, seen: string])[] =>
  [...Object.entries(own), ...Object.entries(shared)].sort(([a], [b]) => (a < b ? -1 : 1));

const sharedBefore = new Recent<Sightings>(1_000_000);

/** The same trace, its shared part held only once. */
export function interned({ own, shared }: Trace): Trace {
  const text = JSON.stringify(shared);
  const same = () => shared;
  return { own, shared: sharedBefore.getOrMake(text, same, () => text.length) };
}

/** Hashes of files and listings, each looked at once in a build. */
export class Observer {
  readonly #files: Files;
  readonly #seen = new Map<string, string>();
  readonly #changedShared = new WeakMap<Sightings, readonly string[]>();

  constructor(files: Files) {
    this.#files = absentIn(files);
  }

  /** What the key of a trace gives now. */
  observe(key: string): string {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const [kind = '', id = '', within] = key.split('\t');
    const value =
      kind === 'list'
        ? hashOfListing(this.#files.list(id))
        : observed(this.#files.read(id, within === undefined ? {} : { within }));
    this.#seen.set(key, value);
    return value;
  }

  /** The keys of a trace whose value is no longer the same. */
  changed({ own, shared }: Trace): readonly string[] {
    const changedShared = this.#changedShared.get(shared) ?? this.#changedIn(shared);
    this.#changedShared.set(shared, changedShared);
    return [...this.#changedIn(own), ...changedShared];
  }

  #changedIn(sightings: Sightings): readonly string[] {
    return Object.keys(sightings).filter((key) => this.observe(key) !== sightings[key]);
  }
}

const hashOfListing = (entries: ReturnType<Files['list']>): Hash =>
  hashOf(entries.map((entry) => `${entry.kind} ${entry.name}`).join('\n'));
const observed = (read: ReturnType<Files['read']>): string => (read.ok ? hashOfBytes(read.bytes) : read.reason);

/** Hashes of files that are read once for all lessons. */
const hashOfBytes = memo((bytes: Uint8Array) => hashOf(bytes));

/** Files that note down everything that is looked at through them. */
export function tracing(files: Files): { readonly files: Files; trace(): Trace } {
  const seen = new Map<string, string>();
  return {
    files: {
      read(id, options = {}) {
        const read = files.read(id, options);
        seen.set(['file', id, ...(options.within === undefined ? [] : [options.within])].join('\t'), observed(read));
        return read;
      },
      list(folder) {
        const entries = files.list(folder);
        seen.set(`list\t${folder}`, hashOfListing(entries));
        return entries;
      },
    },
    trace() {
      const sorted = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
      const part = (wanted: boolean): Sightings =>
        Object.fromEntries(sorted.filter(([key]) => isShared(subjectOf(key)) === wanted));
      return { own: part(false), shared: part(true) };
    },
  };
}

/** The file or folder that a trace's key is about, for people. */
export const subjectOf = (key: string): FileId => key.split('\t')[1] ?? key;

/** Why a value of a trace no longer holds, for people: `lessons/x/lesson.yaml changed`. */
export function reasonOf(key: string, { own, shared }: Trace, observer: Observer): string {
  const [before, now] = [own[key] ?? shared[key] ?? '', observer.observe(key)];
  const subject = subjectOf(key);
  if (key.startsWith('list\t')) return `the entries of ${subject}/ changed`;
  if (before === 'missing') return `${subject} appeared`;
  if (now === 'missing') return `${subject} is gone`;
  return isReason(now) ? `${subject} cannot be read (${now})` : `${subject} changed`;
}

const isReason = (seen: string): boolean => !/^[0-9a-f]{64}$/.test(seen);
