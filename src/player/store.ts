import type { InkStroke, Visit } from '../wire/index.ts';
import type { Clock } from './clock.ts';
import type { Position } from './position.ts';

/** One pen stroke. */
export type Stroke = InkStroke;

/** A part of the slide, in slide pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A prepared question on screen. Stages: 0 the question, 1…n the answers, n+1 the show of hands, n+2 the right answer (not of a poll). */
interface QuizView {
  readonly question: string;
  readonly stage: number;
}

/** What the two windows share. Each key is a register of its own, so that changes to different keys never collide. */
export interface Shared {
  position: Position;
  screen: '' | 'black' | 'white';
  /** Plan id; `''` shows all slides. */
  plan: string;
  variant: '' | 'light' | 'dark';
  zoom: Region | null;
  clock: Clock;
  rehearsing: boolean;
  /** Epoch milliseconds at which the countdown on screen ends. */
  countdown: number | null;
  quiz: QuizView | null;
  /** The way through the slides since the clock started, and when that was (epoch milliseconds). */
  way: { readonly since: number; readonly visits: readonly Visit[] } | null;
  /** What the lecturer writes down of the lecture. */
  remarks: string;
  [ink: `ink/${string}`]: readonly Stroke[];
  [tally: `tally/${string}`]: readonly number[];
}

export type SharedKey = keyof Shared;

/** A value with the revision that orders it among the writes of both windows. */
export interface Entry {
  readonly value: unknown;
  readonly revision: number;
  readonly writer: string;
}

export type Entries = Readonly<Record<string, Entry>>;
type Listener = (changed: ReadonlySet<string>, local: boolean) => void;

/**
 * Last-writer-wins registers with Lamport revisions. Merging is commutative and idempotent, so that two windows end up
 * equal whatever the order, loss or repetition of messages, and after either is reloaded.
 */
export class Store {
  #entries: Record<string, Entry> = Object.create(null) as Record<string, Entry>;
  #revision = 0;
  readonly #writer: string;
  readonly #listeners = new Set<Listener>();

  /** @param writer a name that no other window has; it breaks ties. */
  constructor(writer: string) {
    this.#writer = writer;
  }

  get<K extends SharedKey>(key: K): Shared[K] | undefined {
    return this.#entries[key]?.value as Shared[K] | undefined;
  }

  /** Writes values of this window. */
  set(values: Partial<Shared>): void {
    this.#revision++;
    const changed = new Set<string>();
    for (const [key, value] of Object.entries(values)) {
      this.#entries[key] = { value, revision: this.#revision, writer: this.#writer };
      changed.add(key);
    }
    this.#notify(changed, true);
  }

  /** Writes one value of this window. */
  put<K extends SharedKey>(key: K, value: Shared[K]): void {
    this.set({ [key]: value } as Partial<Shared>);
  }

  /** Takes over every entry that is newer than our own. */
  merge(entries: Entries): void {
    const changed = new Set<string>();
    for (const [key, entry] of Object.entries(entries)) {
      this.#revision = Math.max(this.#revision, entry.revision);
      if (!isNewer(entry, this.#entries[key])) continue;
      this.#entries[key] = entry;
      changed.add(key);
    }
    if (changed.size > 0) this.#notify(changed, false);
  }

  /** The entries, or those of the given keys. */
  entries(keys?: Iterable<string>): Entries {
    if (!keys) return this.#entries;
    return Object.fromEntries([...keys].flatMap((key) => (this.#entries[key] ? [[key, this.#entries[key]]] : [])));
  }

  /** Calls back after each change until the signal aborts. `local` tells this window's writes from merged ones. */
  subscribe(listener: Listener, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  #notify(changed: ReadonlySet<string>, local: boolean): void {
    for (const listener of this.#listeners) listener(changed, local);
  }
}

const isNewer = (a: Entry, b: Entry | undefined): boolean =>
  b === undefined || a.revision > b.revision || (a.revision === b.revision && a.writer > b.writer);
