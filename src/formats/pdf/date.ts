/**
 * The date that a reproducible document bears: `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) when it is set,
 * else midnight UTC of the lesson's own date, else none.
 */
export function documentDate(lessonDate: string | undefined, sourceDateEpoch: string | undefined): Date | undefined {
  const seconds =
    sourceDateEpoch === undefined || !/^\d{1,12}$/.test(sourceDateEpoch) ? undefined : Number(sourceDateEpoch);
  const date = seconds === undefined ? new Date(`${lessonDate ?? ''}T00:00:00Z`) : new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : date;
}
