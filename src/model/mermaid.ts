import type { Outcome } from '../base/index.ts';

/** One way to write and set a diagram. */
export interface MermaidAttempt {
  readonly text: string;
  /** Mermaid's own configuration. */
  readonly config: object;
  /** Text of this size or more is taken without looking at the attempts after it. */
  readonly enough: number;
}

/** What Mermaid is asked to draw. */
export interface MermaidOrder {
  /** Tried in this order. */
  readonly attempts: readonly MermaidAttempt[];
  /** The box to fit, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Size that text must have, in CSS pixels: a drawing in which it is smaller is also cut into pages; never when absent. */
  readonly least?: number;
  /** Whether parts are numbered in the order in which they appear. */
  readonly steps: boolean;
  /** The paint for each colour of the configuration, as the browser writes that colour: `rgb(254, 1, 3)`. */
  readonly colours: Readonly<Record<string, string>>;
  /** Paints for colours that Mermaid makes up. */
  readonly otherwise: { readonly text: string; readonly line: string; readonly fill: string };
}

/** The theme's fonts. */
export interface MermaidFonts {
  /** Their `@font-face` rules, files inlined. */
  readonly css: string;
  /** Families of text and of code, as in `font-family`. */
  readonly text: string;
  readonly code: string;
}

/** What became of an order. */
export type MermaidAnswer = MermaidPicture | MermaidRefusal;

/** What a diagram says, in rows: from, label, to; or part and value. */
export interface MermaidTold {
  readonly kind: 'links' | 'values';
  readonly rows: readonly (readonly string[])[];
}

/** A drawing with its styles written into its elements. */
export interface MermaidPicture {
  readonly ok: true;
  /** What stands inside of the SVG element. */
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Size of the smallest text in these units. */
  readonly smallest: number;
  /** How much it can be enlarged in its box. */
  readonly scale: number;
  /** Number of `data-step` groups. */
  readonly steps: number;
  /** Index of the attempt. */
  readonly attempt: number;
  /** The same over several pages, where its text would be too small on one. */
  readonly tiles?: readonly MermaidTile[];
  /** How much the tiles are enlarged. */
  readonly tileScale?: number;
  /** Absent for kinds that are not known. */
  readonly told?: MermaidTold;
}

/** A part of a drawing that fills a page of its own, in the units of the drawing. */
export interface MermaidTile {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Mermaid's own words about a text that it cannot draw. */
export interface MermaidRefusal {
  readonly ok: false;
  readonly message: string;
  /** Line of the text, from one. */
  readonly line?: number;
  /** Whether it was stopped, since it took too long. */
  readonly stopped?: true;
}

/** Draws with the package `mermaid`, wherever that runs. */
export interface MermaidArtist {
  /** @returns an answer for each order, or why nothing can be drawn here. */
  draw(orders: readonly MermaidOrder[], fonts: MermaidFonts): Promise<Outcome<readonly MermaidAnswer[]>>;
}
