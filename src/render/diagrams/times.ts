const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  min: 60,
  h: 3600,
  u: 3600,
  uur: 3600,
  hour: 3600,
  d: 86400,
  dag: 86400,
  day: 86400,
  week: 604800,
  wk: 604800,
  maand: 2629746,
  month: 2629746,
  jaar: 31556952,
  year: 31556952,
  yr: 31556952,
};

/**
 * Reads the time of an event as a number: a year (`1998`, `500 v.Chr.`, `500 BC`), an ISO date, or an amount with a unit
 * (`90 min`, `2 weken`). A range counts from its start. Years and amounts must not be mixed on one axis.
 * @returns a kind of axis with the position on it, or `undefined` when the text holds no such time
 */
function parseTime(
  when: string,
): { readonly axis: 'calendar' | 'elapsed' | 'number'; readonly value: number } | undefined {
  const text = when.trim().replace('−', '-').toLowerCase();
  const date = /^(-?\d{1,4})-(\d{2})(?:-(\d{2}))?(?!\d)/.exec(text);
  if (date)
    return { axis: 'calendar', value: Number(date[1]) + (Number(date[2]) - 1) / 12 + (Number(date[3] ?? 1) - 1) / 372 };
  const number = /^\s*(?:t\s*=\s*)?(?:[~±≈c.]+\s*)?(-?\+?\d+(?:[.,]\d+)?)\s*([\p{L}.]*(?:\s?chr\.?)?)/u.exec(text);
  if (!number) return undefined;
  const value = Number((number[1] ?? '').replace(',', '.').replace('+', ''));
  const unit = (number[2] ?? '').replace(/[.\s]/g, '');
  if (unit === 'bc' || unit === 'bce' || unit === 'vchr') return { axis: 'calendar', value: -value };
  const seconds =
    units[unit] ??
    units[unit.replace(/(en|s)$/, '')] ??
    (unit === 'weken' ? units.week : undefined) ??
    (unit === 'dagen' ? units.day : undefined);
  if (seconds !== undefined) return { axis: 'elapsed', value: value * seconds };
  return { axis: 'number', value };
}

/** The positions of all events between 0 and 1, or the index of the first that has no place on the axis. */
export function placeTimes(
  times: readonly string[],
): { readonly positions: readonly number[] } | { readonly wrong: number } {
  const parsed = times.map(parseTime);
  const missing = parsed.findIndex((time) => time === undefined);
  if (missing >= 0) return { wrong: missing };
  const found = parsed.filter((time) => time !== undefined);
  const elapsed = found.some((time) => time.axis === 'elapsed');
  // A bare number is a year among dates, and zero (`0`) among amounts.
  const mixed = found.findIndex((time) => elapsed && time.axis !== 'elapsed' && time.value !== 0);
  if (mixed >= 0) return { wrong: mixed };
  const unordered = found.findIndex((time, index) => index > 0 && time.value < (found[index - 1]?.value ?? 0));
  if (unordered >= 0) return { wrong: unordered };
  const low = found[0]?.value ?? 0;
  const span = (found.at(-1)?.value ?? 0) - low;
  return { positions: found.map((time) => (span === 0 ? 0.5 : (time.value - low) / span)) };
}
