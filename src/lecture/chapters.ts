import type { LectureRecord } from '../wire/index.ts';

/** A part of a recording. */
export interface Chapter {
  readonly title: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** What a chapter is named after. */
export interface ChapterNames {
  /** The section of a slide, by the id of the slide. */
  readonly sectionOf: ReadonlyMap<string, string>;
  readonly titleOf: ReadonlyMap<string, string>;
}

/** YouTube takes no chapter that is shorter. */
const shortest = 10;
/** A slide that was passed in less time was looked for, not shown. */
const passing = 3;

/**
 * The sections in the order in which they were given, with the seconds since the recording began.
 * @param offset seconds from the start of the recording to the first slide.
 */
export function chaptersOf(record: LectureRecord, names: ChapterNames, offset: number): readonly Chapter[] {
  const stops = record.visits.map(({ slide, at }, i) => {
    const end = record.visits[i + 1]?.at ?? at + (record.spent[slide] ?? 0);
    return { section: names.sectionOf.get(slide), start: at / 1000, end: end / 1000 };
  });
  const last = stops.at(-1)?.end ?? 0;
  const shown = stops.filter(({ start, end }) => end - start >= passing);
  const begun: { readonly section: string; readonly start: number }[] = [];
  for (const { section, start } of shown)
    if (section !== undefined && begun.at(-1)?.section !== section) begun.push({ section, start });
  const long = begun.filter(({ start }, i) => i === 0 || (begun[i + 1]?.start ?? last) - start >= shortest);
  return long
    .filter(({ section }, i) => long[i - 1]?.section !== section)
    .map(({ section, start }, i, all) => ({
      title: names.titleOf.get(section) ?? section,
      start: i === 0 ? 0 : start + offset,
      end: (all[i + 1]?.start ?? last) + offset,
    }));
}

const two = (value: number): string => String(value).padStart(2, '0');

function clock(seconds: number, withHours: boolean): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return withHours ? `${two(hours)}:${rest}` : rest;
}

/** A WebVTT file of chapters (W3C WebVTT): text of a cue is escaped, and is one line. */
export function webVtt(chapters: readonly Chapter[]): string {
  const time = (seconds: number): string =>
    `${clock(seconds, true)}.${String(Math.floor((seconds % 1) * 1000)).padStart(3, '0')}`;
  const cues = chapters.map(
    ({ title, start, end }, i) =>
      `${i + 1}\n${time(start)} --> ${time(Math.max(end, start + 0.001))}\n${cueText(title)}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

const oneLine = (text: string): string => text.split('\n').join(' ').trim();

const cueText = (title: string): string =>
  oneLine(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Lines for the description of a video: YouTube makes chapters of them when the first is at zero. */
export function youTube(chapters: readonly Chapter[]): string {
  const withHours = (chapters.at(-1)?.start ?? 0) >= 3600;
  return chapters.map(({ title, start }) => `${clock(start, withHours)} ${oneLine(title)}\n`).join('');
}
