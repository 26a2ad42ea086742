import type { PagePlan } from '../../model/index.ts';
import type { Rich } from '../text/rich.ts';
import { breakLines } from './lines.ts';
import type { Metrics } from './metrics.ts';
import { smallest } from './scale.ts';
import { visible } from './visible.ts';

/** The plan with the margins that the tokens of a theme or a lesson give in px. */
export const withMargins = (plan: PagePlan, tokens: Readonly<Record<string, number>>): PagePlan => ({
  ...plan,
  margins: {
    x: tokens['margin-x'] ?? plan.margins.x,
    top: tokens['margin-top'] ?? plan.margins.top,
    bottom: tokens['margin-bottom'] ?? plan.margins.bottom,
  },
});

/** What stands around the body of a slide. */
export interface Surroundings {
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

/**
 * The largest size at which a title takes one line, then two, then the size at which it takes three. The largest of all
 * is for one line: twice, it would take the room of what the title is about.
 */
function titleFor(
  text: string,
  width: number,
  { sizes, oneLine }: PagePlan['title'],
  metrics: Metrics,
): { size: number; lines: number } {
  const tried = sizes.map((size) => ({ size, lines: breakLines(text, 'title', width / size, metrics).lines }));
  return (
    tried.find(({ size, lines }) => lines <= 1 && size >= oneLine) ??
    tried.slice(tried.length > 3 ? 1 : 0).find(({ lines }) => lines <= 2) ??
    tried.at(-1) ?? { size: 36, lines: 1 }
  );
}

/** The height of notes above the foot; the signs of their Markdown make up for the number before each. */
const notesRoom = (
  notes: readonly string[],
  width: number,
  { size, line, above }: PagePlan['footnotes'],
  metrics: Metrics,
): number =>
  notes.reduce(
    (sum, note) => sum + breakLines(note, 'text', width / size, metrics).lines * line,
    notes.length > 0 ? above : 0,
  );

/** The running head: section and badges side by side where they can, else below each other. */
function headHeight({ marker, badges }: Surroundings, width: number, plan: PagePlan['head'], metrics: Metrics): number {
  const fine = (text: string, face: 'text' | 'bold' = 'text'): number => metrics.width(text, face) * smallest.fine;
  const markerWidth = fine(marker) + 12;
  const badgesWidth = badges.reduce((sum, badge) => sum + fine(badge, 'bold') + 36 + 24, 0);
  const markerLines = breakLines(marker, 'text', (width - 12) / smallest.fine, metrics).lines;
  const badgeLines = Math.ceil(badgesWidth / width);
  const isOneRow = badges.length === 0 || markerWidth + 32 + badgesWidth <= width;
  const rows = isOneRow ? Math.max(1, markerLines) : markerLines + badgeLines;
  return Math.max(plan.least, rows * plan.line + 8 + (isOneRow ? 0 : badgeLines * plan.between)) + plan.below;
}

/** Finds the room between the title and the foot. */
export function frameOf(around: Surroundings, plan: PagePlan, metrics: Metrics): Frame {
  const { canvas, margins, foot } = plan;
  const width = canvas.width - 2 * margins.x;
  const head = headHeight(around, width, plan.head, metrics);
  const title = titleFor(around.title, width, plan.title, metrics);
  const right = foot.number + around.logo + Math.min(around.logo, 16);
  const footWidth = Math.min(width - right, around.hasFooter && !around.many ? width - 300 - right : Infinity);
  const { sources } = around;
  const lines = sources === '' ? 0 : breakLines(sources, 'text', footWidth / smallest.fine, metrics).lines;
  const below = foot.above + Math.max(foot.least, lines * foot.line);
  const notes = notesRoom(around.footnotes, width, plan.footnotes, metrics);
  const titleHeight = title.lines * title.size * plan.title.leading + plan.title.below;
  const used = margins.top + head + titleHeight + notes + below + margins.bottom;
  return { width, height: canvas.height - used, titleSize: title.size };
}
