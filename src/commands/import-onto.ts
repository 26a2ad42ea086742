import { linesOf } from '../base/index.ts';
import { textsOf } from '../model/index.ts';
import { importOnto, writeBrought, type Brought, type Project } from '../project/index.ts';
import { exits, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';

type Change = Brought['changes'][number];

/** Brings the edits of a presentation back into its lesson, or shows what they would be. */
export async function importOntoLesson(
  project: Project,
  wish: { readonly file: string; readonly lesson: string; readonly write: boolean },
  terminal: Terminal,
): Promise<number> {
  const brought = await importOnto(project, wish);
  if (!brought.ok) return showFindings(brought.diagnostics, project.files, 'pretty', terminal);
  const { changes, conflicts, left, lesson, isOwn } = brought.value;
  const place = placer(project);
  if (!isOwn)
    terminal.out(
      'The file no longer says what it was made from; it is compared with the deck in the output folder, and what the outline changed since counts as changed there.\n\n',
    );
  const list = (title: string, all: readonly Change[]): void => {
    if (all.length > 0) terminal.out(`${title}\n${all.map((change) => `  ${told(change, place)}\n`).join('')}\n`);
  };
  list(wish.write ? 'Brought back:' : 'Would be brought back:', changes);
  list('Changed in the outline too since the presentation was made; take over by hand what is right:', conflicts);
  list('Has no place in the outline; take over by hand what you want:', left);
  terminal.out(
    `${count(changes.length, 'change')}, ${count(conflicts.length, 'conflict')}, ${left.length} not brought back\n`,
  );
  terminal.out(
    'Formulas, the insides of pictures and the indentation of code are not compared: look at those yourself.\n',
  );
  if (changes.length > 0 && !wish.write) terminal.out('Nothing is written; with --write it is.\n');
  if (changes.length > 0 && wish.write) {
    const written = writeBrought(project, brought.value);
    if (!written.ok) return showFindings(written.diagnostics, project.files, 'pretty', terminal);
    terminal.out(`${written.value.map((file) => `${file}\n`).join('')}lectern build ${lesson.id}\n`);
  }
  return conflicts.length > 0 ? exits.findings : exits.fine;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

type Placer = (change: Change) => string;

/** The line of the outline that a change is about. */
function placer({ files }: Project): Placer {
  const textOf = textsOf(files);
  return (change) => {
    const leaf = 'leaf' in change ? change.leaf : 'beside' in change ? change.beside : undefined;
    if (leaf === undefined) return `slide ${change.slide}`;
    const { line, column } = linesOf(textOf(leaf.at.file)).position(leaf.at.start);
    return `${leaf.at.file}:${line}:${column}`;
  };
}

const longest = 160;
const short = (text: string): string => {
  const line = text.replaceAll('\n', ' ').trim();
  return JSON.stringify(line.length > longest ? `${line.slice(0, longest)} …` : line);
};

function told(change: Change, place: Placer): string {
  const at = place(change);
  switch (change.kind) {
    case 'text':
      return `${at} ${short(change.before)} → ${short(change.after)}`;
    case 'items-new':
      return `${at} new beside it: ${change.items.map((item) => short([item].flat().join(' | '))).join(', ')}`;
    case 'item-gone':
      return `${at} taken out: ${short(change.before)}`;
    case 'items-order':
      return `${at} the items of this list in another order`;
    case 'notes-new':
      return `${at}: notes ${short(change.after)}`;
    case 'slide-new':
      return `new slide ${short(change.title)}${after(change.follows)}`;
    case 'slide-gone':
      return `${at} taken out`;
    case 'slide-moved':
      return `${at} moved${after(change.follows)}`;
    case 'unplaced':
      return `${at}: ${change.before === '' ? '' : `${short(change.before)} → `}${change.after === '' ? 'gone' : short(change.after)}`;
  }
}

const after = (follows: string): string => (follows === '' ? ' to the beginning' : ` after ${follows}`);
