import type { DataTable } from '../data-table.ts';
import type { JsonObject, Outcome, Span } from '../../base/index.ts';
import type { EvidenceLevel } from '../../model/index.ts';
import type { DiagramWords } from '../../wire/index.ts';

export interface DiagramOptions {
  /** Prefix of every id in the drawing; unique on its page. */
  readonly id: string;
  /** The box to fill, in CSS pixels at the drawn size. */
  readonly width: number;
  readonly height: number;
  /** BCP 47 tag, for hyphenation and fixed words. */
  readonly lang: string;
  readonly title: string;
  /** Text alternative; made from the data when absent. */
  readonly alt?: string;
  /** Whether the parts carry `data-step` in the order of speech. */
  readonly steps: boolean;
  /** Number of the first step, 1 when absent. */
  readonly firstStep?: number;
  /** Fixed words that a diagram shows and tells. */
  readonly words: DiagramWords;
  readonly evidence?: readonly EvidenceLevel[];
  /** Finds the place of a value by its JSON pointer (`/nodes/2`), for diagnostics. */
  readonly at?: (pointer: string) => Span | undefined;
}

export interface Diagram {
  readonly svg: string;
  /** What it tells in words: the author's, or what the data say. */
  readonly alt: string;
  /** Its parts as text in rows; a Mermaid drawing has none. */
  readonly table?: DataTable;
  /** How many `data-step` groups the drawing has. */
  readonly steps: number;
  /** How many pages it takes; one when absent. */
  readonly pages?: number;
}

/** One kind of diagram. */
export interface DiagramKind {
  /** Draws the data in the box of the pen, or says what is wrong with it. */
  draw(data: JsonObject, pen: Pen): Outcome<string>;
  /** Whether it looks the same in languages that are written from right to left. */
  readonly hasNoDirection?: boolean;
  /** A text alternative made from the data. */
  describe(data: JsonObject, words: DiagramWords): string;
  /** The same as text in rows. */
  table(data: JsonObject, told: Told): DataTable;
}

/** What a table of a drawing's parts is written with. */
export interface Told {
  readonly lang: string;
  readonly words: DiagramWords;
  /** The name of a level of evidence. */
  readonly level: (id: string | undefined) => string;
}

/** Everything that a kind needs to draw in one box. */
export interface Pen {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
  readonly words: DiagramWords;
  readonly evidence: ReadonlyMap<string, EvidenceLevel>;
  readonly at: (pointer: string) => Span | undefined;
  /** Wraps a part in a group that appears as the next step; counts in the order of calls. */
  step(content: string): string;
}
