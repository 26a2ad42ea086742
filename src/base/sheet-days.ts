/** A day in milliseconds. */
export const day = 86_400_000;

/**
 * The day from which programs for tables count: 30 December 1899, so that their numbers are right from March 1900 on
 * (ECMA-376 part 1, 18.17.4.1).
 */
const firstDay = Date.UTC(1899, 11, 30);

/** The number of a day in a table. @param time in milliseconds, in UTC. */
export const sheetDay = (time: number): number => Math.round((time - firstDay) / day);

/** The day that a number in a table means, as `2026-11-28`; none for what is no number, or no day of our calendar. */
export function dayOfSheet(count: number): string | undefined {
  const time = firstDay + count * day;
  const isDay = time >= Date.UTC(1000, 0, 1) && time < Date.UTC(10_000, 0, 1);
  return isDay ? new Date(time).toISOString().slice(0, 10) : undefined;
}
