import type MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** A rule that matches a sticky pattern after one of the given characters and makes one token without text of its own. */
function mark(type: string, first: string, pattern: RegExp, fits: (state: StateInline) => boolean): InlineRule {
  return (state, silent) => {
    if (state.src.charAt(state.pos) !== first || !fits(state)) return false;
    pattern.lastIndex = state.pos;
    const whole = pattern.exec(state.src)?.[0];
    if (whole === undefined || state.pos + whole.length > state.posMax) return false;
    if (!silent) state.push(type, '', 0).content = whole;
    state.pos += whole.length;
    return true;
  };
}

const always = (): boolean => true;

/** `[^1]` */
const footnoteRef = mark('footnote_ref', '[', /\[\^[^\]\s]{1,100}\]/y, always);

/** `> [!NOTE]` at the start of a quotation. */
const alert = mark('alert', '[', /\[![A-Za-z][\w-]{0,30}\][+-]?/y, (state) => state.pos === 0);

const attribute = `(?:[#.][\\p{L}_][^\\s{}"'=]*|[\\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\\s{}"']+)|-)`;
const attributesPattern = new RegExp(`\\{:?\\s*(?:${attribute}(?:\\s+|(?=\\})))+\\}`, 'uy');

/** `{#id .class key=value}` behind what it belongs to, and `{: .class}`. */
const attributes = mark('attributes', '{', attributesPattern, ({ src, pos }) => {
  const touches = pos > 0 && !/\s/.test(src.charAt(pos - 1));
  if (touches || src.charAt(pos + 1) === ':') return true;
  return /^\{[#.-][^{}]*\}\s*(?:#+\s*)?$/.test(src.slice(pos, pos + 300));
});

/** The end of a formula that starts with `mark`; -1 when there is none. */
function formulaEnd(state: StateInline, from: number, closing: string): number {
  for (let at = from; at < state.posMax; at++) {
    const character = state.src.charAt(at);
    if (character === '\\') at++;
    else if (character === '\n' && closing === '$') return -1;
    else if (character === '$') return state.src.startsWith(closing, at) ? at : -1;
  }
  return -1;
}

/** `$x$` and `$$x$$`, never split and never read as Markdown. */
const formula: InlineRule = (state, silent) => {
  const { src, pos } = state;
  if (src.charAt(pos) !== '$') return false;
  const closing = src.startsWith('$$', pos) ? '$$' : '$';
  const from = pos + closing.length;
  const end = formulaEnd(state, from, closing);
  const isFormula =
    end > from &&
    (closing === '$$' ||
      !(/\s/.test(src.charAt(from)) || /\s/.test(src.charAt(end - 1)) || /\d/.test(src.charAt(end + 1))));
  if (!isFormula) return false;
  if (!silent) {
    const token = state.push('formula_inline', '', 0);
    token.content = src.slice(from, end);
    token.markup = closing;
  }
  state.pos = end + closing.length;
  return true;
};

/** `\(x\)` and `\[x\]`. */
const texFormula: InlineRule = (state, silent) => {
  const { src, pos } = state;
  const closing = src.startsWith('\\(', pos) ? '\\)' : src.startsWith('\\[', pos) ? '\\]' : undefined;
  const end = closing === undefined ? -1 : src.indexOf(closing, pos + 2);
  if (closing === undefined || end < 0 || end + 2 > state.posMax || src.slice(pos + 2, end).trim() === '') return false;
  if (!silent) {
    const token = state.push('formula_inline', '', 0);
    token.content = src.slice(pos + 2, end);
    token.markup = closing;
  }
  state.pos = end + 2;
  return true;
};

/** The words of `[some words]{.smallcaps}`; the attributes behind them are another mark. */
const span: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  if (end < 0 || src.charAt(end + 1) !== '{') return false;
  attributesPattern.lastIndex = end + 1;
  if (!attributesPattern.test(src)) return false;
  if (!silent) inside(state, pos + 1, end);
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
};

/** A pair of marks around text: `~x~`, `^x^`, `==x==`. */
function pair(marks: string, spaces: boolean): InlineRule {
  const first = marks.charAt(0);
  return (state, silent) => {
    const { src, pos, posMax } = state;
    if (!src.startsWith(marks, pos) || src.charAt(pos + marks.length) === first) return false;
    if (src.charAt(pos - 1) === first || /\s/.test(src.charAt(pos + marks.length))) return false;
    let end = pos + marks.length;
    while (end < posMax && !src.startsWith(first, end) && (spaces || !/\s/.test(src.charAt(end)))) end++;
    const closes = src.startsWith(marks, end) && end + marks.length <= posMax && !/\s/.test(src.charAt(end - 1));
    if (!closes || end === pos + marks.length || src.charAt(end + marks.length) === first) return false;
    if (!silent) inside(state, pos + marks.length, end);
    state.pos = end + marks.length;
    state.posMax = posMax;
    return true;
  };
}

/** Reads what stands between a pair of marks. */
function inside(state: StateInline, start: number, end: number): void {
  state.push('pair_open', '', 1);
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.pos = end;
  state.push('pair_close', '', -1);
}

/** The last rule: a character that began nothing is text. Without it the place of such characters would not be known. */
const literal: InlineRule = (state, silent) => {
  if (!silent) state.pending += state.src.charAt(state.pos);
  state.pos++;
  return true;
};

/** Inline constructs beside CommonMark that authors of texts use. */
export function addInlineRules({ inline: { ruler } }: MarkdownIt): void {
  ruler.before('link', 'footnote_ref', footnoteRef);
  ruler.before('link', 'alert', alert);
  ruler.before('link', 'attributes', attributes);
  ruler.before('link', 'formula_inline', formula);
  ruler.before('escape', 'formula_tex', texFormula);
  ruler.before('link', 'span', span);
  ruler.before('strikethrough', 'subscript', pair('~', false));
  ruler.before('strikethrough', 'superscript', pair('^', false));
  ruler.before('strikethrough', 'highlight', pair('==', true));
  ruler.push('literal', literal);
}
