import type { Question } from '../model/index.ts';

type Cloze = Pick<Extract<Question, { readonly kind: 'cloze' }>, 'parts' | 'gaps'>;

/** Code points for private use that hold the places of gaps while the text around them is written. */
const firstPlace = 0xf_0000;

/**
 * A text with gaps: the text around them is written in one go, so that no mark of Markdown is cut in two, and then each
 * gap.
 * @param write the whole text, with one sign for each gap, in the form that is wanted
 * @param gap what takes the place of the sign: of what belongs there, and of the number of the gap, from 0
 */
export function writeGaps(
  { parts, gaps }: Cloze,
  write: (marked: string) => string,
  gap: (accepted: readonly string[], index: number) => string,
): string {
  const marked = parts.map((part, i) => part + (i < gaps.length ? String.fromCodePoint(firstPlace + i) : '')).join('');
  return write(marked).replace(/[\u{f0000}-\u{f0fff}]/gu, (sign) => {
    const index = (sign.codePointAt(0) ?? 0) - firstPlace;
    return gap(gaps[index] ?? [], index);
  });
}
