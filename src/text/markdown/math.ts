import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1];
type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1];

const anySign = /[\p{L}\p{N}\p{S}]/u;

/** Where the formula ends that an opening mark may begin; kept, since the same end serves all openings before it. */
interface End {
  readonly from: number;
  /** -1 when there is none. */
  readonly at: number;
  /** Whether anything stands between. */
  readonly holds: boolean;
}
const ends = new WeakMap<StateInline, Map<string, End>>();

function endOf(state: StateInline, close: string, from: number): End {
  const known = ends.get(state) ?? new Map<string, End>();
  ends.set(state, known);
  const last = known.get(close);
  if (last && from >= last.from && (last.at === -1 || (from <= last.at && !last.holds))) return last;
  let at = state.src.indexOf(close, from);
  while (at !== -1 && isEscaped(state.src, at)) at = state.src.indexOf(close, at + close.length);
  const end = { from, at, holds: at !== -1 && anySign.test(state.src.slice(from, at)) };
  known.set(close, end);
  return end;
}

/** Whether the mark belongs to a backslash before it: `\\]` ends a line of a formula, and not the formula. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[at] === '\\' && text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

/** A formula between two marks in a line: `$$…$$`, `\(…\)`, `\[…\]`. */
const between =
  (open: string, close: string, type: 'math_inline' | 'math_display'): InlineRule =>
  (state, silent) => {
    if (!state.src.startsWith(open, state.pos)) return false;
    const start = state.pos + open.length;
    const end = endOf(state, close, start);
    // Escaped brackets around nothing are signs, not a formula.
    if (!end.holds || end.at + close.length > state.posMax) return false;
    if (!silent) state.push(type, 'math', 0).content = state.src.slice(start, end.at);
    state.pos = end.at + close.length;
    return true;
  };

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();

/** The environments of LaTeX that are formulas of their own; KaTeX knows all but `equation` by their names. */
const environment = /^\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|CD)\*?)\}/;

/** How a formula that begins a line ends. */
function closing(line: string): { readonly open: string; readonly close: string } | undefined {
  if (line.startsWith('$$')) return { open: '$$', close: '$$' };
  if (line.startsWith('\\[')) return { open: '\\[', close: '\\]' };
  const name = environment.exec(line)?.[1];
  return name === undefined ? undefined : { open: `\\begin{${name}}`, close: `\\end{${name}}` };
}

/** The formula of an environment: `equation` is dropped, `multline` and `eqnarray` are set as what comes nearest. */
function texOf(open: string, inner: string): string {
  const name = /^\\begin\{(.*?)\*?\}$/.exec(open)?.[1];
  if (name === undefined || name === 'equation') return inner;
  // Nothing on a slide refers to the numbers of lines.
  const as = name === 'multline' ? 'gather*' : name === 'eqnarray' ? 'align*' : name === 'CD' ? name : `${name}*`;
  return `\\begin{${as}}${inner}\\end{${as}}`;
}

/** An environment that numbers its lines, inside the signs of a formula, without the numbers. */
const unnumbered = (tex: string): string =>
  ['align', 'gather', 'alignat', 'equation'].reduce(
    (text, name) =>
      text.replaceAll(`{${name}}`, (found, at: number) => (isEnvironment(text, at) ? `{${name}*}` : found)),
    tex,
  );
const isEnvironment = (text: string, at: number): boolean =>
  text.slice(0, at).endsWith('\\begin') || text.slice(0, at).endsWith('\\end');

/** A formula in lines of its own. It holds no blank line. */
const mathBlock: BlockRule = (state, startLine, endLine, silent) => {
  const first = lineOf(state, startLine);
  const marks = closing(first);
  if (!marks || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const lines: string[] = [];
  for (let line = startLine; line < endLine; line++) {
    const text = line === startLine ? first.slice(marks.open.length) : lineOf(state, line);
    if (text === '' && line > startLine) return false;
    const end = text.indexOf(marks.close);
    if (end === -1) {
      lines.push(text);
      continue;
    }
    lines.push(text.slice(0, end));
    if (text.slice(end + marks.close.length).trim() !== '' || !anySign.test(lines.join(''))) return false;
    if (silent) return true;
    state.line = line + 1;
    const token = state.push('math_block', 'math', 0);
    token.block = true;
    token.content = unnumbered(texOf(marks.open, lines.join('\n')));
    token.map = [startLine, state.line];
    return true;
  }
  return false;
};

/** Adds formulas as Pandoc, GitHub and MathJax know them, beside `$…$`. */
export function addMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math_parens', between('\\(', '\\)', 'math_inline'));
  md.inline.ruler.before('escape', 'math_brackets', between('\\[', '\\]', 'math_display'));
  md.inline.ruler.before('math_inline', 'math_dollars', between('$$', '$$', 'math_display'));
  md.block.ruler.before('blockquote', 'math_block', mathBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}
