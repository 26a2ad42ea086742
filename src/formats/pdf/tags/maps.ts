import { readDictionary } from '../dictionary.ts';
import { isStream, objectText, type PdfFile } from '../objects.ts';
import { readStream, referenceIn, writeStream } from './streams.ts';

/** What a glyph must not be said to mean (ISO 14289-1, 7.21.7): no character, and the marks of byte order. */
const forbidden = /^(?:[0-9A-F]{4})*(?:0000|FFFE|FEFF)/i;
/** "A character that is not known". */
const unknown = 'FFFD';

/**
 * Some glyphs stand for a part of a letter and mean nothing by themselves. The browser maps them to U+0000, which no file
 * may that says it is accessible; what they mean together stands beside them (`/ActualText`).
 */
export function mendMaps(file: PdfFile): void {
  for (const number of mapsOf(file)) {
    const { dictionary, text } = readStream(file, number);
    const mended = mendMap(text);
    if (mended !== text) writeStream(file, number, dictionary, mended);
  }
}

function mapsOf(file: PdfFile): ReadonlySet<number> {
  const maps = new Set<number>();
  for (const [number, object] of file.objects) {
    if (isStream(object) || !objectText(file, number).includes('/ToUnicode')) continue;
    const map = referenceIn(readDictionary(objectText(file, number)).get('ToUnicode'));
    if (map !== undefined) maps.add(map);
  }
  return maps;
}

function mendMap(text: string): string {
  return text
    .replaceAll(/(beginbfchar\s)([^e]*)(?=endbfchar)/g, (_, begin: string, lines: string) => begin + mendSingles(lines))
    .replaceAll(
      /(beginbfrange\s)([^e]*)(?=endbfrange)/g,
      (_, begin: string, lines: string) => begin + mendRanges(lines),
    );
}

const mendSingles = (lines: string): string =>
  lines.replaceAll(/<([0-9A-F]+)>(\s*)<([0-9A-F]+)>/gi, (whole, code: string, space: string, to: string) =>
    forbidden.test(to) ? `<${code}>${space}<${unknown}>` : whole,
  );

const mendRanges = (lines: string): string =>
  lines.replaceAll(
    /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>/gi,
    (whole, first: string, last: string, to: string) => {
      const count = parseInt(last, 16) - parseInt(first, 16) + 1;
      const targets = Array.from({ length: count }, (_, i) => hexOf(parseInt(to, 16) + i));
      if (!targets.some((target) => forbidden.test(target))) return whole;
      return `<${first}> <${last}> [${targets.map((target) => `<${forbidden.test(target) ? unknown : target}>`).join(' ')}]`;
    },
  );

const hexOf = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');
