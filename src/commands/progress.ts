import type { LessonDone } from '../build/index.ts';

const marks = { built: '✓', unchanged: '·', failed: '✗' } as const;

/** One plain line for each lesson that is done. */
export function progressLine({ id, done, total, state, reasons }: LessonDone, explain: boolean): string {
  const because =
    explain && reasons.length > 0 ? ` (${reasons.slice(0, 5).join(', ')}${reasons.length > 5 ? ', …' : ''})` : '';
  return `${marks[state]} ${id} ${state}${because} [${done}/${total}]\n`;
}
