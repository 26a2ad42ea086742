import type { PixelSize } from './browser.ts';

/** The shapes that slides can have. */
export const slideSizes = ['16:9', '4:3'] as const;
export type SlideSize = (typeof slideSizes)[number];

/** The shape of slides of a size in pixels: the nearer of the two. */
export const shapeOf = ({ width, height }: PixelSize): SlideSize => (width * 2 < height * 3 ? '4:3' : '16:9');

/**
 * How a theme divides its page, in px of a slide: what composing must know before a browser lays the page out. The file
 * `plan.yaml` of the theme says it; its style sheets draw the same page.
 */
export interface PagePlan {
  readonly canvas: PixelSize;
  /** Whether columns of a layout stand below each other, the slide being narrow. */
  readonly stacked: boolean;
  readonly margins: Margins;
  /** The running head: section and badges of evidence over a hairline. */
  readonly head: { readonly least: number; readonly line: number; readonly below: number; readonly between: number };
  /** Sizes of a title, the largest first: it takes one line down to the size `oneLine`, then two where it can. */
  readonly title: {
    readonly sizes: readonly number[];
    readonly leading: number;
    readonly below: number;
    readonly oneLine: number;
  };
  /** Sources at the left; house line, logo and page number at the right. */
  readonly foot: {
    readonly above: number;
    readonly least: number;
    readonly line: number;
    readonly number: number;
    readonly logo: number;
  };
  readonly text: TextSizes;
  readonly callouts: {
    readonly above: number;
    readonly between: number;
    readonly pad: number;
    readonly inset: number;
    readonly leading: number;
  };
  /** Lines below a drawing. */
  readonly notes: {
    readonly size: number;
    /** Of one or two lines. */
    readonly large: number;
    readonly leading: number;
    readonly above: number;
  };
  /** Footnotes above the foot. */
  readonly footnotes: { readonly size: number; readonly line: number; readonly above: number };
  /** The height of a drawing in the text of a block. */
  readonly drawing: number;
  /** The letters of a slide that stands in for one that could not be made, and how many lines of them a page holds. */
  readonly standIn: { readonly letter: number; readonly lines: number };
}

/** The margins of a slide. */
interface Margins {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Sizes of text. */
export interface TextSizes {
  /** Of the body, the smallest first: the largest at which everything fits is taken. */
  readonly sizes: readonly number[];
  /** Shares of the body. */
  readonly lead: number;
  readonly small: number;
  readonly fine: number;
  /** Bound on `fine`. */
  readonly mostFine: number;
}
