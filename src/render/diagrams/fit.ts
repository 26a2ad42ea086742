import { failure, success, type Outcome } from '../../base/index.ts';
import { diagramProblem } from './codes.ts';
import { smallestText } from './paint.ts';
import { hyphenator } from '../../text/index.ts';
import type { Pen } from './types.ts';

/** How text and badges are set in one attempt to fit the box. */
export interface Setting {
  /** Size of labels in pixels. */
  readonly size: number;
  /** Size of details in pixels. */
  readonly small: number;
  readonly hyphenate: ((word: string) => string) | undefined;
  /** Evidence as a badge with its label, or as an icon explained in the legend. */
  readonly badges: 'label' | 'icon';
}

/** Draws a measured arrangement. Called at most once, so that steps are counted once. */
export type Painter = () => string;

/** One way to arrange a diagram: a painter when everything fits at this setting. */
export type Arrangement = (setting: Setting) => Painter | undefined;

interface Band {
  readonly from: number;
  readonly to: number;
  readonly hyphenate: boolean;
  readonly badges: Setting['badges'];
}

// Large whole words first; hyphens and bare icons only when nothing else fits.
const bands: readonly Band[] = [
  { from: 46, to: 26, hyphenate: false, badges: 'label' },
  { from: 24, to: 24, hyphenate: false, badges: 'label' },
  { from: 28, to: 24, hyphenate: true, badges: 'label' },
  { from: 28, to: 24, hyphenate: false, badges: 'icon' },
  { from: 28, to: 24, hyphenate: true, badges: 'icon' },
];

/** So many pixels larger must the text be in a less preferred arrangement to be chosen: seen from the last row. */
const worthTurning = 4;

/**
 * Tries arrangements in order of preference within each band of sizes, largest text first. A less preferred
 * arrangement is taken only where its text is clearly larger.
 * @param field the field to name when nothing fits, with a leading slash
 * @param turns false where an arrangement takes long to find: the first that fits is taken
 */
export function fit(
  arrangements: readonly Arrangement[],
  pen: Pen,
  field: string,
  { turns = true }: { readonly turns?: boolean } = {},
): Outcome<string> {
  for (const band of bands) {
    let best: { readonly size: number; readonly painter: Painter } | undefined;
    for (const arrangement of arrangements) {
      if (best !== undefined && !turns) break;
      const least = best === undefined ? band.to : best.size + worthTurning;
      best = largest(arrangement, { ...band, to: least }, pen) ?? best;
    }
    if (best) return success(best.painter());
  }
  return tooMuch(pen, field);
}

/** Arrangements, with those in the direction that the author chose. */
export interface Directed {
  /** None when no direction was chosen. */
  readonly chosen: readonly Arrangement[];
  readonly all: readonly Arrangement[];
  /** As for {@link fit}. */
  readonly turns?: boolean;
}

/**
 * Keeps the direction that the author chose while the labels can be read; where they cannot, draws it otherwise and says
 * so at the field `direction`.
 */
export function fitAsChosen({ chosen, all, turns = true }: Directed, pen: Pen, field: string): Outcome<string> {
  if (chosen.length === 0) return fit(all, pen, field, { turns });
  const asChosen = fit(chosen, pen, field, { turns });
  if (asChosen.ok) return asChosen;
  const drawn = fit(all, pen, field, { turns });
  if (!drawn.ok) return drawn;
  const at = pen.at('/direction');
  const message = 'The labels do not fit in the direction that was asked for, so the drawing is turned';
  return success(drawn.value, [diagramProblem('diagram/turned', message, at ? { at } : {})]);
}

function largest(arrangement: Arrangement, band: Band, pen: Pen): { size: number; painter: Painter } | undefined {
  const hyphenate = band.hyphenate ? hyphenator(pen.lang) : undefined;
  for (let size = band.from; size >= band.to; size -= 2) {
    const small = Math.max(smallestText, size - 4);
    const painter = arrangement({ size, small, hyphenate, badges: band.badges });
    if (painter) return { size, painter };
  }
  return undefined;
}

/** The finding for content that does not fit at the smallest size. */
export function tooMuch(pen: Pen, field: string): Outcome<never> {
  const at = pen.at(field);
  const message = `\`${field.slice(1)}\` holds more text than fits in ${pen.width} x ${pen.height} px at ${smallestText} px`;
  const help = [
    'shorten the labels and details',
    'divide the diagram over two slides',
    'mark a place to break a long word with `&shy;`',
  ];
  return failure([diagramProblem('diagram/too-much', message, { help, ...(at && { at }) })]);
}

/** The finding for a diagram without content. */
export function empty(pen: Pen, field: string): Outcome<never> {
  const at = pen.at(field);
  return failure([diagramProblem('diagram/empty', `\`${field.slice(1)}\` is empty`, at ? { at } : {})]);
}
