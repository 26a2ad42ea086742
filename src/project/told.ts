import { plainTitle } from '../compose/index.ts';
import type { MadeLesson } from '../make/index.ts';
import { pageWords } from '../parse/index.ts';
import type { LectureRecord } from '../wire/index.ts';

/** Text in a line of Markdown: what would be markup there stands as itself. */
function inLine(text: string): string {
  const signs = '\\`*_[]<>#|~&';
  return Array.from(text.split('\n').join(' '), (char) => (signs.includes(char) ? `\\${char}` : char)).join('');
}

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);

/** What happened, to be read: the time of each section and slide, the hands, the remarks. */
export function toldOf(record: LectureRecord, { lesson, deck, composition }: MadeLesson): string {
  const { words } = pageWords(composition.words, 'player');
  const spent = new Map(Object.entries(record.spent));
  const rows = lesson.sections.flatMap((section) => {
    const slides = deck.slides.filter((slide) => slide.section === section.id && spent.has(slide.id));
    const sum = slides.reduce((all, { id }) => all + (spent.get(id) ?? 0), 0);
    const planned = section.minutes[record.plan] ?? '';
    const own = slides.map(({ id, title }) => `| ${inLine(title)} | | ${minutes(spent.get(id) ?? 0)} |`);
    return slides.length === 0
      ? []
      : [`| **${inLine(plainTitle(section.title))}** | ${planned} | **${minutes(sum)}** |`, ...own];
  });
  const hands = record.hands.map(({ question, answers }) =>
    [`### ${inLine(question)}\n`, ...answers.map(({ text, hands: count }) => `- ${inLine(text)}: ${count}`)].join('\n'),
  );
  const parts = [
    `# ${inLine(plainTitle(lesson.title))}`,
    rows.length > 0
      ? [`## ${words.times}\n`, `| | ${words.planned} | ${words.actual} |`, '|---|--:|--:|', ...rows].join('\n')
      : '',
    hands.length > 0 ? `## ${words.handsUp}\n\n${hands.join('\n\n')}` : '',
    record.remarks.trim() === '' ? '' : `## ${words.remarks}\n\n${record.remarks.split('\n').map(inLine).join('  \n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
