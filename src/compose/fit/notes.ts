import type { Rich } from '../text/rich.ts';
import { textHeight } from './text.ts';
import type { Measure } from './scale.ts';
import { visible } from './visible.ts';

/** Notes of so few lines are set large. */
const fewLines = 2;

type On = Pick<Measure, 'metrics' | 'plan'>;

const shownIn = (notes: readonly Rich[]): readonly string[] =>
  notes.flatMap((note) => note.markdown.trim().split(/\n\s*\n/)).filter((note) => note !== '');

function heightsAt(size: number, notes: readonly Rich[], width: number, { metrics, plan }: On): readonly number[] {
  const { leading } = plan.notes;
  const heights = shownIn(notes).map((note) => textHeight(visible(note), { width, size }, { metrics, leading }));
  return heights.map((height) => (Number.isFinite(height) ? height : 3 * size * leading));
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

/** Whether what stands below a drawing is so short that it is set large: class `noted`. */
export function hasLargeNotes(notes: readonly Rich[], width: number, on: On): boolean {
  const { large, leading } = on.plan.notes;
  const height = sum(heightsAt(large, notes, width, on));
  return height > 0 && height < (fewLines + 0.5) * large * leading;
}

/** The height of lines below a drawing, with the space above them. */
export function notesHeight(notes: readonly Rich[], width: number, on: On): number {
  const { size, large, above } = on.plan.notes;
  const own = hasLargeNotes(notes, width, on) ? large : size;
  const heights = heightsAt(own, notes, width, on);
  return heights.length === 0 ? 0 : above + sum(heights) + (heights.length - 1) * own * 0.4;
}
