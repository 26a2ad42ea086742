import type { Plot } from '../../model/index.ts';

/** A rectangle in CSS pixels from the upper left corner of its slide. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A colour as `RRGGBB` and how much it covers. */
export interface Paint {
  readonly hex: string;
  readonly alpha: number;
}

export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  /** Lengths of dashes and gaps, in pixels; none for a line without gaps. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
}

/** Letters of one look. */
export interface Run {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly paint: Paint;
  readonly lang: string;
  /** Address of a link; `#s-…` is a slide. */
  readonly href?: string;
  readonly underline?: true;
  readonly strike?: true;
  /** Raised or lowered, in parts of its own size. */
  readonly shift?: number;
  readonly ground?: Paint;
  /** Room added after each letter, in pixels. */
  readonly spacing?: number;
  /** Room kept free for something that is no text. */
  readonly gap?: number;
}

/** What stands before the first line of an item of a list. */
export interface Bullet {
  readonly kind: 'sign' | 'plain' | 'arabic' | 'lower' | 'upper' | 'roman';
  readonly text: string;
  readonly start: number;
  readonly paint: Paint;
}

/** Lines that run on: each line ends where the browser ended it. */
export interface Paragraph {
  readonly lines: readonly (readonly Run[])[];
  readonly align: 'l' | 'ctr' | 'r';
  readonly rtl: boolean;
  /** Distance from line to line, and the room above, in pixels. */
  readonly pitch: number;
  readonly before: number;
  /** How far the text stands in, and its first line or bullet from there. */
  readonly inset: number;
  readonly hang: number;
  readonly level: number;
  readonly bullet?: Bullet;
  /** With which click it appears. */
  readonly step?: number;
}

export interface TextItem {
  readonly kind: 'text';
  readonly role: 'title' | 'marker' | 'footer' | 'number' | 'list' | 'text' | 'label' | 'code';
  readonly rect: Rect;
  readonly paragraphs: readonly Paragraph[];
  /** Degrees clockwise. */
  readonly turn?: number;
}

export interface BoxItem {
  readonly kind: 'box';
  readonly rect: Rect;
  readonly shape: 'rect' | 'ellipse';
  readonly radius: number;
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}

/** A path of SVG with the matrix that brings it onto the slide. */
export interface PathItem {
  readonly kind: 'path';
  readonly d: string;
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}

export interface PictureItem {
  readonly kind: 'picture';
  readonly rect: Rect;
  /** Number of its source among the pictures of the scene. */
  readonly source: number;
  /** Parts cut off at left, top, right and bottom, of the whole. */
  readonly crop: readonly [number, number, number, number];
  readonly radius: number;
  /** What it says; empty for ornament. */
  readonly alt: string;
  /** What had to become a picture though it is none; absent for pictures. */
  readonly why?: 'formula' | 'drawing' | 'ornament' | 'other';
  readonly formula?: FormulaText;
}

/** A formula as text, for programs that show formulas. */
export interface FormulaText {
  /** Where its letters stand: less than the lines that it has. */
  readonly rect: Rect;
  readonly mathml: string;
  readonly size: number;
  readonly paint: Paint;
  readonly lang: string;
  /** Whether it has lines of its own. */
  readonly isDisplay: boolean;
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly isHead: boolean;
  /** Room at left, top, right and bottom. */
  readonly margins: readonly [number, number, number, number];
  readonly fill?: Paint;
  /** Rules at left, top, right and bottom. */
  readonly rules: readonly (Stroke | null)[];
}

export interface TableItem {
  readonly kind: 'table';
  readonly rect: Rect;
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly height: number;
    readonly isHead: boolean;
    readonly cells: readonly (Cell | null)[];
  }[];
  readonly rtl: boolean;
}

/** A drawing, told as one thing. */
export interface GroupItem {
  readonly kind: 'group';
  readonly rect: Rect;
  readonly alt: string;
  readonly items: readonly Item[];
  /** Of a drawing that we made, its name in the deck. */
  readonly name?: string;
}

/** A chart that Office draws from its numbers. */
export interface ChartItem {
  readonly kind: 'chart';
  readonly rect: Rect;
  readonly alt: string;
  readonly plot: Plot;
  /** Where the titles of its axes stand and the names at the ends of its lines, by what they say. */
  readonly words: ReadonlyMap<string, Rect>;
  readonly font: string;
  /** The colours of the theme here, by name. */
  readonly tokens: Readonly<Record<string, Paint>>;
}

export type Item = (TextItem | BoxItem | PathItem | PictureItem | TableItem | GroupItem | ChartItem) & {
  /** With which click it appears; absent for what is there from the start. */
  readonly step?: number;
};

/**
 * A picture of the scene: its bytes as a data URL; SVG; SVG of which only the pixels count; or a part of the page to be
 * photographed, by the name that it was given.
 */
export interface Source {
  readonly kind: 'data' | 'svg' | 'sketch' | 'shot';
  readonly text: string;
  /** Size at which it is shown first, and its place for what is to be photographed. */
  readonly rect: Rect;
  readonly slide: number;
}

export interface SceneSlide {
  /** Its address in the deck. */
  readonly id: string;
  readonly layout: string;
  readonly width: number;
  readonly height: number;
  readonly lang: string;
  readonly ground?: Paint;
  readonly items: readonly Item[];
  /** Text of the slide as it is shown, in reading order: what must come out again. */
  readonly words: string;
  /** The colours of the theme here, by name. */
  readonly tokens: Readonly<Record<string, Paint>>;
  readonly fonts: { readonly title: string; readonly text: string };
}

/** A deck as the browser laid it out. */
export interface Scene {
  readonly slides: readonly SceneSlide[];
  readonly sources: readonly Source[];
}
