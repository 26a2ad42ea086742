import type { FileId, Hash, Json, Span } from '../base/index.ts';
import type { EvidenceLevel, LessonId, SlideId } from './lesson.ts';
import type { Places } from './places.ts';
import type { NoPlot, Plot } from './plot.ts';

/** A picture or other file that a deck uses, read and checked. */
export interface Asset {
  /** Path as used in the Markdown, relative to the artifact: `assets/1f3a9c-synapse.svg`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly hash: Hash;
  /** Natural size in CSS pixels, when known. */
  readonly width?: number;
  readonly height?: number;
  /** The file it was read from; absent for generated diagrams. */
  readonly file?: FileId;
  /** Where the lesson names it; absent for generated diagrams. */
  readonly at?: Span;
  /** Of a generated drawing: its text alternative, and its data as an HTML table (empty when it has none). */
  readonly described?: { readonly alt: string; readonly table: string };
  /** Of a chart: its numbers and choices. */
  readonly plot?: Plot | NoPlot;
}

/** One slide as Marp Markdown, before rendering. A slide of the lesson may become several (a paginated list). */
export interface ComposedSlide {
  /** Unique in the deck, usable as an HTML id and hash link. */
  readonly id: SlideId;
  /** The lesson's slide it came from. */
  readonly slide: SlideId;
  readonly layout: string;
  /** Whether it stands in for a slide that could not be made. */
  readonly standIn?: true;
  readonly section: string;
  /** Plain text. */
  readonly title: string;
  /** The classes of its section. */
  readonly classes: string;
  /** Marp Markdown of this slide alone, without the directive for its classes and the `---` line. */
  readonly markdown: string;
  /** The language of all its texts where it is not that of the lesson. */
  readonly lang?: string;
  readonly plans?: readonly string[];
  /** Notes as Markdown. */
  readonly notes: string;
  readonly at: Span;
}

/** A lesson run through the templates. */
export interface Composition {
  readonly lesson: LessonId;
  readonly slides: readonly ComposedSlide[];
  readonly title: string;
  readonly lang: string;
  readonly authors: readonly string[];
  readonly assets: readonly Asset[];
  /** Paths of those assets that questions name and no slide shows. */
  readonly aside?: ReadonlySet<string>;
  /** Files that slides link to; they lie beside the artifacts. */
  readonly linked: readonly Asset[];
  /** The formulas of all texts, for the check of their TeX. */
  readonly formulas: readonly Formula[];
  readonly drawings: readonly Drawing[];
  /** The levels of evidence that drawings may show. */
  readonly evidence: readonly EvidenceLevel[];
  /** Fixed words of the lesson's language, by key: those of layouts and those of Lectern's own pages. */
  readonly words: Readonly<Record<string, string>>;
  /** Theme, layouts and lesson CSS, before packing by Marp. Holds no `@import` and no remote URL. */
  readonly css: string;
  readonly fonts: readonly FontFace[];
  /** Line at the foot of each slide, inline Markdown. */
  readonly footer?: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Which optional renderers the deck needs. */
  readonly uses: { readonly math: boolean; readonly code: boolean };
}

export interface DeckSlide extends ComposedSlide {
  /** One-based. */
  readonly number: number;
  /** The whole `<section>` element, assets inlined, steps numbered as `data-step`. */
  readonly html: string;
  readonly notesHtml: string;
  /** Number of reveal steps after the first view (0: the slide shows at once). */
  readonly steps: number;
}

/** The rendered slides of one lesson. */
export interface Deck {
  readonly lesson: LessonId;
  readonly title: string;
  readonly lang: string;
  readonly authors: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  /** Packed CSS with fonts inlined. */
  readonly css: string;
  readonly slides: readonly DeckSlide[];
}

/** A formula as its author wrote it, with its place. */
export interface Formula {
  readonly tex: string;
  /** Whether it stands in lines of its own. */
  readonly display: boolean;
  /** The slide that shows it; absent in what all slides share. */
  readonly slide?: SlideId;
  readonly at: Span;
}

/** One `@font-face` rule of a theme, its file not yet read. */
export interface FontFace {
  readonly family: string;
  /** The declarations, with `url(…)` as written. */
  readonly css: string;
  readonly url: string;
  readonly file: FileId;
  /** Code point ranges the face covers; empty for all. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Whether it only draws what no font of the theme has: a font that the outline adds for another script. */
  readonly isAdded?: boolean;
}

/** A diagram, chart or Mermaid drawing that the renderer makes for a composed slide. */
export interface Drawing {
  /** The path under which the Markdown names it. */
  readonly path: string;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly data: Json;
  readonly alt: string;
  readonly title: string;
  /** Language of its words where it is not that of the lesson, and the fixed words of that language. */
  readonly lang?: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly steps: boolean;
  /** Which of the pages of its slide shows it, from one; absent where it cannot go on to a next page. */
  readonly share?: { readonly number: number; readonly count: number };
  readonly slide: SlideId;
  readonly at: Span;
  /** Places of the slide's fields, for diagnostics about the data. */
  readonly places: Places;
}
