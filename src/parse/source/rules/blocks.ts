import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { formulaMarks, type FormulaMarks } from './formula-marks.ts';

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** The text of a line inside its quotation or list item; undefined when it is indented so far that it is code. */
function lineOf(state: StateBlock, line: number): string | undefined {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return undefined;
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** Adds one token for lines from `start` up to `end`. */
function take(state: StateBlock, type: string, [start, end]: readonly [number, number], content = ''): true {
  const token = state.push(type, '', 0);
  token.map = [start, end];
  token.content = content;
  state.line = end;
  return true;
}

/** `::: note` … `:::`: the marks of a box, with its options; what stands between them is read as usual. */
const boxMark: BlockRule = (state, start, end, silent) => {
  const first = lineOf(state, start) ?? '';
  if (!/^:{3,}(?!:)/.test(first)) return false;
  let next = start + 1;
  // `:class: tip` below `:::{note}`.
  while (first.includes('{') && next < end && isOption(lineOf(state, next) ?? '')) next++;
  return silent || take(state, 'box_mark', [start, next]);
};

const isOption = (line: string): boolean => line.startsWith(':') && line.indexOf(':', 2) > 1 && !line.startsWith('::');

/** `!!! note "Title"` with its indented text, as MkDocs has it. */
const indentedBox: BlockRule = (state, start, end, silent) => {
  const first = lineOf(state, start) ?? '';
  if (!['!!! ', '??? ', '???+ '].some((mark) => first.startsWith(mark))) return false;
  if (silent) return true;
  let last = start + 1;
  for (let line = last; line < end; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) - state.blkIndent < 4) break;
    last = line + 1;
  }
  take(state, 'box_mark', [start, start + 1]);
  const { lineMax } = state;
  state.lineMax = last;
  state.blkIndent += 4;
  state.md.block.tokenize(state, start + 1, last);
  state.blkIndent -= 4;
  state.lineMax = lineMax;
  state.line = last;
  return true;
};

const commands = ['\\newpage', '\\pagebreak', '\\clearpage', '\\tableofcontents', '\\maketitle', '[toc]', '[[toc]]'];

/** A line for the program that sets the text: `\newpage`, `{{< pagebreak >}}`, `{% include x %}`. */
const command: BlockRule = (state, start, _end, silent) => {
  const line = (lineOf(state, start) ?? '').trim().toLowerCase();
  const isShort = [
    ['{{<', '>}}'],
    ['{{%', '%}}'],
    ['{%', '%}'],
  ].some(([open = '', close = '']) => line.startsWith(open) && line.indexOf(close) === line.length - close.length);
  return (isShort || commands.includes(line)) && (silent || take(state, 'command', [start, start + 1]));
};

/** `$$` … `$$`, `\[` … `\]` and the environments of LaTeX. Without its end it is ordinary text. */
const formula: BlockRule = (state, start, end, silent) => {
  const first = lineOf(state, start);
  const marks = first === undefined ? undefined : formulaMarks(first);
  if (first === undefined || marks === undefined) return false;
  if (marks.open !== '$$') return bracketed(state, [start, end], marks, silent);
  if (/^\$\$[^$]+\$\$/.test(first)) return false;
  for (let line = start + 1; line < end; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent) return false;
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (!text.includes('$$')) continue;
    if (!/\$\$\s*(?:[.,;:]\s*)?(?:\{[^{}]*\}\s*)?$/.test(text)) return false;
    return silent || take(state, 'formula', [start, line + 1], state.getLines(start, line + 1, state.blkIndent, false));
  }
  return false;
};

/** A formula whose end is another mark than its beginning: nothing may stand behind it but a stop. */
function bracketed(
  state: StateBlock,
  [start, end]: readonly [number, number],
  { open, close }: FormulaMarks,
  silent: boolean,
): boolean {
  for (let line = start; line < end; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent || state.isEmpty(line)) return false;
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    const at = text.indexOf(close, line === start ? text.indexOf(open) + open.length : 0);
    if (at < 0) continue;
    if (!['', '.', ',', ';', ':'].includes(text.slice(at + close.length).trim())) return false;
    return silent || take(state, 'formula', [start, line + 1], state.getLines(start, line + 1, state.blkIndent, false));
  }
  return false;
}

/** `[^1]: …` with its continuation lines. */
const footnote: BlockRule = (state, start, end, silent) => {
  if (!/^\[\^[^\]\s]{1,100}\]:/.test(lineOf(state, start) ?? '')) return false;
  if (silent) return true;
  let next = start + 1;
  for (let line = next; line < end; line++) {
    const isBlank = state.isEmpty(line);
    if (isBlank) continue;
    const text = lineOf(state, line);
    const follows = line === next && text !== undefined && !/^\[\^[^\]\s]{1,100}\]:/.test(text);
    if (text !== undefined && !follows) break;
    next = line + 1;
  }
  return take(state, 'footnote', [start, next]);
};

/** Block constructs beside CommonMark that authors of texts use. */
export function addBlockRules({ block: { ruler } }: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  ruler.before('fence', 'box_mark', boxMark, { alt });
  ruler.before('fence', 'formula', formula, { alt });
  ruler.before('fence', 'indented_box', indentedBox, { alt });
  ruler.before('fence', 'command', command, { alt });
  ruler.before('reference', 'footnote', footnote, { alt: ['paragraph', 'reference'] });
}
