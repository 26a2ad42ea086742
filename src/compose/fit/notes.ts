import type { Rich } from '../text/rich.ts';
import { textHeight } from './text.ts';
import type { Metrics } from './metrics.ts';
import { visible } from './visible.ts';

const size = 32;
const leading = 1.32;
const above = 20;

/** The height of lines below a drawing, with the space above them. */
export function notesHeight(notes: readonly Rich[], width: number, metrics: Metrics): number {
  const shown = notes.flatMap((note) => note.markdown.trim().split(/\n\s*\n/)).filter((note) => note !== '');
  if (shown.length === 0) return 0;
  const heights = shown.map((note) => textHeight(visible(note), { width, size }, { metrics, leading }));
  const sum = heights.reduce((total, height) => total + (Number.isFinite(height) ? height : 3 * size * leading), 0);
  return above + sum + (shown.length - 1) * size * 0.4;
}
