import type { Rich } from '../text/rich.ts';
import { textHeight } from './text.ts';
import type { Measure } from './scale.ts';
import { visible } from './visible.ts';

/** The height of lines below a drawing, with the space above them. */
export function notesHeight(
  notes: readonly Rich[],
  width: number,
  { metrics, plan }: Pick<Measure, 'metrics' | 'plan'>,
): number {
  const { size, leading, above } = plan.notes;
  const shown = notes.flatMap((note) => note.markdown.trim().split(/\n\s*\n/)).filter((note) => note !== '');
  if (shown.length === 0) return 0;
  const heights = shown.map((note) => textHeight(visible(note), { width, size }, { metrics, leading }));
  const sum = heights.reduce((total, height) => total + (Number.isFinite(height) ? height : 3 * size * leading), 0);
  return above + sum + (shown.length - 1) * size * 0.4;
}
