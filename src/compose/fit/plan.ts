import type { Rich } from '../text/rich.ts';
import { breakLines } from './lines.ts';
import type { Metrics } from './metrics.ts';
import { visible } from './visible.ts';

/** The page plan of the theme (docs/theme.md), in px. */
const plans = {
  wide: { margin: 72, titles: [48, 42, 36] },
  narrow: { margin: 56, titles: [42, 36, 32] },
} as const;

/** The margins of a slide in px. */
export interface Margins {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The margins that the tokens of the theme give; those of Lectern's own theme where they say nothing in px. */
export const marginsOf = (tokens: Readonly<Record<string, number>>, canvasWidth: number): Margins => ({
  x: tokens['margin-x'] ?? (canvasWidth < 1280 ? plans.narrow : plans.wide).margin,
  top: tokens['margin-top'] ?? 34,
  bottom: tokens['margin-bottom'] ?? 26,
});

const where = { least: 40, line: 32, below: 14, gap: 4 } as const;
const titleLeading = 1.14;
const bodyGap = 28;
const foot = { gap: 16, least: 40, line: 30, number: 64 } as const;

/** What stands around the body of a slide. */
export interface Surroundings {
  readonly margins: Margins;
  readonly canvas: { readonly width: number; readonly height: number };
  /** The title with its “(2/3)”. */
  readonly title: string;
  /** The running head: number and title of the section. */
  readonly marker: string;
  readonly badges: readonly string[];
  readonly sources: string;
  /** Notes above the foot. */
  readonly footnotes: readonly string[];
  /** Whether more than three sources stand in the foot: then the house line gives way. */
  readonly many: boolean;
  readonly hasFooter: boolean;
  readonly logo: number;
}

/** The room for the body of a slide, and the size of its title. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly titleSize: number;
}

/** The title as it is measured. */
export const titleOf = (title: Rich | undefined, suffix: string): string =>
  title === undefined ? '' : `${visible(title.markdown).text}${suffix}`;

/** The smallest size down to which a title is set on one line instead of two, which leaves more room for what it says. */
const leastOnOneLine = 42;

/** The largest size at which a title takes one line, then two, then the size at which it takes three. */
function titleFor(
  text: string,
  width: number,
  sizes: readonly number[],
  metrics: Metrics,
): { size: number; lines: number } {
  const tried = sizes.map((size) => ({ size, lines: breakLines(text, 'title', width / size, metrics).lines }));
  const smallest = tried.at(-1) ?? { size: 36, lines: 1 };
  return (
    tried.find(({ size, lines }) => lines <= 1 && size >= leastOnOneLine) ??
    tried.find(({ lines }) => lines <= 2) ??
    smallest
  );
}

/** The height of notes above the foot; the signs of their Markdown make up for the number before each. */
const notesRoom = (notes: readonly string[], width: number, metrics: Metrics): number =>
  notes.reduce(
    (sum, note) => sum + breakLines(note, 'text', width / 24, metrics).lines * 31,
    notes.length > 0 ? 12 : 0,
  );

/** Finds the room between the title and the foot. */
export function frameOf(around: Surroundings, metrics: Metrics): Frame {
  const { canvas, margins, marker, badges, sources } = around;
  const plan = canvas.width < 1280 ? plans.narrow : plans.wide;
  const width = canvas.width - 2 * margins.x;
  const fine = (text: string, face: 'text' | 'bold' = 'text'): number => metrics.width(text, face) * 24;
  const markerWidth = fine(marker) + 12;
  const badgesWidth = badges.reduce((sum, badge) => sum + fine(badge, 'bold') + 36 + 24, 0);
  const markerLines = breakLines(marker, 'text', (width - 12) / 24, metrics).lines;
  const badgeLines = Math.ceil(badgesWidth / width);
  const isOneRow = badges.length === 0 || markerWidth + 32 + badgesWidth <= width;
  const rows = isOneRow ? Math.max(1, markerLines) : markerLines + badgeLines;
  const head = Math.max(where.least, rows * where.line + 8 + (isOneRow ? 0 : badgeLines * where.gap)) + where.below;
  const title = titleFor(around.title, width, plan.titles, metrics);
  const right = foot.number + around.logo + Math.min(around.logo, 16);
  const footWidth = Math.min(width - right, around.hasFooter && !around.many ? width - 300 - right : Infinity);
  const lines = sources === '' ? 0 : breakLines(sources, 'text', footWidth / 24, metrics).lines;
  const below = foot.gap + Math.max(foot.least, lines * foot.line);
  const notes = notesRoom(around.footnotes, width, metrics);
  const used = margins.top + head + title.lines * title.size * titleLeading + bodyGap + notes + below + margins.bottom;
  return { width, height: canvas.height - used, titleSize: title.size };
}
