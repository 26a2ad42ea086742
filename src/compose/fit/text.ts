import { breakLines } from './lines.ts';
import type { Metrics } from './metrics.ts';
import { smallest } from './scale.ts';
import type { Visible } from './visible.ts';

/** The height of a picture in a text, in `theme.css`, with the line that it stands on; in a table. */
const pictureLines = 6.3;
export const pictureInTable = 4.2;

/** Height of a text in lines of its own. */
export function textHeight(
  { text, face, isHigh, pictures = 0 }: Visible,
  { width, size }: { width: number; size: number },
  on: { metrics: Metrics; leading: number; body?: number; isUncut?: boolean; isWhole?: boolean; plus?: number },
): number {
  const shown = pictures * pictureLines * size;
  if (text === '') return shown;
  const measure = width / size;
  const plus = on.plus ?? 0;
  const { lines, whole, widest } = breakLines(text, face, measure - plus, on.metrics);
  const isBroken = on.isWhole === true ? whole + plus > measure : isCut(widest, measure, text);
  if (isBroken && (on.isUncut === true || !isSmallest(on.body))) return Infinity;
  return lines * size * (isHigh ? Math.max(on.leading, 1.75) : on.leading) + shown;
}

/** At the smallest size words are cut and numbers wrapped rather than left out. */
export const isSmallest = (body: number | undefined): boolean => body === undefined || body <= smallest.text;

/** What the texts after the first, set smaller, take less. */
export const tailOf = (parts: readonly Visible[], tail: number, metrics: Metrics): number =>
  parts.slice(1).reduce((sum, { text, face }) => sum + (tail - 1) * metrics.width(text, face), 0);

/** A word that has no room on a line of its own is no fit, unless it is an address, which may be cut. */
const isCut = (widest: number, measure: number, text: string): boolean =>
  widest > measure && !/:\/\/|doi|www\./.test(text);

/** Texts that follow each other in one line. */
export const joined = (parts: readonly Visible[]): Visible => ({
  text: parts.map(({ text }) => text).join(' '),
  face: parts.find(({ face }) => face !== 'text')?.face ?? 'text',
  isHigh: parts.some(({ isHigh }) => isHigh),
  pictures: parts.reduce((sum, { pictures = 0 }) => sum + pictures, 0),
});
