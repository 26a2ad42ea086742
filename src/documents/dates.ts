import { knownLocales } from '../base/index.ts';
import type { Lesson } from '../model/index.ts';

/** The date of a lesson in words of its language; one that is no calendar date as it is written. */
export function longDate({ date, lang }: Pick<Lesson, 'date' | 'lang'>): string {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date ?? '';
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat([...knownLocales(lang), 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
