/** Names of bars, ends of lines and marks of axes in the short form; titles of axes. */
export const labelSize = 28;
export const titleSize = 26;
/** The height of a line of words in a chart. */
export const labelLine = 33;

/** The gap between bars as a share of their step. */
export const barGap = 0.32;

/** What a bracket and the values on the bars take, in pixels. */
export const bracket = { top: 48, label: 50 } as const;
/** What the axis and its title take of the height, in pixels. */
export const besides = 84;

/** The end of the axis of values, so that a bracket has its place above the highest bar. */
export function endWithBracket(highest: number, height: number): number {
  const plot = Math.max(200, height - besides);
  return (highest * plot) / (plot - bracket.top - bracket.label - 12);
}

/** How much of the axis of values the number on a bar takes. */
export const labelOnAxis = (highest: number, height: number): number =>
  (endWithBracket(highest, height) * bracket.label) / Math.max(200, height - besides);

/** The end of the axis of values, so that the number on the highest bar does not touch the title above it. */
export function underTitle(highest: number, height: number): number {
  const plot = Math.max(200, height - besides);
  return (highest * plot) / (plot - bracket.label - 8);
}
