import { elapsed, isUntouched, moveClock, startClock, stoppedClock, type Clock } from './clock.ts';
import type { DeckData } from './data.ts';
import { longestPlan } from './data.ts';
import type { Deck, PlayedSlide } from './deck.ts';
import { firstPosition, type Position, type Route } from './position.ts';
import type { LetterKeys } from './keys.ts';
import { storedLetters } from './stored-letters.ts';
import type { Session } from './session.ts';
import type { Shared, Store } from './store.ts';
import type { Strings } from './strings.ts';
import type { Sync } from './sync.ts';

export type Tool = '' | 'pen' | 'highlighter' | 'laser' | 'zoom';

/** What this window alone knows. */
export interface Local {
  tool: Tool;
  color: string;
  /** Digits typed before Enter. */
  digits: string;
  toolbarTimer: boolean;
  /** When keys that write a character give commands. */
  letters: LetterKeys;
  /** Whether the lesson stands as text in place of the slides. */
  reading: boolean;
  /** Text size of the notes, in CSS pixels. */
  notesSize: number;
}

interface Parts {
  readonly data: DeckData;
  readonly deck: Deck;
  readonly store: Store;
  readonly sync: Sync;
  readonly session: Session;
  readonly strings: Strings;
  /** Holds everything the player adds to the page. */
  readonly root: HTMLElement;
}

export const inkColors = ['#e5243b', '#1f78d1', '#16a34a', '#f5a623'] as const;
/** Their names, in the same order. */
export const inkNames = ['colorRed', 'colorBlue', 'colorGreen', 'colorOrange'] as const;

const mostVisits = 5000;

/** One window's player: the shared state, the deck, and the few things every part of the screen needs. */
export class Player {
  data: DeckData;
  readonly deck: Deck;
  readonly store: Store;
  readonly sync: Sync;
  readonly session: Session;
  readonly strings: Strings;
  readonly root: HTMLElement;
  readonly local: Local = {
    tool: '',
    color: inkColors[0],
    digits: '',
    toolbarTimer: false,
    letters: storedLetters(),
    reading: false,
    notesSize: 20,
  };
  readonly #localListeners: (() => void)[] = [];

  constructor(parts: Parts) {
    this.data = parts.data;
    this.deck = parts.deck;
    this.store = parts.store;
    this.sync = parts.sync;
    this.session = parts.session;
    this.strings = parts.strings;
    this.root = parts.root;
  }

  /** Where the lecture is. A slide that has left the deck since then counts as none. */
  get position(): Position {
    const kept = this.store.get('position');
    const slide = kept && this.deck.get(kept.slide);
    if (slide) return { slide: slide.id, step: Math.min(kept.step, slide.steps) };
    return firstPosition(this.route) ?? { slide: '', step: 0 };
  }

  /** The slide on screen. A deck has at least one slide, or the player does not start. */
  get slide(): PlayedSlide {
    const slide = this.deck.get(this.position.slide) ?? this.deck.slides[0];
    if (!slide) throw new Error('The deck has no slides.');
    return slide;
  }

  get plan(): string {
    return this.store.get('plan') ?? longestPlan(this.data.plans);
  }

  /** The plan whose minutes count: with all slides shown, the longest one. */
  get timePlan(): string {
    return this.plan === '' ? longestPlan(this.data.plans) : this.plan;
  }

  get route(): Route {
    return this.deck.route(this.plan);
  }

  get clock(): Clock {
    return this.store.get('clock') ?? stoppedClock;
  }

  sectionTitle(slide: PlayedSlide): string {
    return this.data.sections.find((section) => section.id === slide.section)?.title ?? '';
  }

  /** Moves to a position. The clock books the time, starting by itself at the first move forward. */
  go(to: Position | undefined): void {
    if (!to || (to.slide === this.position.slide && to.step === this.position.step)) return;
    const now = Date.now();
    const untouched = isUntouched(this.clock);
    const clock = untouched ? startClock(this.clock, this.position.slide, now) : this.clock;
    const moved = to.slide !== this.position.slide;
    this.store.set({
      position: to,
      ...(moved || untouched ? { clock: moveClock(clock, to.slide, now), way: this.#wayTo(to.slide, now) } : {}),
      ...(moved && this.store.get('zoom') ? { zoom: null } : {}),
      ...(moved && this.store.get('quiz') ? { quiz: null } : {}),
    });
  }

  /** The way so far and the slide that comes now; it began with the clock, at the slide that is left. */
  #wayTo(slide: string, now: number): Shared['way'] {
    const begun = { since: now - elapsed(this.clock, now), visits: [{ slide: this.position.slide, at: 0 }] };
    const { since, visits } = this.store.get('way') ?? begun;
    // A day of moving to and fro cannot fill the memory.
    return { since, visits: [...visits, { slide, at: Math.max(0, now - since) }].slice(-mostVisits) };
  }

  /** Takes up a position without counting it as a move: the clock stays as it is. */
  restore(to: Position | undefined): void {
    if (to && (to.slide !== this.position.slide || to.step !== this.position.step)) this.store.set({ position: to });
  }

  setLocal(values: Partial<Local>): void {
    Object.assign(this.local, values);
    for (const listener of this.#localListeners) listener();
  }

  onLocal(listener: () => void): void {
    this.#localListeners.push(listener);
  }

  /** Calls back when one of the shared keys changes (a trailing `/` names a family), and once at once, until the signal aborts. */
  watch(keys: readonly string[], listener: () => void, signal?: AbortSignal): void {
    const concerns = (key: string): boolean =>
      keys.some((wanted) => (wanted.endsWith('/') ? key.startsWith(wanted) : key === wanted));
    this.store.subscribe((changed) => {
      if ([...changed].some(concerns)) listener();
    }, signal);
    listener();
  }
}
