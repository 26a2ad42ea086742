import MarkdownIt from 'markdown-it';

// These packages bring no types.
// @ts-expect-error -- no types
import deflistPlugin from 'markdown-it-deflist';
// @ts-expect-error -- no types
import { full } from 'markdown-it-emoji';
// @ts-expect-error -- no types
import footnotePlugin from 'markdown-it-footnote';
// @ts-expect-error -- no types
import markPlugin from 'markdown-it-mark';
import type { Token } from './token.ts';

type Plugin = (md: MarkdownIt) => void;

/** `Term` and `: meaning` in lines of their own. */
export const deflist = deflistPlugin as unknown as Plugin;
const addFootnotes = footnotePlugin as unknown as Plugin;

/**
 * Tokens that grow where they are: the plugin for footnotes joins all tokens anew for each note, which takes the square of
 * their number.
 */
class GrowingTokens extends Array<Token> {
  override concat(...more: (Token | ConcatArray<Token>)[]): Token[] {
    for (const part of more) for (const token of [part].flat() as readonly Token[]) this.push(token);
    return this;
  }
}

/** `[^1]`, its text below, and `^[text]`. */
export const footnote: Plugin = (md) => {
  addFootnotes(md);
  md.core.ruler.before('footnote_tail', 'footnote_growing', (state) => {
    state.tokens = GrowingTokens.from(state.tokens);
  });
  md.core.ruler.after('footnote_tail', 'footnote_grown', (state) => {
    state.tokens = Array.from(state.tokens);
  });
};
/** `==marked==` */
export const mark = markPlugin as unknown as Plugin;

type CoreRule = Parameters<MarkdownIt['core']['ruler']['push']>[1];
const addEmoji = full as unknown as (
  md: MarkdownIt,
  options: { readonly shortcuts: Readonly<Record<string, string>> },
) => void;

/** So many values are handed to a function at once: they go onto the stack. */
const mostSpread = 1000;

/** What the plugin adds to the rules of a reader, which is the same for each. */
function emojiRule(): CoreRule {
  const md = new MarkdownIt();
  // In its place: a new list for each emoji takes the square of their number, in memory too.
  const arrayReplaceAt: typeof md.utils.arrayReplaceAt = (tokens, at, added) => {
    if (added.length > mostSpread) return [...tokens.slice(0, at), ...added, ...tokens.slice(at + 1)];
    tokens.splice(at, 1, ...added);
    return tokens;
  };
  Object.assign(md, { utils: { ...md.utils, arrayReplaceAt } });
  const before = new Set(md.core.ruler.getRules(''));
  addEmoji(md, { shortcuts: {} });
  const rule = md.core.ruler.getRules('').find((one) => !before.has(one));
  if (!rule) throw new Error('markdown-it-emoji adds no rule');
  return rule;
}

let replaceNames: CoreRule | undefined;
const mayHoldName = /:[\w+-]+:/;

/** Emoji by their names (`:smile:`). The expression for all names takes 10 ms to compile: not before one may be there. */
export const emoji: Plugin = (md) => {
  md.renderer.rules.emoji = (tokens, i) => tokens[i]?.content ?? '';
  md.core.ruler.after('linkify', 'emoji', (state) => {
    if (!mayHoldName.test(state.src)) return;
    replaceNames ??= emojiRule();
    replaceNames(state);
  });
};
