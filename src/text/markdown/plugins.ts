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

type Plugin = (md: MarkdownIt) => void;

/** `Term` and `: meaning` in lines of their own. */
export const deflist = deflistPlugin as unknown as Plugin;
/** `[^1]`, its text below, and `^[text]`. */
export const footnote = footnotePlugin as unknown as Plugin;
/** `==marked==` */
export const mark = markPlugin as unknown as Plugin;

type CoreRule = Parameters<MarkdownIt['core']['ruler']['push']>[1];
const addEmoji = full as unknown as (
  md: MarkdownIt,
  options: { readonly shortcuts: Readonly<Record<string, string>> },
) => void;

/** What the plugin adds to the rules of a reader, which is the same for each. */
function emojiRule(): CoreRule {
  const md = new MarkdownIt();
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
