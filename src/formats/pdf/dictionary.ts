import { PdfFormatError } from './objects.ts';

/** The entries of a dictionary, each value as the text that stands in the file. */
export type PdfDictionary = Map<string, string>;

/**
 * One token (ISO 32000-1, 7.2 and 7.3): a name, a literal string (its parentheses are escaped or one level deep, as
 * Skia writes them), a hexadecimal string, a bracket, a reference, or a number or keyword.
 */
const token =
  /\s*(?:(\/[^\s/<>()[\]]*)|(\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\d+ \d+ R\b|[^\s/<>()[\]]+)|(<<|\[)|(>>|\]))/y;

/** Reads `<< … >>`. @throws PdfFormatError when the text is something else. */
export function readDictionary(text: string): PdfDictionary {
  const entries: PdfDictionary = new Map();
  const whole = text.trim();
  if (!whole.startsWith('<<') || !whole.endsWith('>>')) throw new PdfFormatError('a dictionary was expected');
  const inner = whole.slice(2, -2).trimEnd();
  for (let at = 0; at < inner.length;) {
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
    token.lastIndex = end;
    // A match would be an object for each of tens of thousands of tokens.
    if (!token.test(text)) throw new PdfFormatError(`unknown token at ${JSON.stringify(text.slice(end, end + 20))}`);
    end = token.lastIndex;
    depth += deeper(text.charCodeAt(end - 2), text.charCodeAt(end - 1));
  } while (depth > 0);
  return end;
}

const [open, close, openList, closeList] = [60, 62, 91, 93] as const;

/** How much deeper it goes after a token that ends so; a hexadecimal string ends in one `>`. */
function deeper(before: number, last: number): number {
  if (last === openList || last === open) return 1;
  return last === closeList || (last === close && before === close) ? -1 : 0;
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
