import { plainTitle } from '../../compose/index.ts';
import { minutesLine } from '../../documents/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';
import { spokenIn } from './context.ts';

/** A text in a heading of Markdown: one line, without marks. */
const line = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
    .trim();

/** `script.md`: what is said at each slide, as the lecturer wrote it. */
export function scriptMarkdown(input: FormatInput): string {
  const { lesson } = input;
  const desk = deskOf(input);
  const timed = (text: string, time: string): string => (time === '' ? text : `${text} (${time})`);
  const sections = lesson.sections.flatMap(({ id, title, minutes }) => {
    const slides = spokenIn(id, input);
    if (slides.length === 0) return [];
    const spoken = slides.flatMap(({ slide, goesOn, minutes: own }) => {
      const time = own === undefined ? '' : minutesLine(own, lesson, desk);
      return [timed(`### ${slide.number}. ${line(slide.title)}`, time), goesOn ? '' : slide.notes.trim()];
    });
    return [timed(`## ${line(plainTitle(title))}`, minutesLine(minutes, lesson, desk)), ...spoken];
  });
  const front = [
    `# ${line(plainTitle(lesson.title))}`,
    `**${desk.word('documents/script')}.** ${desk.word('documents/teacherOnly')}`,
  ];
  return `${[...front, ...sections].filter((part) => part !== '').join('\n\n')}\n`;
}
