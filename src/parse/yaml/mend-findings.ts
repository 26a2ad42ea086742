import type { Diagnostic, FileId, Span } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import type { Mended, MendedText } from './mend.ts';

/** Lines of a file that could not be read, by their offsets. */
export interface LostLines {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const startOf = (lines: readonly string[], line: number): number =>
  lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);

/** The entries that were left out. */
export const lostIn = ({ before, changes }: MendedText): readonly LostLines[] =>
  changes
    .filter(({ lost }) => lost !== undefined)
    .map(({ line, last }) => {
      const lines = before.slice(line, last + 1);
      const start = startOf(before, line);
      return { start, end: start + lines.join('\n').length, lines };
    });

/** Most lines of which it is told how they are read. */
const mostFindings = 100;

/** Tells of every change how the line is read, with the edit that makes it so; of what was left out, what is wrong with it. */
export function mendFindings(file: FileId, mended: MendedText): readonly Diagnostic[] {
  const told = mended.changes
    .filter(({ lost }, i) => lost ?? i < mostFindings)
    .map((change) => change.lost ?? finding(file, change, mended));
  const untold = mended.changes.filter(({ lost }, i) => !lost && i >= mostFindings);
  return untold[0] ? [...told, more(file, untold[0], untold.length, mended)] : told;
}

function more(file: FileId, { line }: Mended, count: number, { before }: MendedText): Diagnostic {
  const start = startOf(before, line);
  const lines = count === 1 ? 'One more line is' : `${count} more lines are`;
  return diagnostic('yaml/mended', `${lines} no YAML and read as they must have been meant, the first of them here.`, {
    at: { file, start, end: start + Math.max(1, before[line]?.trimEnd().length ?? 0) },
    help: ['Mend the lines above first: `lectern fix` writes them as they are read.', 'Then build again.'],
  });
}

function finding(file: FileId, { line, last, help }: Mended, { before, after }: MendedText): Diagnostic {
  const start = startOf(before, line);
  const old = before
    .slice(line, last + 1)
    .join('\n')
    .replace(/\r$/, '');
  const first = before[line] ?? '';
  const indent = /^\s*/.exec(first)?.[0].length ?? 0;
  const at: Span = { file, start: start + indent, end: start + Math.max(indent + 1, first.trimEnd().length) };
  const read = (after[line] ?? '').trim();
  const same = read === first.trim();
  const message = same
    ? 'This line is indented more or less than the lines it belongs to.'
    : `This line is no YAML; it is read as: ${read}`;
  return diagnostic('yaml/mended', message, {
    at,
    help: [help],
    fix: {
      at: { file, start, end: start + old.length },
      replacement: after
        .slice(line, last + 1)
        .join('\n')
        .replace(/\r$/, ''),
    },
  });
}
