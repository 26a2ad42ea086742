import type { ComposedSlide } from '../model/index.ts';
import type { SlideJob, LessonWriter } from './writing.ts';
import { escapeText, type WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

/** The class of a slide that stands in for one that could not be made; the theme gives it its look. */
const standInClass = 'stand-in';

/** What a page of a stand-in holds, in its small letters; careful, for nothing may run off. */
interface Room {
  readonly characters: number;
  readonly lines: number;
}

const roomOf = ({ plan: { canvas, standIn } }: LessonWriter): Room => ({
  characters: Math.floor(canvas.width / standIn.letter),
  lines: standIn.lines,
});

/** What is needed of a slide to show it plainly. */
export type StandInJob = Pick<SlideJob, 'slide' | 'section' | 'sectionNumber' | 'afterOpener'>;

/** Writes a slide that cannot be made as a plain one: its title, a visible mark, all its texts, over as many pages as they need. */
export function writeStandIn(job: StandInJob, texts: readonly string[], on: LessonWriter): readonly ComposedSlide[] {
  return writePlain(job, texts, on).map((page, i) => ({
    ...page,
    id: i === 0 ? job.slide.id : `${job.slide.id}-${i + 1}`,
    standIn: true,
    notes: job.slide.notes ?? '',
  }));
}

/** Writes the texts for which a slide has no place on plain slides after its own. */
export function writeRest(
  job: StandInJob,
  texts: readonly string[],
  after: number,
  on: LessonWriter,
): readonly ComposedSlide[] {
  return writePlain(job, texts, on).map((page, i) => ({ ...page, id: `${job.slide.id}-${after + i + 1}`, notes: '' }));
}

function writePlain(
  job: StandInJob,
  texts: readonly string[],
  on: LessonWriter,
): readonly Omit<ComposedSlide, 'id' | 'notes'>[] {
  const { slide, section } = job;
  const title = plainRich(slide.title ?? section.title, 'inline');
  const pages = pagesOf(texts, roomOf(on));
  return pages.map((page, i) => {
    const suffix = pages.length > 1 ? ` (${i + 1}/${pages.length})` : '';
    return {
      slide: slide.id,
      layout: slide.layout,
      section: section.id,
      title: title.plain + suffix,
      classes: [standInClass, ...on.classes].join(' '),
      markdown: body(job, `${title.markdown}${suffix}`, page, on),
      ...(slide.plans ? { plans: slide.plans } : {}),
      at: slide.at,
    };
  });
}

function body(
  { section, sectionNumber, afterOpener }: StandInJob,
  title: string,
  texts: readonly string[],
  on: LessonWriter,
): string {
  const mark = escapeText(on.strings.get('stand-in') ?? 'This slide could not be made');
  return [
    '<div class="head">\n<div class="where">\n<div class="marker">',
    `<b>${sectionNumber}</b> ${plainRich(section.title, 'inline').markdown}`,
    '</div>\n</div>',
    `${afterOpener ? '###' : '##'} ${title}`,
    '</div>\n<div class="body">\n<div class="mark" role="note">',
    `**!** ${mark}`,
    '</div>',
    ...texts.map((text) => `<div class="text">\n\n${plainRich(text, 'block').markdown.trim()}\n\n</div>`),
    '</div>\n<div class="foot">\n</div>',
  ].join('\n\n');
}

/**
 * Text as safe Markdown that can always be shown: whatever a renderer might refuse (a formula, a picture, a drawing)
 * stays as it is written.
 */
function plainRich(text: string, kind: 'inline' | 'block'): Rich {
  let isPlain = true;
  const refuse = (): undefined => void (isPlain = false);
  const host: WriterHost = { picture: refuse, drawing: () => (refuse(), ''), use: refuse };
  const rich = kind === 'inline' ? Rich.inline(text, host) : Rich.block(text, host);
  if (isPlain) return rich;
  const lines = text
    .trim()
    .split('\n')
    .map((line) => escapeText(line.trim()));
  return Rich.trusted(kind === 'inline' ? lines.join(' ') : lines.join('\n\n'), text);
}

const linesOf = (text: string, room: Room): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room.characters)), 0) + 0.5;

/** Divides texts over pages; a text that is longer than a page is cut at its lines, and those between words. */
function pagesOf(texts: readonly string[], room: Room): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let used = 0;
  for (const text of texts.flatMap((text) => pieces(text, room))) {
    const needed = linesOf(text, room);
    if (used > 0 && used + needed > room.lines) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(text);
    used += needed;
  }
  return pages;
}

function pieces(text: string, room: Room): readonly string[] {
  if (linesOf(text, room) <= room.lines) return [text];
  const longest = room.characters * (room.lines - 1);
  const words = text.split(/(?<=\s)/).flatMap((word) => chunks(word, longest));
  const made: string[] = [''];
  for (const word of words) {
    const longer = (made.at(-1) ?? '') + word;
    if (linesOf(longer, room) > room.lines) made.push(word);
    else made[made.length - 1] = longer;
  }
  return made.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

const chunks = (word: string, size: number): readonly string[] =>
  word.length <= size ? [word] : (word.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? []);
