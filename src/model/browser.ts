import type { Json, Outcome } from '../base/index.ts';

/** A width and height in CSS pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What went wrong while a document loaded, each named by its (shortened) URL or font family. */
export interface LoadReport {
  /** Requests that were refused: everything but `data:`. */
  readonly refused: readonly string[];
  /** Pictures that did not decode. */
  readonly brokenImages: readonly string[];
  /** Fonts that were asked for and did not load. */
  readonly failedFonts: readonly string[];
}

/** A function that runs in the page. It may use nothing from around it but its arguments. */
// The page's own types are unknown here: callers write such functions in files that are checked against the DOM.
export type PageFunction<A extends readonly Json[], T> = (...args: A) => T | Promise<T>;

/** One font that drew part of an element's text. */
export interface FontUse {
  readonly family: string;
  /** Whether it came with the document (`@font-face`) and not from the machine. */
  readonly isOwn: boolean;
  readonly glyphs: number;
}

export interface LoadOptions {
  readonly viewport?: PixelSize;
  /** Whether code that `evaluate` brings may keep working (timers, callbacks); the document's own script never runs. */
  readonly tool?: boolean;
}

/** A document to be loaded, with the window it is loaded in. */
export interface PageDocument {
  readonly html: string;
  readonly viewport: PixelSize;
}

/**
 * One page of the printing browser. The document's own script never runs and nothing is fetched. Calls are carried out in
 * their order, each when the one before is done: who does not wait in between does not keep the browser waiting.
 */
export interface BrowserPage {
  /** Replaces the page's document and waits until its fonts and pictures are ready. */
  load(html: string, options?: LoadOptions): Promise<LoadReport>;
  /** Gives the window another size. */
  resize(viewport: PixelSize): Promise<void>;
  /** Runs an expression or function in the page and returns its JSON value. */
  evaluate<T, A extends readonly Json[] = readonly Json[]>(script: string | PageFunction<A, T>, ...args: A): Promise<T>;
  /** The fonts that drew the text of each element that the selector finds, and of its children, in document order. */
  fontsOf(selector: string): Promise<readonly (readonly FontUse[])[]>;
  /** Prints the document to PDF: page size from the CSS, backgrounds on, tagged, with an outline from the headings. */
  print(): Promise<Uint8Array>;
  /** A picture of the viewport or of a part of the document, PNG unless `type` says otherwise. */
  screenshot(options?: {
    readonly type?: 'png' | 'webp';
    readonly clip?: PixelSize & { readonly x: number; readonly y: number };
    readonly scale?: number;
    /** Whether it may be large, when that is quicker: for pictures that are written anew. */
    readonly isQuick?: boolean;
    /** Whether the part is what the window shows: then the page need not be laid out larger for the picture. */
    readonly isInSight?: boolean;
  }): Promise<Uint8Array>;
}

/** A browser that is started when first needed, started anew when it dies, and shared by all who lay out pages. */
export interface BrowserPool extends AsyncDisposable {
  /** Starts the browser early, so that it comes up while other work is done. Errors show in the first `run`. */
  start(): void;
  /** The browser's name and version, for example `HeadlessChrome/143.0.7499.0`; starts it when needed. */
  version(): Promise<Outcome<string>>;
  /**
   * Lends a page to a job. A job whose browser dies or which overruns its time is tried once more, alone in a new
   * browser; then it fails with a diagnostic that names `label`. An exception of the job itself is passed on.
   * @param label names the job in diagnostics: `lessons/x (PDF)`.
   * @param options.timeout milliseconds for one try.
   */
  run<T>(
    label: string,
    job: (page: BrowserPage) => Promise<T>,
    options?: { readonly timeout?: number },
  ): Promise<Outcome<T>>;
  /** Lends a page that loads a document to a job, which need not wait for it: calls of the page are carried out in order. */
  show<T>(
    label: string,
    document: PageDocument,
    job: (page: BrowserPage, report: Promise<LoadReport>) => Promise<T>,
    options?: { readonly timeout?: number },
  ): Promise<Outcome<T>>;
}
