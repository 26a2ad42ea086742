import { memo, Recent, type FileId } from '../../base/index.ts';
import type { Files, FontFace } from '../../model/index.ts';
import { sectionProperties } from '../../text/index.ts';
import { advances } from './woff.ts';

/** The kinds of letters that layouts set: text, bold text, titles, quotations, code. */
export const faces = ['text', 'bold', 'title', 'quote', 'code'] as const;
export type Face = (typeof faces)[number];

/** Widths are taken a little wide: kerning is left out and browsers round. */
const safety = 1.012;
/** Letters of a font that Lectern does not have are taken for the widest of their kind. */
const unknownFont = 1.12;

const styleOf: Readonly<Record<Face, { readonly token: string; readonly weight: number; readonly italic: boolean }>> = {
  text: { token: 'font-text', weight: 400, italic: false },
  bold: { token: 'font-text', weight: 600, italic: false },
  title: { token: 'font-title', weight: 600, italic: false },
  quote: { token: 'font-quote', weight: 400, italic: true },
  code: { token: 'font-code', weight: 400, italic: false },
};

const advancesOnce = memo((bytes: Uint8Array) => advances(bytes));

function widthsIn(bytes: Uint8Array | undefined): ReadonlyMap<number, number> | undefined {
  return bytes && advancesOnce(bytes);
}

/** The width of a letter, and the font files that were read to find it, with what they held. */
interface Letter {
  readonly width: number;
  readonly files: ReadonlyMap<FileId, Uint8Array | undefined>;
}

type Letters = ReadonlyMap<Face, Map<number, Letter>>;

/** Lessons with the same fonts share the widths of their letters. */
const shared = new Recent<Letters>(4);

const lettersOf = (fonts: readonly FontFace[], families: ReadonlyMap<string, readonly string[]>): Letters =>
  shared.getOrMake(
    JSON.stringify([[...families], fonts.map(({ family, file, css }) => [family, file, css])]),
    () => new Map(faces.map((face) => [face, new Map<number, Letter>()])),
    () => 1,
  );

/** Width in em of a character that no font of the theme has. */
function guess(code: number): number {
  if (code === 0xad || (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f)) return 0;
  if (code >= 0x1f000) return 1.4;
  return code >= 0x1100 ? 1.05 : 0.75;
}

const hasStyle = ({ css }: FontFace, { weight, italic }: { weight: number; italic: boolean }): boolean => {
  const [from = 400, to = from] = (/font-weight:\s*([\d ]+)/.exec(css)?.[1] ?? '400').trim().split(/\s+/).map(Number);
  return /font-style:\s*italic/.test(css) === italic && weight >= from && weight <= to;
};

/** What the widths of a theme's letters are: read from its own fonts. */
export class Metrics {
  readonly #files: Files;
  readonly #fonts: readonly FontFace[];
  readonly #families: ReadonlyMap<string, readonly string[]>;
  readonly #letters: Letters;
  /** What the font files of this lesson hold. */
  readonly #held = new Map<FileId, Uint8Array | undefined>();
  readonly #near = new Map<Face, Map<number, number>>();
  readonly #words = new Map<Face, Map<string, number>>();

  /** @param sheets the style sheets of the theme, with the lesson's tokens; the last `--font-…` counts. */
  constructor(fonts: readonly FontFace[], sheets: readonly string[], files: Files) {
    this.#files = files;
    this.#fonts = fonts;
    this.#families = new Map(
      Object.entries(sectionProperties(sheets, []))
        .filter(([name]) => name.startsWith('font-'))
        .map(([name, value]) => [name, value.split(',').map((family) => family.trim().replace(/^['"]|['"]$/g, ''))]),
    );
    this.#letters = lettersOf(fonts, this.#families);
  }

  /** The width in em of a text on one line. */
  width(text: string, face: Face): number {
    const words = this.#words.get(face) ?? new Map<string, number>();
    this.#words.set(face, words);
    const known = words.get(text);
    if (known !== undefined) return known;
    let sum = 0;
    for (const letter of text) sum += this.#letter(letter.codePointAt(0) ?? 0, face);
    const width = sum * safety;
    if (text.length < 40) words.set(text, width);
    return width;
  }

  #letter(code: number, face: Face): number {
    const letters = this.#near.get(face) ?? new Map<number, number>();
    this.#near.set(face, letters);
    const known = letters.get(code) ?? this.#sharedWidth(code, face);
    letters.set(code, known);
    return known;
  }

  /** The width that another lesson has found, when the font files that it read hold the same for this one. */
  #sharedWidth(code: number, face: Face): number {
    const letters = this.#letters.get(face);
    const known = letters?.get(code);
    if (known && [...known.files].every(([file, bytes]) => this.#bytesOf(file) === bytes)) return known.width;
    const files = new Map<FileId, Uint8Array | undefined>();
    const width = this.#find(code, face, files);
    letters?.set(code, { width, files });
    return width;
  }

  /** Read once for a lesson, so that the lesson's trace names each font that it depends on. */
  #bytesOf(file: FileId): Uint8Array | undefined {
    if (!this.#held.has(file)) {
      const read = this.#files.read(file);
      this.#held.set(file, read.ok ? read.bytes : undefined);
    }
    return this.#held.get(file);
  }

  /** The families of a token; one that names another token (`var(--font-text)`) has those of that. */
  #familiesOf(token: string, depth = 0): readonly string[] {
    const families =
      this.#families.get(token) ?? (token === 'font-quote' ? this.#families.get('font-title') : []) ?? [];
    const other = /^var\(--(font-[a-z]+)\)$/.exec(families[0] ?? '')?.[1];
    return other === undefined || depth > 4 ? families : this.#familiesOf(other, depth + 1);
  }

  /** @param files to which the files that are read are added. */
  #find(code: number, face: Face, files: Map<FileId, Uint8Array | undefined>): number {
    const style = styleOf[face];
    const families = this.#familiesOf(style.token);
    const isOwn = this.#fonts.some((font) => font.family === families[0]);
    for (const family of isOwn ? families : [...families, ...this.#fonts.map((font) => font.family)]) {
      const fonts = this.#fonts.filter((font) => font.family === family && covers(font, code));
      const styled = fonts.filter((font) => hasStyle(font, style));
      for (const font of styled.length > 0 ? styled : fonts) {
        const bytes = this.#bytesOf(font.file);
        files.set(font.file, bytes);
        const width = widthsIn(bytes)?.get(code);
        if (width !== undefined) return isOwn ? width : width * unknownFont;
      }
    }
    return guess(code);
  }
}

const covers = ({ ranges }: FontFace, code: number): boolean =>
  ranges.length === 0 || ranges.some(([from, to]) => code >= from && code <= to);
