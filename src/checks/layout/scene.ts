/** A box in CSS pixels, relative to the top left corner of its slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Where something may not be seen beyond, and what limits it there. */
export interface Limit extends Box {
  /** `cut`: an ancestor hides what is beyond; `box`: a visible box that holds it; `column`: the block it stands in. */
  readonly kind: 'cut' | 'box' | 'column';
}

/** The text of one text node as it is laid out. */
export interface SceneText {
  readonly text: string;
  /** Texts with the same number stand in one paragraph, heading, cell, formula or SVG text. */
  readonly block: number;
  /** The ink of each line: glyphs without the empty part of the line. */
  readonly lines: readonly Box[];
  /** Height of the letters' em box in CSS pixels of the slide, transformations included. */
  readonly size: number;
  readonly bold: boolean;
  /** A sub- or superscript. */
  readonly script: boolean;
  /** Ornament that is hidden from assistive technology, such as the number beside a list item. */
  readonly ornament: boolean;
  /** Stands in an inline SVG. */
  readonly inDrawing: boolean;
  /** Placed on top of other things on purpose: absolutely positioned, itself or around it. */
  readonly layered: boolean;
  /** The painted box of a mark that lies on top of other things, such as a numbered pin on a picture. */
  readonly badge?: Box;
  /** Which child of the slide holds it: its index in `parts`. */
  readonly part: number;
  readonly limits: readonly Limit[];
  /** The colour of the letters. */
  readonly color: Rgb;
  /** How opaque the letters are, 0 to 1. */
  readonly alpha: number;
  /** The colours behind it: plain ones, or the darkest, middle and lightest pixels where a picture lies behind it. */
  readonly backgrounds: readonly Rgb[];
  /** Whether a picture or gradient lies behind it, so that only the pixels tell. */
  readonly sampled: boolean;
}

/** A picture. */
export interface ScenePicture {
  readonly kind: 'raster' | 'vector';
  readonly alt: string;
  readonly decorative: boolean;
  readonly layered: boolean;
  /** What is drawn of it, without the empty part of its box. */
  readonly drawn: Box;
  /** How many pixels of the file each CSS pixel gets across and down; 0 when the picture did not decode. */
  readonly density: readonly [across: number, down: number];
  readonly limits: readonly Limit[];
}

/** A visible box (border or background) that reaches beyond the slide. */
export interface StrayBox extends Box {
  /** Number of the block of its first text; absent when it has none. */
  readonly block?: number;
}

/** Characters that the declared fonts did not draw. */
export interface FontGap {
  /** As declared: `"Lectern Sans", sans-serif`. */
  readonly families: string;
  /** What drew them instead. */
  readonly used: string;
  /** The characters, each once. */
  readonly characters: string;
  /** Whether the deck has none of these fonts. */
  readonly whole: boolean;
  /** The first text on this slide that holds one of them. */
  readonly block: number;
}

export interface SceneSlide {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The slide without its margins. */
  readonly content: Box;
  /** The slide's own parts: head, body, foot. */
  readonly parts: readonly Box[];
  /** Page number and other generated text at the edge of the slide. */
  readonly marks: readonly Box[];
  readonly texts: readonly SceneText[];
  readonly pictures: readonly ScenePicture[];
  readonly strays: readonly StrayBox[];
  readonly gaps: readonly FontGap[];
}

/** All that the layout checks know of the laid-out deck. Plain JSON. */
export interface Scene {
  readonly slides: readonly SceneSlide[];
}
