import { Recent, type Diagnostic, type FileId } from '../base/index.ts';
import type { Coverage, Staleness } from '../coverage/index.ts';
import type {
  Asset,
  Audience,
  BrowserPage,
  Composition,
  Deck,
  Excerpt,
  Lesson,
  LoadReport,
  PaperSettings,
  TimePlan,
} from '../model/index.ts';
import type { Desk } from '../documents/index.ts';
import type { Strings } from '../parse/index.ts';
import type { Player } from './html/index.ts';

/** The slides of one time plan, with its minutes and objectives. */
export interface PlanDeck {
  readonly plan: TimePlan;
  readonly deck: Deck;
}

/** All that a format may show. */
export interface FormatInput {
  readonly lesson: Lesson;
  readonly composition: Composition;
  /** The slides of all time plans. */
  readonly deck: Deck;
  /** A deck for each time plan, in their order; none when there is one plan, or when no format asked (`perPlan`). */
  readonly planDecks: readonly PlanDeck[];
  /** The lesson as students may see it, when a format asked (`forStudents`) and it could be made. */
  readonly students?: Pick<FormatInput, 'lesson' | 'composition' | 'deck'>;
  readonly assets: readonly Asset[];
  readonly coverage: Coverage;
  /** The part of the lesson that the deck shows; all of it when absent. */
  readonly only?: Excerpt;
  /** What the lock says must be reviewed; absent when there is no lock. */
  readonly staleness?: Staleness;
  readonly audience: Audience;
  /** The fixed words of a language other than the lesson's. */
  readonly wordsIn: (lang: string) => Strings;
  readonly player: Player;
  readonly papers: PaperSettings;
  /** Writes documents from their templates; there when a format asked (`writes`). */
  readonly desk?: Desk;
  /** Time that documents bear; none when neither the outline nor the environment gives one. */
  readonly date: Date | undefined;
}

/** A file of a lesson, its path relative to the lesson's folder in the output. */
export interface FormatFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What is to be said of it, such as what it cannot carry. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A document of its own to be laid out: all of its HTML, and the size of the window. */
export interface Sheet {
  readonly html: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** A file made from the laid-out deck, in a browser page that has loaded its static HTML. */
export interface PageTask {
  readonly path: string;
  readonly mediaType: string;
  /** What the result depends on besides the HTML and the browser. Raise the number in it when the task changes. */
  readonly key: string;
  /** The deck that the page has loaded; that of all time plans when absent. */
  readonly deck?: Deck;
  /** The document that the page has loaded in place of a deck. */
  readonly sheet?: Sheet;
  run(page: BrowserPage, report: Promise<LoadReport>): Promise<PageResult | Unfinished>;
  /** Whether it asks everything of the page at once, so that the next task may ask before it has its answers. */
  readonly isAtOnce?: boolean;
  /** Completes the bytes while the page is at work on something else. */
  after?(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Completes what a task took from the page, when the page is free for the next document. */
export type Unfinished = () => PageResult;

/** What a task made, and what is to be said of it. */
export interface PageResult {
  readonly bytes: Uint8Array;
  readonly diagnostics?: readonly Diagnostic[];
}

/** What was made of a lesson and found in it, for a format that tells of the others. */
export interface Evidence {
  readonly artifacts: readonly {
    readonly path: string;
    readonly mediaType: string;
    readonly hash: string;
    readonly bytes: number;
    readonly format: string;
    /** What was said of the file when it was made. */
    readonly findings: readonly Diagnostic[];
  }[];
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that slides ignore or the project has switched off. */
  readonly aside: readonly Diagnostic[];
  /** Codes of checks that could find nothing: not laid out, or without words of the lesson's language. */
  readonly notRun: readonly string[];
  /** Whether the checks ran. */
  readonly isChecked: boolean;
  readonly tool: { readonly version: string; readonly browser: string };
  /** The text of a file that findings point into. */
  readonly textOf: (file: FileId) => string | undefined;
}

/** An exporter that makes artifacts of one kind. */
export interface Format {
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Made when `--format` is not given. */
  readonly standard: boolean;
  /** Makes a file for each time plan. */
  readonly perPlan?: true;
  /** Writes documents from templates. */
  readonly writes?: true;
  /** Holds the slides without notes and answers beside what only the teacher may see. */
  readonly forStudents?: true;
  /** Audiences that may have it; others get nothing of it. */
  readonly audiences: readonly Audience[];
  /** Why it makes nothing of this lesson, where somebody who asked for it would look for a file. */
  missing?(input: FormatInput): readonly Diagnostic[];
  /** Files made without a browser. */
  files?(input: FormatInput): readonly FormatFile[] | Promise<readonly FormatFile[]>;
  /** Files that tell of all others: made last. */
  closing?(input: FormatInput, evidence: Evidence): readonly FormatFile[];
  /** Files made in the browser. */
  tasks?(input: FormatInput): readonly PageTask[];
}

/** A file of text, given whole or in pieces; long pieces that many lessons share are encoded once. */
export const textFile = (path: string, mediaType: string, text: string | readonly string[]): FormatFile => ({
  path,
  mediaType,
  bytes: typeof text === 'string' ? Buffer.from(text) : Buffer.concat(text.map(encode)),
});

const longPiece = 16_384;
const encoded = new Recent<Buffer>(4_000_000);

function encode(piece: string): Buffer {
  if (piece.length < longPiece) return Buffer.from(piece);
  return encoded.getOrMake(
    piece,
    () => Buffer.from(piece),
    () => piece.length,
  );
}
