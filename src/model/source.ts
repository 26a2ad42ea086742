import type { Hash, Span } from '../base/index.ts';

/** `<section id>.<number>`, for example `sert.2`: the second statement of section `sert`. */
export type StatementId = string;

/** One sentence of the source: the unit of coverage. */
export interface Statement {
  readonly id: StatementId;
  /** Plain text, Markdown markers removed, white space folded. */
  readonly text: string;
  /** SHA-256 of `text`, for staleness. */
  readonly hash: Hash;
  readonly at: Span;
}

export interface SourceSection {
  /** From the heading's `{#id}`, or a slug of its text. */
  readonly id: string;
  readonly title: string;
  readonly at: Span;
  readonly statements: readonly Statement[];
}

/** What a text holds beside its statements. */
export const leftOutKinds = [
  'attributes',
  'box',
  'code',
  'comment',
  'footnote',
  'front-matter',
  'heading',
  'link-definition',
  'picture',
  'summary',
  'table-header',
] as const;

/** A part of the source that is read and is no statement: named, so that nothing is left out in silence. */
export interface LeftOut {
  readonly kind: (typeof leftOutKinds)[number];
  readonly at: Span;
  /** First and last line, from 1. */
  readonly lines: readonly [first: number, last: number];
  readonly words: number;
}

/** What a text is to the lesson: `explainer` is what it must cover; any other role is counted beside it. */
export const explainerRole = 'explainer';

/** One text of the source. */
export interface SourceText {
  readonly file: string;
  readonly role: string;
  readonly title?: string;
}

/** The text, or texts, that a lesson must cover. */
export interface Source {
  /** The first text. */
  readonly file: string;
  readonly title?: string;
  /** Every text; the place of a section tells to which it belongs. */
  readonly texts: readonly SourceText[];
  readonly sections: readonly SourceSection[];
  /** What is no statement, in the order of the text. */
  readonly leftOut: readonly LeftOut[];
}
