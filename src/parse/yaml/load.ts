import type { Document, YAMLParseError } from 'yaml';
import { Composer } from 'yaml';
import type { Diagnostic, FileId, Json, Outcome } from '../../base/index.ts';
import { failure, hasErrors, success } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';
import { show } from '../schema/words.ts';
import { Converter } from './convert.ts';
import { decodeText } from './decode.ts';
import { tokenize } from './limits.ts';
import type { PlaceIndex } from './places.ts';

/** A YAML file as JSON values, with the place of each. */
export interface YamlFile {
  readonly file: FileId;
  readonly text: string;
  /** Objects have no prototype; strings, numbers, booleans, null, lists and objects only. */
  readonly value: Json;
  readonly places: PlaceIndex;
}

/** Most syntax errors that are shown for one file; the later ones mostly follow from the first. */
const maxSyntaxErrors = 10;

/**
 * Reads YAML 1.2 within limits on size, depth and repetition.
 * @returns the values with their places, or diagnostics: it never throws, and takes less than a second on any bytes.
 */
export function loadYaml(file: FileId, bytes: Uint8Array): Outcome<YamlFile> {
  const decoded = decodeText(file, bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const tokenized = tokenize(file, text);
  if ('stopped' in tokenized) return failure([tokenized.stopped]);
  const documents = composeDocuments(tokenized.tokens, text.length);
  const [document, second] = documents;
  const converter = new Converter(file);
  if (document === undefined) return success({ file, text, value: null, places: converter.places });
  if (second !== undefined) {
    const [start] = second.range;
    return failure([
      diagnostic('yaml/several-documents', 'A second YAML document starts here.', { at: { file, start, end: start } }),
    ]);
  }
  const diagnostics = syntaxErrors(file, text, document);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const value = converter.convert(document);
  if (hasErrors(converter.diagnostics)) return failure(converter.diagnostics);
  return success({ file, text, value, places: converter.places });
}

function composeDocuments(tokens: Parameters<Composer['compose']>[0], length: number): Document.Parsed[] {
  // The package makes an Error for each mistake; with its stack, 200 000 of them would take seconds.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const composer = new Composer({
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
      merge: false,
      intAsBigInt: false,
    });
    return [...composer.compose(tokens, false, length)] as Document.Parsed[];
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function syntaxErrors(file: FileId, text: string, document: Document.Parsed): Diagnostic[] {
  // After the first mistake the parser often finds every following mark unexpected.
  const errors = document.errors.filter((error, i) => i === 0 || error.code !== 'UNEXPECTED_TOKEN');
  const tags = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  return [...errors.slice(0, maxSyntaxErrors), ...tags.slice(0, maxSyntaxErrors)].map((flaw) =>
    translate(file, text, flaw),
  );
}

const special: Readonly<Partial<Record<YAMLParseError['code'], ParseCode>>> = {
  TAG_RESOLVE_FAILED: 'yaml/tag',
  NON_STRING_KEY: 'yaml/key',
  BAD_ALIAS: 'yaml/alias',
};

const helpFor: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
  UNEXPECTED_TOKEN: 'Is a comma, quote or bracket missing before it? Quote a text that holds such a mark.',
  BAD_INDENT: 'Give all keys of one mapping the same indentation.',
  MISSING_CHAR: 'Close the quote or bracket, or put a colon and a space after the key.',
  BLOCK_AS_IMPLICIT_KEY: 'A text that holds ": " must be quoted, or written as a block with `|`.',
  MULTILINE_IMPLICIT_KEY: 'A key must fit on one line; is a colon missing?',
  BAD_SCALAR_START: 'Quote a text that starts with a special character such as @ or `.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash must be doubled (\\\\), or use single quotes.',
};

function translate(
  file: FileId,
  text: string,
  { code, message, pos }: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
): Diagnostic {
  const [start, end] = pos;
  const found = text.slice(start, Math.max(end, start + 1)).trim();
  const isVariable = text.slice(start - 1, start + 1) === '${';
  const help = isVariable ? 'Inside [ ] and { } a text with `${name}` must be quoted.' : helpFor[code];
  const sentence =
    code === 'UNEXPECTED_TOKEN'
      ? `Unexpected ${show(found)} here.`
      : `${(message.split('\n')[0] ?? '').replace(/[.:]$/, '')}.`;
  return diagnostic(special[code] ?? 'yaml/syntax', sentence, {
    at: { file, start, end: Math.max(end, start + 1) },
    ...(help !== undefined && { help: [help] }),
  });
}
