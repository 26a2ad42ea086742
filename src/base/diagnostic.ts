import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `area/name`, for example `slide/overflow`. Every code is declared once, with its documentation, by {@link defineCodes}. */
export type Code = `${string}/${string}`;

/** A second place that explains the first: where the other definition stands, which slide uses it. */
export interface Related {
  readonly at: Span;
  readonly message: string;
}

/** One finding: what is wrong, where, why, and how to mend it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One line that names the offending value. */
  readonly message: string;
  readonly at?: Span;
  readonly related?: readonly Related[];
  /** Each entry is one way to mend it. */
  readonly help?: readonly string[];
  /** A replacement that is safe to make without asking (`check --fix`). */
  readonly fix?: Fix;
}

/** Replaces the text of one span. */
export interface Fix {
  readonly at: Span;
  readonly replacement: string;
}

/** The documentation of a code, shown in `docs/diagnostics.md`. */
export interface CodeDoc {
  readonly severity: Severity;
  /** What the finding means, in one sentence. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
}

export type CodeTable<C extends Code = Code> = Readonly<Record<C, CodeDoc>>;

/** What a caller adds to a code; the severity comes from the code's documentation unless it is overridden. */
export type Details = Partial<Pick<Diagnostic, 'at' | 'related' | 'help' | 'severity' | 'fix'>>;

/** A function that makes diagnostics with the codes of one area only, so that a misspelt code does not compile. */
export type Reporter<C extends Code> = (code: C, message: string, details?: Details) => Diagnostic;

/**
 * Declares the codes of one area with their documentation.
 * @returns the table (for the generated documentation) and a typed maker of diagnostics.
 */
export function defineCodes<C extends Code>(
  table: CodeTable<C>,
): { readonly table: CodeTable<C>; readonly diagnostic: Reporter<C> } {
  return {
    table,
    diagnostic: (code, message, details = {}) => ({
      code,
      severity: table[code].severity,
      ...details,
      message: clip(message),
      ...(details.help ? { help: details.help.map(clip) } : {}),
    }),
  };
}

/** A message quotes what it is about, which may be a whole file without a line break. */
const longest = 2000;
const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The result of a phase: a value with what was found on the way (errors too, where the rest could be made), or at least one error. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export const success = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> => ({
  ok: true,
  value,
  diagnostics,
});
export const failure = <T>(diagnostics: readonly Diagnostic[]): Outcome<T> => ({ ok: false, diagnostics });
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');
