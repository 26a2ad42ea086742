import type { Json, JsonObject } from '../base/index.ts';
import type { EvidenceLevel } from '../model/index.ts';
import { Rich } from './text/rich.ts';

/** A picture field, its file read. */
export class Picture {
  readonly path: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly caption: Rich | undefined;
  readonly credit: Rich | undefined;
  constructor(path: string, alt: string, decorative: boolean, caption: Rich | undefined, credit: Rich | undefined) {
    this.path = path;
    this.alt = alt;
    this.decorative = decorative;
    this.caption = caption;
    this.credit = credit;
  }
}

/** A short label and the full text of a reference. */
export interface ShownReference {
  readonly id: string;
  readonly label: string;
  readonly text: Rich;
}

/** What helpers may know and do while one slide is written. */
export interface SlideWriter {
  readonly title: Rich | undefined;
  /** Room between the margins, in CSS pixels. */
  readonly width: number;
  /** How high a drawing can be under the title and above these notes, in CSS pixels. */
  room(notes: readonly Rich[]): number;
  readonly headingLevel: number;
  /** BCP 47 tag of the slide's texts. */
  readonly lang: string;
  /** Which of the slides that one slide became this is, and how many items stand on those before. */
  readonly pages: { readonly number: number; readonly count: number; readonly offset: number };
  readonly steps: boolean;
  readonly fields: JsonObject;
  readonly alt: string;
  evidence(id: string): EvidenceLevel | undefined;
  reference(id: string): ShownReference | undefined;
  /** A fixed word in the lesson's language; the key itself when it is missing. */
  word(key: string): string;
  /** Asks the renderer for a diagram; returns the path under which it will be found. */
  draw(kind: string, size: { width: number; height: number }, data: Json): string;
  use(feature: 'math' | 'code'): void;
  /** Notes a formula, so that its TeX is checked at its place. */
  formula(tex: string, display: boolean): void;
}

/** A mistake in a template's call of a helper; becomes a diagnostic at the place of the call. */
export class HelperError extends Error {}

/** How a helper is called: positional values, then named ones, with the slide it writes. */
interface HelperCall {
  readonly params: readonly unknown[];
  readonly hash: Readonly<Record<string, unknown>>;
  readonly slide: SlideWriter;
}

/** One helper a file, all of one shape. A string result is plain text and will be escaped; Rich is written as it is. */
export interface Helper {
  readonly name: string;
  /** One line for the documentation, with an example. */
  readonly usage: string;
  run(call: HelperCall): unknown;
}

/** The plain text of a value that a template passes to a helper. */
export function textOf(value: unknown): string {
  if (value instanceof Rich) return value.plain;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
