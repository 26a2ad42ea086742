import { day, knownLocales } from '../../base/index.ts';
/** A date as a cell says it. */
export interface WrittenDate {
  /** Milliseconds, always in UTC: a chart is the same in every time zone. */
  readonly time: number;
  readonly unit: 'year' | 'month' | 'day';
}

const noYear = 2001;

/** Reads the dates of a column; `undefined` when one of its cells is none. */
export function readDates(cells: readonly string[], lang: string): readonly WrittenDate[] | undefined {
  const months = monthNames(lang);
  const dates: WrittenDate[] = [];
  for (const cell of cells) {
    const date = readDate(cell.trim(), months, lang);
    if (!date) return undefined;
    dates.push(date);
  }
  return dates.length > 0 ? dates : undefined;
}

function readDate(text: string, months: ReadonlyMap<string, number>, lang: string): WrittenDate | undefined {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?)?)?$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const quarter = /^(?:Q([1-4])[ -]?(\d{4})|(\d{4})[ -]?Q([1-4]))$/i.exec(text);
  if (quarter) return dateOf(quarter[2] ?? quarter[3], String(Number(quarter[1] ?? quarter[4]) * 3 - 2));
  const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (written) {
    const monthFirst = /^en(?:-us)?$/i.test(lang) && Number(written[1]) <= 12;
    return monthFirst ? dateOf(written[3], written[1], written[2]) : dateOf(written[3], written[2], written[1]);
  }
  return namedDate(text, months);
}

/** `5 January 2024`, `Jan 2024`, `mars`. */
function namedDate(text: string, months: ReadonlyMap<string, number>): WrittenDate | undefined {
  if (text.length > 40) return undefined;
  const words = text
    .toLowerCase()
    .split(/[\s.,]+/)
    .filter((word) => word !== '');
  const month = words.map((word) => months.get(word)).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  if (month === undefined || words.length !== numbers.length + 1 || numbers.length > 2) return undefined;
  const year = numbers.find((word) => word.length === 4);
  return dateOf(
    year ?? String(noYear),
    String(month),
    numbers.find((word) => word.length < 3),
  );
}

function dateOf(year: string | undefined, month?: string, date?: string): WrittenDate | undefined {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(date ?? 1)];
  const time = Date.UTC(y, m - 1, d);
  const read = new Date(time);
  if (read.getUTCFullYear() !== y || read.getUTCMonth() !== m - 1 || read.getUTCDate() !== d) return undefined;
  return { time, unit: date === undefined ? (month === undefined ? 'year' : 'month') : 'day' };
}

/** Names of months, long and short, in the lesson's language and in English. */
function monthNames(lang: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of ['en', ...knownLocales(lang)])
    for (const month of ['long', 'short'] as const)
      for (let index = 0; index < 12; index++) {
        for (const more of [{}, { day: 'numeric' as const }]) {
          const parts = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC', ...more }).formatToParts(
            Date.UTC(noYear, index, 1),
          );
          const name = parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replaceAll('.', '');
          if (name !== undefined) names.set(name, index + 1);
        }
      }
  return names;
}

export interface TimeTick {
  readonly time: number;
  readonly label: string;
}

/** Marks of a time axis: the dates themselves where they have room, else whole years, months or days. */
export function timeTicks(dates: readonly WrittenDate[], width: number, lang: string): readonly TimeTick[] {
  const times = [...new Set(dates.map(({ time }) => time))].sort((a, b) => a - b);
  const [low = 0, high = 0] = [times[0], times.at(-1)];
  const unit = dates.some((date) => date.unit === 'day')
    ? 'day'
    : dates.some((date) => date.unit === 'month')
      ? 'month'
      : 'year';
  const years = new Set(times.map((time) => new Date(time).getUTCFullYear()));
  const room = unit === 'year' ? 90 : years.size > 1 ? 160 : unit === 'month' ? 76 : 100;
  const pixels = (span: number): number => (high === low ? width : (span / (high - low)) * width);
  const write = writerOf(unit, years, lang);
  const apart = times.every((time, index) => index === 0 || pixels(time - (times[index - 1] ?? 0)) >= room);
  const chosen = apart
    ? times
    : (candidates(low, high, unit).find((some) => some.length >= 2 && some.length <= width / room) ?? [low, high]);
  return chosen.map((time) => ({ time, label: write(time) }));
}

/** Round times between two, close ones first. */
function candidates(low: number, high: number, unit: WrittenDate['unit']): readonly (readonly number[])[] {
  const [first, last] = [new Date(low), new Date(high)];
  const inside = (times: readonly number[]): readonly number[] => times.filter((time) => time >= low && time <= high);
  const steps: (readonly number[])[] = [];
  if (unit === 'day' && high - low < 400 * day)
    for (const step of [1, 2, 7, 14])
      steps.push(Array.from({ length: Math.floor((high - low) / (step * day)) + 1 }, (_, i) => low + i * step * day));
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  if (unit !== 'year' && months < 400)
    for (const step of [1, 2, 3, 6])
      steps.push(
        inside(
          Array.from({ length: Math.ceil(months / step) + 1 }, (_, i) => {
            const start = Math.floor(first.getUTCMonth() / step) * step;
            return Date.UTC(first.getUTCFullYear(), start + i * step, 1);
          }),
        ),
      );
  for (const step of [1, 2, 5, 10, 20, 25, 50, 100, 200, 500]) {
    const start = Math.ceil(first.getUTCFullYear() / step) * step;
    const count = Math.min(400, Math.floor((last.getUTCFullYear() - start) / step) + 1);
    steps.push(inside(Array.from({ length: Math.max(0, count) }, (_, i) => Date.UTC(start + i * step, 0, 1))));
  }
  return steps;
}

function writerOf(unit: WrittenDate['unit'], years: ReadonlySet<number>, lang: string): (time: number) => string {
  const [locale = 'en'] = knownLocales(lang);
  const year = years.size > 1 ? ({ year: 'numeric' } as const) : {};
  if (unit === 'year') return (time) => String(new Date(time).getUTCFullYear());
  const format = new Intl.DateTimeFormat(locale, {
    ...(unit === 'day' ? { day: 'numeric' as const } : {}),
    month: 'short',
    ...year,
    timeZone: 'UTC',
  });
  return (time) => format.format(time);
}
