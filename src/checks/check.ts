import type { CodeTable, Diagnostic } from '../base/index.ts';
import type { Coverage } from '../coverage/index.ts';
import type { BrowserPage, Composition, Config, Deck, Files, Lesson } from '../model/index.ts';

/** What checks may look at. Later phases may be missing: a check runs only when it has what it needs. */
export interface CheckContext {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  readonly composition: Composition;
  readonly deck: Deck;
  readonly config: Config;
  readonly files: Files;
}

/** A rule over the outline, the source, the composed or the rendered deck, without a browser. */
export interface Check {
  /** File name of the check, for documentation. */
  readonly name: string;
  /** The codes it may emit, with their documentation. */
  readonly codes: CodeTable;
  run(context: CheckContext): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
}

/**
 * A rule over the laid-out slides. `measure` runs in the browser page that has loaded the deck's static HTML; its result
 * is plain JSON and is cached by the content of the HTML. `judge` turns it into diagnostics.
 */
export interface LayoutCheck<M = unknown> {
  readonly name: string;
  readonly codes: CodeTable;
  /** Raise it when what is measured changes. */
  readonly version: number;
  measure(page: BrowserPage): Promise<M>;
  judge(measured: M, context: CheckContext): readonly Diagnostic[];
}
