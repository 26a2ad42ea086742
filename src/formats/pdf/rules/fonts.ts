import { memo } from '../../../base/index.ts';
import { readArray, readDictionary, type PdfDictionary } from '../dictionary.ts';
import { objectText, type PdfFile } from '../objects.ts';
import { lettersIn } from '../tags/fonts.ts';
import { referenceIn, referencesIn, streamData } from '../tags/streams.ts';
import { readFontProgram, type FontProgram } from './glyphs.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';

/** A font with which pages show text. */
interface UsedFont {
  readonly name: string;
  /** `Type0` or `Type3`; the browser writes no others. */
  readonly kind: string;
  readonly dictionary: PdfDictionary;
  /** The font inside a composite one, and its descriptor. */
  readonly inner: PdfDictionary;
  readonly descriptor: PdfDictionary;
  readonly codes: ReadonlySet<number>;
  readonly letters: ReadonlyMap<number, string>;
  readonly program: FontProgram | undefined;
}

const fontsOf = memo(({ file, painted }: Inspection): readonly UsedFont[] =>
  [...painted.codes].map(([number, codes]) => readFont(file, number, codes)),
);

function readFont(file: PdfFile, number: number, codes: ReadonlySet<number>): UsedFont {
  const dictionary = readDictionary(objectText(file, number));
  const kind = (dictionary.get('Subtype') ?? '').slice(1);
  const [below] = referencesIn(dictionary.get('DescendantFonts'));
  const inner = below === undefined ? dictionary : readDictionary(objectText(file, below));
  const about = referenceIn(inner.get('FontDescriptor'));
  const descriptor = about === undefined ? new Map<string, string>() : readDictionary(objectText(file, about));
  const program = referenceIn(descriptor.get('FontFile2'));
  const map = referenceIn(dictionary.get('ToUnicode'));
  return {
    name: inner.get('BaseFont') ?? dictionary.get('Name') ?? String(number),
    kind,
    dictionary,
    inner,
    descriptor,
    codes,
    letters: map === undefined ? new Map() : lettersIn(file, map),
    program: program === undefined ? undefined : readFontProgram(streamData(file, program)),
  };
}

/** Widths by glyph of a composite font (`/W`; ISO 32000-1, 9.7.4.3). */
function widthsOf({ inner }: UsedFont): (code: number) => number {
  const known = new Map<number, number>();
  const tokens = readArray(inner.get('W') ?? '[]');
  for (let at = 0; at < tokens.length;) {
    const first = Number(tokens[at]);
    const second = tokens[at + 1] ?? '';
    if (second.startsWith('[')) {
      readArray(second).forEach((width, i) => known.set(first + i, Number(width)));
      at += 2;
    } else {
      for (let code = first; code <= Number(second); code++) known.set(code, Number(tokens[at + 2]));
      at += 3;
    }
  }
  const fallback = Number(inner.get('DW') ?? 1000);
  return (code) => known.get(code) ?? fallback;
}

const perFont = (id: string, says: string, find: (font: UsedFont) => readonly string[]): UaRule => ({
  id,
  says,
  find: (file) => fontsOf(file).flatMap((font) => find(font).map((detail) => `${font.name}: ${detail}`)),
});

const isComposite = ({ kind }: UsedFont): boolean => kind === 'Type0';
const perCode = (font: UsedFont, isRight: (code: number) => boolean): readonly string[] =>
  [...font.codes].filter((code) => !isRight(code)).map((code) => `glyph ${code}`);

/** All fonts are composite or drawn (`Type3`): rules about other kinds hold as long as there are none. */
const onlyKnown = (id: string, says: string): UaRule =>
  perFont(id, says, ({ kind }) => when(kind !== 'Type0' && kind !== 'Type3', kind));

/** Codes are the numbers of glyphs (`Identity-H`), so that no table of characters is needed, in the file or another. */
const identity = (id: string, says: string): UaRule =>
  perFont(id, says, (font) =>
    when(isComposite(font) && !/^\/Identity-[HV]$/.test(font.dictionary.get('Encoding') ?? ''), 'another encoding'),
  );

const isMapped = (letter: string | undefined): boolean => letter !== undefined && letter !== '';

/** Rules about fonts. */
export const fontRules: readonly UaRule[] = [
  identity('7.21.3.1-1', 'A font and its table of characters are of one kind.'),
  perFont('7.21.3.2-1', 'A font tells which glyph a code is.', (font) =>
    when(font.inner.get('Subtype') === '/CIDFontType2' && !font.inner.has('CIDToGIDMap'), 'no map'),
  ),
  identity('7.21.3.3-1', 'Tables of characters are in the file.'),
  identity('7.21.3.3-2', 'Tables of characters have one direction of writing.'),
  identity('7.21.3.3-3', 'Tables of characters do not rest on others.'),
  perFont('7.21.4.1-1', 'Fonts are in the file.', ({ kind, descriptor }) =>
    when(kind !== 'Type3' && ![...descriptor.keys()].some((key) => key.startsWith('FontFile')), 'not embedded'),
  ),
  perFont('7.21.4.1-2', 'Fonts have the glyphs that are shown.', (font) =>
    font.kind === 'Type3'
      ? perCode(font, (code) => glyphName(font, code) !== undefined)
      : perCode(font, (code) => font.program === undefined || code < font.program.glyphs),
  ),
  perFont('7.21.4.2-1', 'A list of glyphs is complete.', ({ descriptor }) =>
    when(descriptor.has('CharSet'), 'CharSet'),
  ),
  perFont('7.21.4.2-2', 'A set of glyphs is complete.', ({ descriptor }) => when(descriptor.has('CIDSet'), 'CIDSet')),
  perFont('7.21.5-1', 'Widths in the file are those of the font.', (font) => {
    if (!font.program) return [];
    const widthOf = widthsOf(font);
    return perCode(font, (code) => Math.abs((font.program?.widthOf(code) ?? widthOf(code)) - widthOf(code)) <= 1);
  }),
  onlyKnown('7.21.6-1', 'A simple font has a table of characters.'),
  onlyKnown('7.21.6-2', 'A simple font has an encoding.'),
  onlyKnown('7.21.6-3', 'A font of signs has no encoding.'),
  onlyKnown('7.21.6-4', 'A font of signs has one table of characters.'),
  perFont('7.21.7-1', 'Every glyph means a letter.', (font) =>
    perCode(font, (code) => isMapped(font.letters.get(code))),
  ),
  perFont('7.21.7-2', 'No glyph means a character that is none.', (font) =>
    perCode(font, (code) => !/[\u0000\ufffe\ufeff]/.test(font.letters.get(code) ?? '')),
  ),
  perFont('7.21.8-1', 'No glyph stands for a missing one.', (font) =>
    font.kind === 'Type3'
      ? perCode(font, (code) => glyphName(font, code) !== '.notdef')
      : perCode(font, (code) => code !== 0),
  ),
];

/** Name of a glyph of a font that is drawn: `/Differences [2 /g2 /g3]`. */
function glyphName({ dictionary }: UsedFont, code: number): string | undefined {
  const encoding = dictionary.get('Encoding') ?? '';
  if (!encoding.startsWith('<<')) return undefined;
  let at = 0;
  for (const token of readArray(readDictionary(encoding).get('Differences') ?? '[]')) {
    if (!token.startsWith('/')) at = Number(token);
    else if (at++ === code) return token.slice(1);
  }
  return undefined;
}
