import type { PdfFile } from '../objects.ts';
import type { ContentUse } from './content.ts';
import { FontTexts } from './fonts.ts';
import type { SlideFacts } from './page.ts';
import { isElem, isMark, type Elem, type MarkKid } from './tree.ts';

/** Why a file may not say that it is accessible. */
export interface TagFlaw {
  /** Index of the slide; none for the file as a whole. */
  readonly slide?: number;
  readonly kind:
    'lost-text' | 'extra-text' | 'missing-glyph' | 'unnamed-picture' | 'no-structure' | 'page-count' | 'rule';
  /** The words around the place, or what is missing. */
  readonly detail: string;
}

/** Streams of pages and forms with what is needed to read their text. */
export interface ReadStreams {
  readonly useOf: (number: number) => { readonly use: ContentUse; readonly resources: string } | undefined;
}

/** Letters and digits alone, in one case: line breaks, ligatures and signs do not count as loss. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Reads what an element says, with what stands for pictures and formulas in their places. */
export function textReader(file: PdfFile, streams: ReadStreams) {
  const fonts = new FontTexts(file);
  const gaps: string[] = [];
  const ofMark = (kid: MarkKid): string => {
    const read = streams.useOf(kid.form ?? kid.page);
    const mark = read?.use.marks.get(kid.mark);
    if (!read || !mark) return '';
    const { text, hasGap } = fonts.textOf(mark.pieces, read.use.operations, read.resources);
    if (hasGap) gaps.push(text);
    return text;
  };
  const ofElem = (elem: Elem): string => {
    const alt = elem.entries.get('Alt') ?? elem.entries.get('ActualText');
    // A newer browser tags the numbers of lists; an older one paints them without a tag.
    if (elem.type === 'Lbl') return '';
    const inside = elem.kids.map((kid) => (isElem(kid) ? ofElem(kid) : isMark(kid) ? ofMark(kid) : '')).join('');
    return alt === undefined ? inside : pdfText(alt);
  };
  return { ofElem, gaps };
}

/** The text of a PDF string: hexadecimal UTF-16 or an escaped literal. */
export function pdfText(value: string): string {
  if (value.startsWith('<')) {
    const bytes = Buffer.from(value.replace(/[<>\s]/g, ''), 'hex');
    return decodeText(bytes);
  }
  const literal = value
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, other?: string) =>
      octal === undefined ? (other ?? '') : String.fromCharCode(parseInt(octal, 8)),
    );
  return decodeText(Buffer.from(literal, 'latin1'));
}

const decodeText = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');

/** How much of the text around a difference is quoted, in letters. */
const quoted = 24;

/**
 * Compares what the tags of a slide say with what its page says, letter by letter in the order of reading. A difference is
 * told in words of the slide, as they are written there.
 */
export function compareSlide(slide: number, said: string, { text, unnamed }: SlideFacts): readonly TagFlaw[] {
  const page = text.replaceAll('\ue0f0', '');
  const has = lettersOf(said);
  const must = lettersOf(page);
  const flaws: TagFlaw[] = [];
  if (unnamed > 0) flaws.push({ slide, kind: 'unnamed-picture', detail: String(unnamed) });
  if (has === must) return flaws;
  let at = 0;
  while (at < must.length && must[at] === has[at]) at++;
  const isLost = must.length >= has.length;
  return [...flaws, { slide, kind: isLost ? 'lost-text' : 'extra-text', detail: wordsAt(isLost ? page : said, at) }];
}

/** The words from the one that holds a letter on. */
function wordsAt(text: string, letter: number): string {
  const at = placeOf(text, letter);
  let start = at;
  while (start > 0 && /\S/.test(text[start - 1] ?? '')) start--;
  const words = text.slice(start);
  const end = placeOf(words, quoted);
  return words
    .slice(0, end + words.slice(end).search(/\s|$/))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where a letter stands in a text, by its number. */
function placeOf(text: string, letter: number): number {
  let left = letter;
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const letters = lettersOf(cluster).length;
    if (letters > left) return index;
    left -= letters;
  }
  return text.length;
}
