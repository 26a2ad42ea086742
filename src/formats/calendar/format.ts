import { hashOf } from '../../base/index.ts';
import { plainText, plainTitle } from '../../compose/index.ts';
import { textFile, type Format, type FormatInput } from '../format.ts';
import { diagnostic } from '../platforms/codes.ts';

/** Octets of a line before it is folded (RFC 5545, 3.1). */
const longest = 75;

/** Folds a line by its bytes in UTF-8, never inside a character; a space begins what follows, and counts. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (bytes + size > longest) {
      parts.push(part);
      [part, bytes] = ['', 1];
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/** A text value (3.3.11). */
export const escapedText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('\n', '\\n');

const two = (value: number): string => String(value).padStart(2, '0');

/** `20261128T093000`: a time of the wall where the reader is, on the day and as many minutes later as are given. */
function localTime(date: string, start: string, minutes: number): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCMinutes(hour * 60 + minute + Math.round(minutes));
  return `${dayOf(at)}T${two(at.getUTCHours())}${two(at.getUTCMinutes())}00`;
}

const dayOf = (at: Date): string => `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`;

/** The lesson as an entry of a calendar (RFC 5545) in the longest time plan; nothing without a day. */
function calendarEntry({ lesson, papers, date }: FormatInput): string | undefined {
  const day = lesson.date ?? '';
  const at = new Date(`${day}T00:00:00Z`);
  if (day.length !== 10 || Number.isNaN(at.getTime())) return undefined;
  const minutes = Math.max(0, ...lesson.plans.map((plan) => plan.minutes));
  const next = new Date(at.getTime() + 86_400_000);
  const times =
    papers.start === undefined || minutes === 0
      ? [`DTSTART;VALUE=DATE:${dayOf(at)}`, `DTEND;VALUE=DATE:${dayOf(next)}`]
      : [`DTSTART:${localTime(day, papers.start, 0)}`, `DTEND:${localTime(day, papers.start, minutes)}`];
  const objectives = lesson.objectives.map(({ verb, text }) => `- ${plainText(verb)} ${plainText(text)}`);
  const about = [plainText(lesson.subtitle ?? ''), ...objectives].filter((line) => line !== '').join('\n');
  // The same as long as lesson and institution keep their names: a new day moves the entry.
  const uid = hashOf(JSON.stringify([lesson.id, lesson.institution ?? lesson.authors[0] ?? ''])).slice(0, 32);
  const stamp = (date ?? at).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Lesson//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}@lectern.invalid`,
    `DTSTAMP:${stamp}Z`,
    ...times,
    `SUMMARY:${escapedText(plainTitle(lesson.title))}`,
    ...(about === '' ? [] : [`DESCRIPTION:${escapedText(about)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

export const calendarFormat: Format = {
  name: 'calendar',
  summary: 'the lesson as an entry of a calendar, lesson.ics, when the outline has a date',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  missing: (input) =>
    calendarEntry(input) === undefined
      ? [
          diagnostic('kit/no-day', 'lesson.ics is not made: the outline names no day', {
            at: input.lesson.places.value('/date'),
            help: ['Add `date: 2026-11-28` to the outline.'],
          }),
        ]
      : [],
  files: (input) => {
    const text = calendarEntry(input);
    return text === undefined ? [] : [textFile('lesson.ics', 'text/calendar', text)];
  },
};
