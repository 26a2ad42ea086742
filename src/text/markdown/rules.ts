import type MarkdownIt from 'markdown-it';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1];

const space = new Set([0x20, 0x09]);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** The closing `$` after `from` that no backslash escapes, or -1. */
function closingDollar(source: string, from: number): number {
  for (let at = source.indexOf('$', from); at !== -1; at = source.indexOf('$', at + 1)) {
    let before = at - 1;
    while (source[before] === '\\') before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}

/** `$…$` by the same rule as marp-core: no space inside the dollars, no digit after the closing one's neighbours. */
const inlineMath: InlineRule = (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== '$') return false;
  const start = pos + 1;
  if (space.has(src.charCodeAt(start))) return false;
  const end = closingDollar(src, start);
  if (end === -1 || end === start || end >= state.posMax) return false;
  if (space.has(src.charCodeAt(end - 1)) || isDigit(src.charCodeAt(end + 1))) return false;
  if (!silent) state.push('math_inline', 'math', 0).content = src.slice(start, end);
  state.pos = end + 1;
  return true;
};

/** `H~2~O` and `x^2^`: sub- and superscript without spaces, as in Pandoc. */
function scriptRule(marker: '~' | '^', tag: 'sub' | 'sup'): InlineRule {
  const pattern = marker === '~' ? /~([^\s~^]{1,40})~(?!~)/y : /\^([^\s~^]{1,40})\^/y;
  return (state, silent) => {
    if (state.src[state.pos] !== marker || state.src[state.pos + 1] === marker) return false;
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (!match || pattern.lastIndex > state.posMax) return false;
    if (!silent) state.push(tag, tag, 0).content = match[1] ?? '';
    state.pos = pattern.lastIndex;
    return true;
  };
}

/** Adds Lectern's inline syntax (math, sub- and superscript) to a Markdown parser. */
export function addInlineRules(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math_inline', inlineMath);
  md.inline.ruler.before('strikethrough', 'sub', scriptRule('~', 'sub'));
  md.inline.ruler.after('sub', 'sup', scriptRule('^', 'sup'));
}
