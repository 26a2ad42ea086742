import type MarkdownIt from 'markdown-it';

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
/** Emoji by their names (`:smile:`). */
export const emoji = full as unknown as (
  md: MarkdownIt,
  options: { readonly shortcuts: Readonly<Record<string, string>> },
) => void;
