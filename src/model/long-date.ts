import { knownLocales, memo } from '../base/index.ts';
import type { Lesson } from './lesson.ts';

const formatIn = memo(
  (lang: string) => new Intl.DateTimeFormat([...knownLocales(lang), 'en'], { dateStyle: 'long', timeZone: 'UTC' }),
);

/** The date of a lesson in words of its language; one that is no calendar date as it is written. */
export function longDate({ date, lang }: Pick<Lesson, 'date' | 'lang'>): string | undefined {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : formatIn(lang).format(day);
}
