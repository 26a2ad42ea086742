import type { CodeDoc, Hash, Outcome } from '../base/index.ts';
import type { BuiltLesson, NewArtifact, WriteResult } from '../make/index.ts';
import type { Player } from '../formats/html/index.ts';
import type {
  Audience,
  BrowserPage,
  Config,
  Excerpt,
  FontUse,
  LessonId,
  LoadOptions,
  LoadReport,
  PageDocument,
  PixelSize,
  StoreKind,
} from '../model/index.ts';
import type { Progress } from './progress.ts';

/** What a thread is told when it starts; the same for all its lessons. */
export interface ThreadSetup {
  /** Absolute path of the project's folder, and of Lectern's own. */
  readonly root: string;
  readonly packageRoot: string;
  readonly config: Config;
  readonly version: string;
  readonly release?: string | undefined;
  readonly browserIdentity: string;
  /** Of the browser that draws, when it is another. */
  readonly drawingIdentity: string | undefined;
  readonly sourceDateEpoch: string | undefined;
  readonly audience: Audience;
  /** Names of the formats. */
  readonly formats: readonly string[];
  readonly player: Player;
  /** Whether templates, themes and style sheets of the project are left aside. */
  readonly untrusted: boolean;
  /** Whether a lesson of which something cannot be made is not made at all. */
  readonly strict: boolean;
  /** The part of each lesson that is wanted. */
  readonly only?: Excerpt | undefined;
  /** All codes when the lessons are checked. */
  readonly codes: Readonly<Record<string, CodeDoc>> | undefined;
}

/** What the main thread does for the others: everything that touches the disk for good, and the browser. */
export interface MainCalls extends Record<string, (...args: never[]) => unknown> {
  write(artifact: NewArtifact): WriteResult;
  get(kind: StoreKind, key: Hash): Promise<Uint8Array | undefined>;
  put(kind: StoreKind, key: Hash, bytes: Uint8Array): Promise<void>;
  /** Lends a page to a job of the thread; each try calls `attempt` there. */
  lend(loan: Loan): Promise<Outcome<unknown>>;
  /** What was found when the document of the loan was loaded. */
  loaded(page: number): Promise<LoadReport>;
  load(page: number, html: string, options: LoadOptions): Promise<LoadReport>;
  resize(page: number, viewport: PixelSize): Promise<void>;
  evaluate(page: number, expression: string): Promise<unknown>;
  fontsOf(page: number, selector: string): Promise<readonly (readonly FontUse[])[]>;
  print(page: number): Promise<Uint8Array>;
  screenshot(page: number, options: ScreenshotOptions): Promise<Uint8Array>;
}

export interface Loan {
  readonly job: number;
  readonly label: string;
  readonly timeout?: number | undefined;
  /** Loaded before the thread hears of the page, which it would keep waiting while it is busy. */
  readonly document?: PageDocument | undefined;
  /** Whether the job draws and needs the browser for that. */
  readonly draws: boolean;
}

type ScreenshotOptions = NonNullable<Parameters<BrowserPage['screenshot']>[0]>;

/** What a thread does for the main one. */
export interface ThreadCalls extends Record<string, (...args: never[]) => unknown> {
  /** @param progress where it notes how far it has come. */
  build(id: LessonId, progress: Progress): Promise<BuiltLesson>;
  /** Answers at once, unless the thread is busy. */
  ping(): void;
  /** Runs a job in the page that was lent. */
  attempt(job: number, page: number): Promise<unknown>;
}
