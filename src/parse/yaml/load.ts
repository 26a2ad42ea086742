import type { Document } from 'yaml';
import { Composer } from 'yaml';
import type { Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { failure, hasErrors, success } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { Converter } from './convert.ts';
import { decodeText } from './decode.ts';
import { joinedDocuments } from './documents.ts';
import { lineAt, originOf } from './lines.ts';
import { tokenize } from './limits.ts';
import { mendYaml, moved, type Flaws } from './mend.ts';
import { lostIn, mendFindings } from './mend-findings.ts';
import { isSecondHead, startsRecord } from './mend-records.ts';
import type { YamlFile } from './file.ts';
import { patchYaml } from './patch.ts';
import { syntaxErrors } from './syntax.ts';

/** How to read a file. */
export interface LoadOptions {
  /** The same file as it was lately: what did not change is not read again. */
  readonly before?: YamlFile;
  /** Whether lines that are no YAML are read as they must have been meant, with a finding each. */
  readonly mend?: boolean;
}

/**
 * Reads YAML 1.2 within limits on size, depth and repetition.
 * @returns the values with their places and warnings, or errors: it never throws, and takes little more than a second on
 * any bytes.
 */
export function loadYaml(file: FileId, bytes: Uint8Array, { before, mend }: LoadOptions = {}): Outcome<YamlFile> {
  const decoded = decodeText(file, bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const patched = before && patchYaml(before, text, (piece) => withoutFindings(loadText(piece, readerOf(file))));
  if (patched) return success(patched, decoded.diagnostics);
  const read = readerOf(file);
  const outcome = loadText(text, read);
  return outcome.ok || mend !== true ? outcome : (loadMended(text, read) ?? outcome);
}

/** Reads the documents of a text, and remembers the last one: the search for a mend begins with what was just read. */
interface Reader {
  readonly file: FileId;
  read(text: string): { readonly documents: readonly Document.Parsed[] } | { readonly stopped: Diagnostic };
}

function readerOf(file: FileId): Reader {
  let last: { readonly text: string; readonly result: ReturnType<Reader['read']> } | undefined;
  return {
    file,
    read(text) {
      if (last?.text === text) return last.result;
      const tokenized = tokenize(file, text);
      const result =
        'stopped' in tokenized ? tokenized : { documents: composeDocuments(tokenized.tokens, text.length) };
      last = { text, result };
      return result;
    },
  };
}

function withoutFindings(outcome: Outcome<YamlFile>): YamlFile | undefined {
  return outcome.ok && outcome.diagnostics.length === 0 ? outcome.value : undefined;
}

/** Reads what a person wrote in a hurry; `undefined` when it cannot be made sense of. */
function loadMended(text: string, reader: Reader): Outcome<YamlFile> | undefined {
  const { file } = reader;
  const flawsIn = (candidate: string): Flaws => {
    const result = reader.read(candidate);
    if ('stopped' in result) return { first: undefined, offsets: [] };
    const [document] = result.documents;
    const first =
      document &&
      (syntaxErrors(file, candidate, document).find(({ severity }) => severity === 'error') ??
        undivided(file, candidate, document));
    return { first, offsets: [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ pos }) => pos[0]) };
  };
  const joined = joinedDocuments(text);
  const mended = mendYaml(joined, flawsIn);
  const outcome = mended && loadText(mended.text, reader, true);
  if (!mended || !outcome?.ok) return undefined;
  const inFile = joined === text ? (offset: number): number => offset : originOf(text.split('\n'), joined.split('\n'));
  const origin = (offset: number): number => inFile(mended.origin(offset));
  const { value, diagnostics } = outcome;
  const found = [
    ...mendFindings(file, mended).map((finding) => moved(finding, inFile)),
    ...diagnostics.map((finding) => moved(finding, origin)),
  ];
  const lost = lostIn(mended).map(({ start, end, lines }) => ({ start: inFile(start), end: inFile(end), lines }));
  return success({ ...value, text, places: value.places.moved(origin), lost }, found);
}

/** Of so many keys that stand twice one begins a record, or none does. */
const mostDoubles = 20;

/** Two slides that are one record, since the dash of the second is missing: no mistake in YAML, and yet not meant. */
function undivided(file: FileId, text: string, document: Document.Parsed): Diagnostic | undefined {
  const converter = new Converter(file, text);
  converter.convert(document);
  const doubles = converter.diagnostics.filter(
    ({ code, at }) => code === 'yaml/duplicate-key' && at && startsRecord(text, at.start),
  );
  if (doubles.length === 0) return undefined;
  const lines = text.split('\n');
  return doubles.slice(0, mostDoubles).find(({ at }) => at && isSecondHead(lines, lineAt(lines, at.start)));
}

function loadText(text: string, reader: Reader, isMended = false): Outcome<YamlFile> {
  const { file } = reader;
  const result = reader.read(text);
  if ('stopped' in result) return failure([result.stopped]);
  const [document, second] = result.documents;
  const converter = new Converter(file, text);
  if (document === undefined) return success({ file, text, value: null, places: converter.places, hasAnchors: false });
  if (second !== undefined) {
    const [start] = second.range;
    return failure([
      diagnostic('yaml/several-documents', 'A second YAML document starts here.', { at: { file, start, end: start } }),
    ]);
  }
  const diagnostics = syntaxErrors(file, text, document);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const value = converter.convert(document);
  if (hasErrors(converter.diagnostics) && !isMended) return failure(converter.diagnostics);
  const { places, hasAnchors } = converter;
  return success({ file, text, value, places, hasAnchors }, converter.diagnostics);
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
