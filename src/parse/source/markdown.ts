import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { keepPlaces } from './placed.ts';
import { addBlockRules } from './rules/blocks.ts';
import { addInlineRules } from './rules/inlines.ts';

function makeParser(): MarkdownIt {
  const md = new MarkdownIt('default', { html: true, linkify: false, typographer: false });
  // Tokens keep the text and the place they were written with.
  md.normalizeLinkText = (url) => url;
  md.validateLink = () => true;
  md.inline.ruler2.disable('fragments_join');
  addBlockRules(md);
  addInlineRules(md);
  keepPlaces(md);
  return md;
}

let made: MarkdownIt | undefined;
const parser = (): MarkdownIt => (made ??= makeParser());

/** Reads the blocks of one text, and the running text inside them. */
export class MarkdownReader {
  /** Link definitions of the text, which running text refers to. */
  readonly #env = {};

  /** The block tokens, with their lines. */
  blocks(text: string): readonly Token[] {
    const tokens: Token[] = [];
    parser().block.parse(text, parser(), this.#env, tokens);
    return tokens;
  }

  /** The tokens of running text; each has a place. */
  inline(content: string): readonly Token[] {
    const tokens: Token[] = [];
    parser().inline.parse(content, parser(), this.#env, tokens);
    return tokens;
  }
}
