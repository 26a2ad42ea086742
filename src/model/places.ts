import type { Span } from '../base/index.ts';
import type { StatementId } from './source.ts';

/** Finds the place of a value in the YAML by its JSON pointer, relative to the thing that holds it (`/bullets/2`). */
export interface Places {
  /** The place of the value; falls back to the nearest enclosing value that has one. */
  value(pointer: string): Span;
  /** The place of the key that names the value; falls back to the value. */
  key(pointer: string): Span;
}

/** A link from a slide, question or waiver to one statement, with the place where the author wrote it. */
export interface StatementLink {
  readonly statement: StatementId;
  readonly at: Span;
}
