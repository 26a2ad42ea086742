import type MarkdownItToken from 'markdown-it/lib/token.mjs';

/** A token of a Markdown text: what opens, closes or fills a block or a piece of a line. */
export type Token = MarkdownItToken;
