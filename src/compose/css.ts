import { createRequire } from 'node:module';
import type { CssSyntaxError, Parser, Root } from 'postcss';
import type { Diagnostic, FileId } from '../base/index.ts';
import { composeDiagnostic } from './codes.ts';
import { cleanText } from './text/index.ts';

/** Letters may be written as escapes in names of rules and functions; plain, they can be found. */
const letterEscape = /\\(?:0{0,4}(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])(?![0-9a-f])[ \t\n\f]?|([g-z]))/gi;

const plainLetters = (css: string): string =>
  css.replace(
    letterEscape,
    (_, hex?: string, letter?: string) => letter ?? String.fromCharCode(parseInt(hex ?? '', 16)),
  );

const address = /(?:url|src)\(\s*(?:("[^"]*"|'[^']*')|([^)]*))\s*\)/gi;
const harmless = /^(?:assets\/|data:image\/|#)/i;

/**
 * The style sheet of a deck without anything that would ask a network or a disk for something: `@import` is dropped and
 * every `url(…)` that is not an own asset or data is blanked. `@theme` would give the deck another theme in Marp.
 */
export function withoutRemote(css: string): string {
  return plainLetters(cleanText(css))
    .replace(/@import\b[^;]*;?/gi, '')
    .replace(/@charset\b[^;]*;?/gi, '')
    .replace(/@(?=theme\b)/gi, '@-')
    .replace(address, (whole, quoted?: string, bare?: string) =>
      harmless.test(quoted?.slice(1) ?? bare ?? '') ? whole : 'url("data:,")',
    )
    .replace(/(?:-webkit-)?image-set\([^)]*\)/gi, 'none');
}

/** Only lessons with a style sheet of their own need the parser. */
const parser = (): Parser<Root> => (createRequire(import.meta.url)('postcss') as { parse: Parser<Root> }).parse;

/** What keeps a style sheet from being read, at its place; Marp would stop at it. */
export function cssProblems(file: FileId, text: string): readonly Diagnostic[] {
  if (text.trim() === '' || file.startsWith('lectern:')) return [];
  try {
    parser()(text);
    return [];
  } catch (error) {
    const { line = 1, column = 1, reason } = error as CssSyntaxError;
    const before = text.split('\n').slice(0, line - 1);
    const start = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    const at = { file, start, end: start + 1 };
    return [composeDiagnostic('theme/css', `The style sheet cannot be read: ${reason}`, { at })];
  }
}
