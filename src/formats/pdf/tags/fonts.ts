import { readDictionary, type PdfDictionary } from '../dictionary.ts';
import { objectText, type PdfFile } from '../objects.ts';
import { Readings } from '../reading.ts';
import type { TextPiece } from './content.ts';
import type { Operations } from './scan.ts';
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
  /** What each resource dictionary calls its fonts. */
  readonly #names = new Map<string, PdfDictionary>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** @param resources the resource dictionary of the page or form in which the pieces stand */
  textOf(pieces: readonly TextPiece[], operations: Operations, resources: string): ShownText {
    let text = '';
    let hasGap = false;
    for (const piece of pieces) {
      if ('actual' in piece) {
        text += utf16(piece.actual);
        continue;
      }
      const font = this.#fontIn(resources, piece.font);
      if (!font) continue;
      const take = (code: number): void => {
        // Glyph 0 of a composite font is the box for what the font does not have (ISO 14289-1, 7.21.8).
        if (code === 0 && font.digits === 4) hasGap = true;
        text += font.letters.get(code) ?? '';
      };
      for (let i = piece.from; i <= piece.to; i++)
        if (operations.kinds[i] === 'show') eachCode(operations, i, font.digits, take);
    }
    return { text, hasGap };
  }

  /** The font that a page or form calls so. */
  #fontIn(resources: string, name: string): FontReader | undefined {
    let names = this.#names.get(resources);
    if (!names) {
      names = readDictionary(readDictionary(resources).get('Font') ?? '<<>>');
      this.#names.set(resources, names);
    }
    const number = referenceIn(names.get(name));
    return number === undefined ? undefined : this.#fontOf(number);
  }

  #fontOf(number: number): FontReader {
    const known = this.#fonts.get(number);
    if (known) return known;
    const font = readDictionary(objectText(this.#file, number));
    const map = referenceIn(font.get('ToUnicode'));
    const digits = font.get('Subtype') === '/Type0' ? 4 : 2;
    const made = {
      digits,
      letters: map === undefined ? new Map() : lettersIn(this.#file, map),
    } as const;
    this.#fonts.set(number, made);
    return made;
  }
}

const mapsRead = new Readings<ReadonlyMap<number, string>>();

/** What the glyphs of a font mean, from its ToUnicode CMap; read once for repair and check. */
export const lettersIn = (file: PdfFile, map: number): ReadonlyMap<number, string> =>
  mapsRead.get(file, map) ?? mapsRead.set(file, map, readMap(readStream(file, map).text));

/** A ToUnicode CMap (9.10.3), in the form that Skia writes: `bfchar` and `bfrange` with hexadecimal strings, and lists. */
function readMap(text: string): ReadonlyMap<number, string> {
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

/**
 * Takes the codes in the operand of an operator that shows text: strings (7.3.4), or an array of strings and numbers. They
 * are read where they stand: most operators show one glyph, and there are tens of thousands.
 */
export function eachCode(operations: Operations, index: number, digits: 2 | 4, take: (code: number) => void): void {
  const { text } = operations;
  const end = operations.operators[index] ?? 0;
  for (let at = operations.starts[index] ?? 0; at < end;) {
    const bracket = text.charCodeAt(at++);
    if (bracket === parenthesis) at = literalCodes(text, at, digits, take);
    else if (bracket === angle) at = hexadecimalCodes(text, at, digits, take);
  }
}

const parenthesis = 40;
const angle = 60;

/** @returns where the string ends */
function hexadecimalCodes(text: string, from: number, digits: 2 | 4, take: (code: number) => void): number {
  let code = 0;
  let count = 0;
  let at = from;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 62) break;
    const digit = digitOf(character);
    if (digit < 0) continue;
    code = code * 16 + digit;
    if (++count < digits) continue;
    take(code);
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
function literalCodes(operand: string, from: number, digits: 2 | 4, take: (code: number) => void): number {
  let depth = 1;
  let first: number | undefined;
  const add = (byte: number): void => {
    if (digits === 2) take(byte);
    else if (first === undefined) first = byte;
    else {
      take(first * 256 + byte);
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
