import type { CodeDoc, Diagnostic, FileId } from '../base/index.ts';

/** What a reporter may need beside the diagnostics. Everything has a safe default, so that a reporter never fails. */
export interface ReportOptions {
  /** The text of a file that diagnostics point into; without it, places are shown as a path alone. */
  readonly text?: (file: FileId) => string | undefined;
  /** ANSI colours; the caller decides by `NO_COLOR` and the terminal (see {@link wantsColor}). Default: no. */
  readonly color?: boolean;
  /** Width of the terminal in columns; long source lines are windowed to it. Default: 100. */
  readonly width?: number;
  /** Documentation of the codes, for the rules of SARIF. */
  readonly codes?: Readonly<Record<string, CodeDoc>>;
  /** Version of Lectern, for SARIF. */
  readonly version?: string;
  /** Folder of the project inside its repository, for GitHub and SARIF: `course/` when the project is not at the root. */
  readonly prefix?: string;
}

/**
 * Turns diagnostics into the text of one format, in parts, so that thousands need not be held as text at once. Pure: same
 * diagnostics and texts, same result.
 */
export type ReportFunction = (
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
) => readonly string[] | Generator<string>;
