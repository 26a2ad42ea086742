import type MarkdownIt from 'markdown-it';
import { nextMark } from './scan.ts';

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1];

const attributePattern = /\{([^{}\n]{1,200})\}/y;
const language = /^(?:lang=["']?|:)([a-z]{2,8}(?:-[a-z0-9]{1,8})*)["']?$/i;

/** Classes of Pandoc's that have a meaning here. */
const classTags: Readonly<Record<string, string>> = { '.mark': 'mark', '.underline': 'u', '.kbd': 'kbd', '.ul': 'u' };

/** `[text]{lang=en}`: words in another language; also `.mark`, `.underline` and `.kbd`, as in Pandoc. */
const span: InlineRule = (state, silent) => {
  const start = state.pos;
  if (state.src[start] !== '[' || nextMark(state, ']{', start) === -1) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start, false);
  if (labelEnd < 0) return false;
  attributePattern.lastIndex = labelEnd + 1;
  const match = attributePattern.exec(state.src);
  if (!match || attributePattern.lastIndex > state.posMax) return false;
  const words = (match[1] ?? '').trim().split(/\s+/);
  const lang = words.map((word) => language.exec(word)?.[1]).find((found) => found !== undefined);
  const tag = words.map((word) => classTags[word]).find((found) => found !== undefined) ?? 'span';
  const dropped = words.filter((word) => !language.test(word) && classTags[word] === undefined);
  if (!silent) {
    const max = state.posMax;
    state.pos = start + 1;
    state.posMax = labelEnd;
    const open = state.push('tag_open', tag, 1);
    open.content = match[0];
    if (lang !== undefined) open.attrSet('lang', lang);
    if (dropped.length > 0) open.meta = { dropped: dropped.join(' ') };
    state.md.inline.tokenize(state);
    state.push('tag_close', tag, -1);
    state.posMax = max;
  }
  state.pos = attributePattern.lastIndex;
  return true;
};

/** Adds spans with attributes to a Markdown parser. */
export function addSpans(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'bracketed_span', span);
}
