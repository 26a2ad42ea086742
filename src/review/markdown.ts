import type { Change } from './compare.ts';
import type { ReviewWords } from '../wire/index.ts';
import type { Piece } from './words.ts';

/** What a page of changes is made of. */
export interface LessonChanges {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  readonly changes: readonly Change[];
  /** Pictures of slides that look another way, by the id of the slide: their paths, or addresses that hold them. */
  readonly pictures: ReadonlyMap<string, { readonly old?: string; readonly now?: string }>;
}

/** Signs that mean something in Markdown or HTML, and those by which a name calls somebody on a forge. */
const marks = '\\`*_[]<>#|~&@!';
const plain = (text: string): string =>
  Array.from(text.split('\n').join(' '), (char) => (marks.includes(char) ? `&#${char.codePointAt(0)};` : char)).join(
    '',
  );

const written = ({ kind, text }: Piece): string => {
  const own = plain(text);
  return kind === 'same' || text.trim() === '' ? own : kind === 'old' ? `<del>${own}</del>` : `<ins>${own}</ins>`;
};

const linesOf = (lines: readonly (readonly Piece[])[]): string =>
  lines.map((pieces) => `- ${pieces.map(written).join('')}\n`).join('');

/** The changes of lessons for a pull request: what GitHub and GitLab show of Markdown, whatever the slides say. */
export function changesMarkdown(lessons: readonly LessonChanges[], words: ReviewWords, title: string): string {
  const parts = lessons.map((lesson) =>
    [`## ${plain(lesson.title)}\n\n`, ...lesson.changes.map((change) => changeOf(change, lesson, words))].join(''),
  );
  return `# ${plain(title)}\n\n${parts.length === 0 ? `${words.none}\n` : parts.join('\n')}`;
}

function changeOf(change: Change, { pictures }: LessonChanges, words: ReviewWords): string {
  const { kind, id, title, old, now } = change;
  const numbers = [...new Set([old?.number, now?.number].filter((number) => number !== undefined))].join(' → ');
  const looks = pictures.get(id);
  const picture = (path: string | undefined, word: string): string =>
    path === undefined ? '' : `<img src="${path}" width="400" alt="${plain(`${word}: ${title}`)}">`;
  const table =
    looks === undefined
      ? ''
      : `| ${words.before} | ${words.after} |\n|---|---|\n| ${picture(looks.old, words.before)} | ${picture(looks.now, words.after)} |\n\n`;
  const part = (word: string, lines: string): string => (lines === '' ? '' : `**${word}**\n\n${lines}\n`);
  const source = change.source.map(
    ({ id: statement, pieces }) => `- ${plain(statement)}: ${pieces.map(written).join('')}\n`,
  );
  return [
    `### ${numbers}. ${plain(title)} (${words[kind]})\n\n`,
    table,
    part(words.text, linesOf(change.lines)),
    part(words.notes, linesOf(change.notes)),
    part(words.why, source.join('')),
  ].join('');
}
