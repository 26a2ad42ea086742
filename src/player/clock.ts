/**
 * Time spent in the lecture. `spent` holds the milliseconds of each slide up to `since`; while `since` is a number
 * (epoch milliseconds) the clock runs and the time after it belongs to `slide`.
 */
export interface Clock {
  readonly since: number | null;
  readonly slide: string;
  readonly spent: Readonly<Record<string, number>>;
}

export const stoppedClock: Clock = { since: null, slide: '', spent: {} };

/** True before the first start and after a reset. */
export const isUntouched = (clock: Clock): boolean => clock.since === null && Object.keys(clock.spent).length === 0;

/** Books the time since the last booking on the current slide. */
export function settle(clock: Clock, now: number): Clock {
  if (clock.since === null) return clock;
  const more = Math.max(0, now - clock.since);
  return { ...clock, since: now, spent: { ...clock.spent, [clock.slide]: (clock.spent[clock.slide] ?? 0) + more } };
}

/** The clock after moving to another slide. */
export const moveClock = (clock: Clock, slide: string, now: number): Clock => ({ ...settle(clock, now), slide });

export const startClock = (clock: Clock, slide: string, now: number): Clock =>
  clock.since === null ? { ...clock, slide, since: now } : clock;

export const pauseClock = (clock: Clock, now: number): Clock => ({ ...settle(clock, now), since: null });

/** Milliseconds on one slide. */
export const spentOn = (clock: Clock, slide: string, now: number): number => settle(clock, now).spent[slide] ?? 0;

/** Milliseconds in all. */
export function elapsed(clock: Clock, now: number): number {
  return Object.values(settle(clock, now).spent).reduce((sum, ms) => sum + ms, 0);
}

/** `12:05`, or `1:02:05` from an hour on; a negative time gets a minus sign. */
export function formatTime(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1000);
  const parts = [Math.floor(total / 60) % 60, total % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(total / 3600);
  const text = hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':').replace(/^0(?=\d:)/, '');
  return ms <= -1000 ? `\u2212${text}` : text;
}
