import { readDictionary } from '../dictionary.ts';
import { objectText, type PdfFile } from '../objects.ts';
import type { TextPiece } from './content.ts';
import { stringsIn } from './scan.ts';
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

/** The codes in the operand of an operator that shows text: strings, or an array of strings and numbers. */
export function* codesIn(operand: string, digits: 2 | 4): Generator<number> {
  for (const token of stringsIn(operand)) {
    const inner = token.slice(1, -1);
    const all = token.startsWith('<') ? inner.replace(/\s/g, '') : bytesOf(inner);
    for (let at = 0; at + digits <= all.length; at += digits) yield parseInt(all.slice(at, at + digits), 16);
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string (7.3.4.2) as hexadecimal digits. */
function bytesOf(literal: string): string {
  const plain = literal.replace(
    /\\(?:([0-7]{1,3})|(\r?\n)|([\s\S]))/g,
    (_, octal?: string, line?: string, other?: string) =>
      octal !== undefined
        ? String.fromCharCode(parseInt(octal, 8))
        : line !== undefined
          ? ''
          : (escapes[other ?? ''] ?? other ?? ''),
  );
  return Buffer.from(plain, 'latin1').toString('hex');
}
