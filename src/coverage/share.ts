/** Percentage of `part` in `whole`, rounded down so that 100 means all of it; 100 when there is nothing to count. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole);
}

/** Whether `part` of `whole` reaches a minimum in percent, without rounding. */
export function reaches(part: number, whole: number, minimum: number): boolean {
  return part * 100 >= minimum * whole;
}
