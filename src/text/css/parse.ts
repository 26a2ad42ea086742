import parse from 'postcss/lib/parse';
import type { Root } from 'postcss';

/**
 * Reads a style sheet. A comment in it may name a source map; that is never looked at: it is of no use here, and reading
 * it would open a file whose name a stranger wrote.
 * @throws CssSyntaxError
 */
export const parseSheet = (css: string): Root => parse(css, { map: false }) as Root;
