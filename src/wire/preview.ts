import type { DeckBlock } from './deck.ts';

/** A place in a file as editors count: lines and columns from 1. */
export interface ShownPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Address that opens the place in an editor; absent when the server opens the editor itself. */
  readonly link?: string;
}

/** A diagnostic as the preview shows it. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help: readonly string[];
  readonly place?: ShownPlace;
  /** The deck's slide that it is about. */
  readonly slide?: string;
}

/** One slide of a delta: its new HTML, or the id of a slide that stays as it is. */
export type SlideChange = string | { readonly keep: string };

/** New slides for everyone who shows the deck. */
export interface DeckMessage {
  readonly lecternLive: 'deck';
  /** The theme's CSS, when it changed. */
  readonly theme?: string;
  /** Every slide in order. */
  readonly slides: readonly SlideChange[];
  /** Absent when nothing in it changed. */
  readonly data?: DeckBlock;
}

/** A command for one deck, from the phone. */
interface CommandMessage {
  readonly lecternLive: 'command';
  readonly command: RemoteCommand;
}

export type RemoteCommand = 'forward' | 'back' | 'nextSlide' | 'previousSlide' | 'black';

/** Asks a deck to show a slide. */
interface GoMessage {
  readonly lecternLive: 'go';
  readonly slide: string;
  readonly step?: number;
}

/** What a deck is sent, by `window.postMessage` from the page around it or as an event stream. */
export type LiveMessage = DeckMessage | GoMessage | CommandMessage;

/** What is wrong, for the preview only. */
export interface FindingsMessage {
  readonly lecternPreview: 'findings';
  /** False while the outline has errors and the last good deck is shown. */
  readonly isCurrent: boolean;
  /** How long the making took, in milliseconds. */
  readonly took: number;
  readonly findings: readonly Finding[];
  /** Where each slide stands in the outline, by slide id. */
  readonly places: Readonly<Record<string, ShownPlace>>;
}

/** The answer to a page that asked for an export. */
export interface ExportReply {
  /** Where it lies in the output folder and under which address; absent when it failed. */
  readonly file?: { readonly path: string; readonly address: string };
  readonly problems: readonly Finding[];
}

export interface CoveredStatement {
  readonly id: string;
  readonly text: string;
  readonly status: 'covered' | 'waived' | 'uncovered';
  /** Deck slides that carry it. */
  readonly slides: readonly string[];
  readonly reasons: readonly string[];
}

export interface CoverageMessage {
  readonly lecternPreview: 'coverage';
  readonly hasSource: boolean;
  readonly covered: number;
  readonly waived: number;
  readonly uncovered: number;
  readonly sections: readonly { readonly title: string; readonly statements: readonly CoveredStatement[] }[];
}

/** A lesson on the index of the preview. */
export interface ListedLesson {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly slides: number;
  readonly errors: number;
  readonly warnings: number;
  readonly covered?: { readonly covered: number; readonly waived: number; readonly uncovered: number };
}

export interface LessonsMessage {
  readonly lecternPreview: 'lessons';
  readonly lessons: readonly ListedLesson[];
}

/** What the phone shows. */
export interface RemoteMessage {
  readonly lecternPreview: 'remote';
  /** Absent while no deck is open. */
  readonly now?: {
    readonly lesson: string;
    readonly lang: string;
    readonly title: string;
    readonly notes: string;
    readonly number: number;
    readonly count: number;
    readonly step: number;
    readonly steps: number;
    readonly next: string;
    readonly screen: string;
  };
}

/** What a deck says of itself after each move. */
export interface PositionReport {
  readonly slide: string;
  readonly step: number;
  readonly screen: string;
}

/** The same, as the deck tells it to the page around it. */
export interface LivePosition extends PositionReport {
  readonly lecternLive: 'position';
}

export type ShellMessage = DeckMessage | FindingsMessage | CoverageMessage;
