import { readDictionary } from '../dictionary.ts';
import { objectText, type PdfFile } from '../objects.ts';
import type { TextPiece } from './content.ts';
import { readStream, referenceIn } from './streams.ts';

/** Reads text that is shown with one font. */
interface FontReader {
  /** Hexadecimal digits a code takes. */
  readonly digits: 2 | 4;
  readonly letters: ReadonlyMap<number, string>;
}

/** What text was shown, and whether a glyph was missing in its font. */
export interface ShownText {
  readonly text: string;
  readonly hasGap: boolean;
}

/** Reads the text of the pages of a file; fonts are read once. */
export class FontTexts {
  readonly #file: PdfFile;
  readonly #fonts = new Map<number, FontReader>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** @param resources the resource dictionary of the page or form in which the pieces stand */
  textOf(pieces: readonly TextPiece[], resources: string): ShownText {
    const fonts = readDictionary(readDictionary(resources).get('Font') ?? '<<>>');
    let text = '';
    let hasGap = false;
    for (const piece of pieces) {
      if ('actual' in piece) {
        text += utf16(piece.actual);
        continue;
      }
      const number = referenceIn(fonts.get(piece.font));
      const font = number === undefined ? undefined : this.#fontOf(number);
      if (!font) continue;
      for (const code of codesIn(piece.operand, font.digits)) {
        // Glyph 0 of a composite font is the box for what the font does not have (ISO 14289-1, 7.21.8).
        if (code === 0 && font.digits === 4) hasGap = true;
        text += font.letters.get(code) ?? '';
      }
    }
    return { text, hasGap };
  }

  #fontOf(number: number): FontReader {
    const known = this.#fonts.get(number);
    if (known) return known;
    const font = readDictionary(objectText(this.#file, number));
    const map = referenceIn(font.get('ToUnicode'));
    const digits = font.get('Subtype') === '/Type0' ? 4 : 2;
    const made = {
      digits,
      letters: map === undefined ? new Map() : readMap(readStream(this.#file, map).text),
    } as const;
    this.#fonts.set(number, made);
    return made;
  }
}

/** A ToUnicode CMap (9.10.3), in the form that Skia writes: `bfchar` and `bfrange` with hexadecimal strings, and lists. */
export function readMap(text: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, block = ''] of text.matchAll(/beginbfchar\s([^e]*)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(parseInt(code, 16), utf16(`<${to}>`));
  }
  for (const [, block = ''] of text.matchAll(/beginbfrange\s([^e]*)endbfrange/g)) {
    for (const [, first = '', last = '', to = '', list] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^[\]]*)\])/g,
    )) {
      const start = parseInt(first, 16);
      (list?.match(/<[0-9A-Fa-f]+>/g) ?? []).forEach((target, i) => letters.set(start + i, utf16(target)));
      if (list !== undefined) continue;
      const target = parseInt(to, 16);
      for (let code = start; code <= parseInt(last, 16); code++)
        letters.set(code, String.fromCodePoint(target + code - start));
    }
  }
  return letters;
}

/** A string of UTF-16 as hexadecimal digits, with or without a byte order mark. */
function utf16(hexadecimal: string): string {
  const digits = hexadecimal.replace(/[<>\s]/g, '');
  const units = digits.match(/[0-9A-Fa-f]{4}/g) ?? [];
  return units
    .map((unit) => String.fromCharCode(parseInt(unit, 16)))
    .join('')
    .replace(/^\uFEFF/, '');
}

/** The codes in the operand of an operator that shows text: strings (7.3.4), or an array of strings and numbers. */
export function codesIn(operand: string, digits: 2 | 4): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < operand.length;) {
    const bracket = operand.charAt(at++);
    if (bracket === '(') at = literalCodes(operand, at, { digits, found });
    else if (bracket === '<') at = hexadecimalCodes(operand, at, { digits, found });
  }
  return found;
}

interface CodeList {
  /** Hexadecimal digits a code takes. */
  readonly digits: 2 | 4;
  readonly found: number[];
}

/** @returns where the string ends */
function hexadecimalCodes(operand: string, from: number, { digits, found }: CodeList): number {
  let code = 0;
  let count = 0;
  let at = from;
  for (; at < operand.length; at++) {
    const character = operand.charCodeAt(at);
    if (character === 62) break;
    const digit = digitOf(character);
    if (digit < 0) continue;
    code = code * 16 + digit;
    if (++count < digits) continue;
    found.push(code);
    code = count = 0;
  }
  return at + 1;
}

/** The value of a hexadecimal digit; -1 for anything else. */
function digitOf(character: number): number {
  if (character >= 48 && character <= 57) return character - 48;
  const letter = character | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string: parentheses in it are balanced or escaped (7.3.4.2). @returns where it ends */
function literalCodes(operand: string, from: number, { digits, found }: CodeList): number {
  let depth = 1;
  let first: number | undefined;
  const add = (byte: number): void => {
    if (digits === 2) found.push(byte);
    else if (first === undefined) first = byte;
    else {
      found.push(first * 256 + byte);
      first = undefined;
    }
  };
  let at = from;
  for (; at < operand.length; at++) {
    const character = operand.charAt(at);
    if (character === '\\') at = escaped(operand, at + 1, add);
    else if (character === ')' && --depth === 0) break;
    else {
      if (character === '(') depth++;
      add(character.charCodeAt(0));
    }
  }
  return at + 1;
}

/** What follows a backslash (7.3.4.2, table 3). @returns its last character */
function escaped(operand: string, at: number, add: (byte: number) => void): number {
  const character = operand.charAt(at);
  let end = at;
  while (end < at + 3 && operand.charAt(end) >= '0' && operand.charAt(end) <= '7') end++;
  if (end > at) {
    add(parseInt(operand.slice(at, end), 8) & 255);
    return end - 1;
  }
  if (character === '\r' && operand.charAt(at + 1) === '\n') return at + 1;
  if (character !== '\n' && character !== '') add((escapes[character] ?? character).charCodeAt(0));
  return at;
}
