/** Mean widths of letters in em, two percent above those of the theme's fonts, so that an estimate errs to more lines. */
const widths = {
  title: { narrow: 0.34, space: 0.205, wide: 0.89, capital: 0.59, other: 0.522 },
  text: { narrow: 0.28, space: 0.22, wide: 0.81, capital: 0.56, other: 0.51 },
} as const;

function widthOf(character: string, face: keyof typeof widths): number {
  const of = widths[face];
  if (character === ' ') return of.space;
  if (/[iljtfrI.,:;'’‘|!()[\]-]/.test(character)) return of.narrow;
  if (/[mwMW@%—]/.test(character)) return of.wide;
  return /[\p{Lu}\p{N}]/u.test(character) ? of.capital : of.other;
}

/**
 * How many lines a text takes.
 * @param measure the length of a line in em.
 * @param face headings are set wider than text.
 */
export function linesOf(text: string, measure: number, face: keyof typeof widths): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = Infinity;
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      const width = Array.from(word).reduce((sum, character) => sum + widthOf(character, face), 0);
      const needed = used + widths[face].space + width;
      if (needed > measure) {
        lines++;
        used = width;
      } else used = needed;
    }
  }
  return lines;
}
