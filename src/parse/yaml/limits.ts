import type { CST } from 'yaml';
import { Lexer, Parser } from 'yaml';
import type { Diagnostic, FileId } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';

/** Deepest nesting of values. */
export const maxDepth = 60;
/** Most lexical pieces (keys, values, marks, line breaks) of one file; a lesson of 60 slides has about 20 000. */
export const maxPieces = 200_000;

export type Tokens = { readonly tokens: readonly CST.Token[] } | { readonly stopped: Diagnostic };

/**
 * First stage of reading YAML: splits the text into tokens without recursion, and stops at the first limit that is
 * passed. The later stages are recursive and slower, so they only see what stayed within the limits.
 */
export function tokenize(file: FileId, text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let pieces = 0;
  let documents = 0;
  const stop = (code: ParseCode, message: string, start = parser.offset): Tokens => {
    return { stopped: diagnostic(code, message, { at: { file, start, end: Math.min(start + 1, text.length) } }) };
  };
  for (const piece of new Lexer().lex(text)) {
    if (++pieces > maxPieces)
      return stop('yaml/too-large', `The file holds more than ${maxPieces} keys, values and marks.`);
    for (const token of parser.next(piece)) {
      tokens.push(token);
      if (token.type === 'directive')
        return stop('yaml/directive', `The directive \`${token.source}\` is not allowed.`, token.offset);
      if (token.type === 'document') documents++;
    }
    if (parser.stack.length > maxDepth + 2) {
      return stop('yaml/too-deep', `Values are nested more than ${maxDepth} levels deep.`);
    }
    const open = parser.stack[0];
    if (documents > 0 && open?.type === 'document')
      return stop('yaml/several-documents', 'A second YAML document starts here.', open.offset);
  }
  tokens.push(...parser.end());
  return { tokens };
}
