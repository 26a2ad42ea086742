import { PdfFormatError } from './objects.ts';

/** The entries of a dictionary, each value as the text that stands in the file. */
export type PdfDictionary = Map<string, string>;

const codes = { open: 40, close: 41, slash: 47, less: 60, greater: 62, left: 91, backslash: 92, right: 93 } as const;

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHex = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102) || isSpace(code);
/** What stands neither in a name nor in a number or keyword. */
const isDelimiter = (code: number): boolean =>
  code === codes.open ||
  code === codes.close ||
  code === codes.slash ||
  code === codes.less ||
  code === codes.greater ||
  code === codes.left ||
  code === codes.right;

/** Reads `<< … >>`. @throws PdfFormatError when the text is something else. */
export function readDictionary(text: string): PdfDictionary {
  const entries: PdfDictionary = new Map();
  const match = /^\s*<<([\s\S]*)>>\s*$/.exec(text);
  if (!match) throw new PdfFormatError('a dictionary was expected');
  const inner = match[1] ?? '';
  let at = 0;
  const last = inner.trimEnd().length;
  while (at < last) {
    const key = valueEnd(inner, at);
    const name = inner.slice(at, key).trim();
    if (!name.startsWith('/'))
      throw new PdfFormatError(`a key was expected before ${JSON.stringify(name.slice(0, 20))}`);
    at = valueEnd(inner, key);
    entries.set(name.slice(1), inner.slice(key, at).trim());
  }
  return entries;
}

/** Reads `[ … ]`: each item as the text that stands in the file. @throws PdfFormatError when the text is something else. */
export function readArray(text: string): readonly string[] {
  const whole = text.trim();
  if (!whole.startsWith('[') || !whole.endsWith(']')) throw new PdfFormatError('an array was expected');
  const inner = whole.slice(1, -1).trimEnd();
  const items: string[] = [];
  for (let at = 0; at < inner.length;) {
    const end = valueEnd(inner, at);
    items.push(inner.slice(at, end).trim());
    at = end;
  }
  return items;
}

/** Where the value that starts at `at` ends. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  let end = at;
  do {
    while (isSpace(text.charCodeAt(end))) end++;
    const code = text.charCodeAt(end);
    const isDouble = text.charCodeAt(end + 1) === code;
    if (code === codes.left || (code === codes.less && isDouble)) depth++;
    if (code === codes.right || (code === codes.greater && isDouble)) depth--;
    const next = tokenEnd(text, end);
    if (next === end) throw new PdfFormatError(`unknown token at ${JSON.stringify(text.slice(end, end + 20))}`);
    end = next;
  } while (depth > 0);
  return end;
}

/**
 * Where a token ends (ISO 32000-1, 7.2 and 7.3): a name, a string (the parentheses in it are escaped, as Skia writes
 * them), a bracket, a reference, or a number or keyword. @returns `at` when there is none
 */
function tokenEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isDouble = text.charCodeAt(at + 1) === code;
  if (code === codes.left || code === codes.right) return at + 1;
  if (code === codes.less && !isDouble) {
    let end = at + 1;
    while (isHex(text.charCodeAt(end))) end++;
    return text.charCodeAt(end) === codes.greater ? end + 1 : at;
  }
  if (code === codes.less || code === codes.greater) return isDouble ? at + 2 : at;
  if (code === codes.open) return literalEnd(text, at);
  const end = wordEnd(text, code === codes.slash ? at + 1 : at);
  return isDigit(code) ? referenceEnd(text, at) : end;
}

function literalEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === codes.backslash) end++;
    else if (code === codes.close) return end + 1;
    else if (code === codes.open) return at;
  }
  return at;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isDelimiter(text.charCodeAt(end))) end++;
  return end;
}

/** The end of `12 0 R`, or of the number alone. */
function referenceEnd(text: string, at: number): number {
  const number = wordEnd(text, at);
  let end = number + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const isReference = end > number + 1 && text.startsWith(' R', end) && wordEnd(text, end + 1) === end + 2;
  return isReference && text.charAt(number) === ' ' ? end + 2 : number;
}

export const writeDictionary = (entries: PdfDictionary): string =>
  `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join('\n')}>>`;

/** A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16 with a byte order mark. */
export function textString(text: string): string {
  const clean = text.toWellFormed();
  if (/^[\x20-\x7e]*$/.test(clean)) return `(${clean.replaceAll(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(clean, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A date (ISO 32000-1, 7.9.4), in UTC. */
export const dateString = (date: Date): string =>
  `(D:${date.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}+00'00')`;
