import type { Diagnostic } from '../base/index.ts';
import type { ownHtml } from '../compose/index.ts';

/** HTML that a template writes as it is. */
export type OwnHtml = ReturnType<typeof ownHtml>;

/** The paper of printed documents. */
export const paperSizes = {
  a4: { name: 'A4', width: 794, height: 1123 },
  letter: { name: 'letter', width: 816, height: 1056 },
} as const;

/** What a document is written with: the lesson's words, fonts and templates. */
export interface Desk {
  /** A lesson's text of several lines as HTML. */
  block(markdown: string): OwnHtml;
  /** A lesson's text of one line as HTML. */
  inline(markdown: string): OwnHtml;
  /** A fixed word in the lesson's language; `{name}` is filled in. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Fills in a template of `templates/documents`. */
  write(name: string, context: object): { readonly html: string; readonly css: string };
  /** The font faces that a text needs, inlined, without those that a style sheet beside it brings. */
  fonts(html: string, beside: string): string;
  /** The theme's values for paper, as declarations. */
  readonly tokens: string;
  /** The theme's values for a dark screen, as declarations. */
  readonly darkTokens: string;
  /** What was wrong with templates so far. */
  readonly diagnostics: readonly Diagnostic[];
}
