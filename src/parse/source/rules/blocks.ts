import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

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

/** `::: note` … `:::`: the marks of a box; what stands between them is read as usual. */
const boxMark: BlockRule = (state, start, _end, silent) => {
  if (!/^:{3,}(?!:)/.test(lineOf(state, start) ?? '')) return false;
  return silent || take(state, 'box_mark', [start, start + 1]);
};

/** `$$` … `$$`. Without its end it is ordinary text. */
const formula: BlockRule = (state, start, end, silent) => {
  const first = lineOf(state, start);
  if (first?.startsWith('$$') !== true) return false;
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
  ruler.before('reference', 'footnote', footnote, { alt: ['paragraph', 'reference'] });
}
