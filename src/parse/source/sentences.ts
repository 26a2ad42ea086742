import { memo } from '../../base/index.ts';
import { formats } from '../schema/index.ts';
import {
  abbreviationsOf,
  afterOrdinal,
  beforeLetter,
  beforeNumber,
  beforeOrdinal,
  maybeLast,
  midSentence,
  starters,
  type Abbreviations,
} from './abbreviations.ts';

/** A half-open range of offsets in a text. */
export type Range = readonly [start: number, end: number];

/** A tag that is not valid has its own diagnostic; the text is then split as English. */
const segmenterFor = memo(
  (lang: string) =>
    new Intl.Segmenter(formats.language?.fits(lang) === true ? lang : 'en', { granularity: 'sentence' }),
);

const terminated = /(?<![.!?…])([.!?…]+)((?:["'”’»)\]}]|[\s\u00a0]»)*)$/;
const candidates = /[.!?…](?:["'”’»)\]}]|\s»)*\s+(?=\S)/g;
const hasWord = /[\p{L}\p{N}]/u;
const ordinaryLower = /^["'“‘«„¿¡([]*\p{Ll}/u;
/** mTOR, pH, siRNA, p53, α-MT: names that begin with a small letter. */
const namedLower = /^["'“‘«„¿¡([]*(?:[a-z]{1,3}[A-Z]|[a-z]\d|[α-ω])/;
/** Dutch 's Avonds, 't Is. */
const apostrophe = /^['’‘][a-z]{1,2} \p{Lu}/u;

/**
 * Splits plain text into sentences: the boundaries of `Intl.Segmenter`, corrected for abbreviations, initials, quoted
 * speech, and sentences that begin with a number or a name in small letters.
 * @param isJoined whether the two characters at these offsets stand in one piece of code or math, which is never split.
 * @returns ranges without white space around them, in order; together they hold every word of the text.
 */
export function splitSentences(
  text: string,
  lang: string,
  isJoined: (a: number, b: number) => boolean = () => false,
): readonly Range[] {
  const official = officialBoundaries(text, segmenterFor(lang));
  const own = abbreviationsOf(lang);
  const writer: Writer = { own, isSmall: !/\p{Lu}/u.test(text) };
  const extra = [...text.matchAll(candidates)].map((match) => match.index + match[0].length);
  const boundaries = [...new Set([...official, ...extra])].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  let start = 0;
  for (const boundary of [...boundaries, text.length]) {
    if (boundary <= start) continue;
    const before = text.slice(Math.max(start, boundary - 80), boundary).trimEnd();
    const after = text.slice(boundary, boundary + 60);
    const isInside = isJoined(boundary - 1, boundary) || !endsSentence(before, after, official.has(boundary), writer);
    if (boundary < text.length && isInside) continue;
    push(ranges, text, start, boundary);
    start = boundary;
  }
  return ranges;
}

/** Anything but its last character after which a sentence could end; the segmenter is slow to start for each list item. */
const mayEnd = /[\p{Sentence_Terminal}…](?!\s*$)/u;

/** So much is given to the segmenter at once: each of its segments holds a copy of the whole. */
const windowSize = 2_000;
/** A boundary closer to the end of a window is looked at again with what follows. */
const margin = 200;

/** Where sentences begin according to Unicode. */
function officialBoundaries(text: string, segmenter: Intl.Segmenter): ReadonlySet<number> {
  const boundaries = new Set<number>();
  if (!mayEnd.test(text)) return boundaries;
  let start = 0;
  let size = windowSize;
  while (start < text.length) {
    const isLast = start + size >= text.length;
    const limit = isLast ? text.length : start + size - margin;
    let next = start;
    for (const { index } of segmenter.segment(text.slice(start, start + size))) {
      if (start + index > limit) break;
      boundaries.add(start + index);
      next = start + index;
    }
    if (isLast) return boundaries;
    size = next === start ? size * 2 : windowSize;
    start = next;
  }
  return boundaries;
}

/** Adds a trimmed range; one without any letter or digit joins the range before it. */
function push(ranges: [number, number][], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const start = from + piece.indexOf(trimmed);
  const last = ranges.at(-1);
  if (last !== undefined && (!hasWord.test(trimmed) || !hasWord.test(text.slice(last[0], last[1]))))
    last[1] = start + trimmed.length;
  else ranges.push([start, start + trimmed.length]);
}

/** How a text is written. */
interface Writer {
  readonly own: Abbreviations | undefined;
  /** No capital anywhere: sentences begin with small letters. */
  readonly isSmall: boolean;
}

function endsSentence(before: string, after: string, official: boolean, { own, isSmall }: Writer): boolean {
  const [whole = '', mark = '', closers = ''] = terminated.exec(before) ?? [];
  if (whole === '') return official;
  if (!hasWord.test(after)) return true;
  // The mark that closes a quotation stands behind a space in French.
  if (/^(?:[»”)\]]|’(?!\p{L}))/u.test(after)) return false;
  const startsNamed = namedLower.test(after) || apostrophe.test(after);
  const startsSmall = ordinaryLower.test(after) && !startsNamed;
  if (startsSmall && !isSmall) return false;
  const head = before.slice(0, before.length - whole.length);
  const token = /(?<![^\s("'“‘«[])[^\s("'“‘«[]*$/.exec(head)?.[0] ?? '';
  if (token === '') {
    // A stop behind a quotation: “called a 'pump'. It …”.
    const quoted = /[\p{L}\p{N}]["'“”’»)\]}]+$/u.test(head);
    return quoted && mark === '.' ? !ordinaryLower.test(after) : !/[.…]/.test(mark) && official;
  }
  const isStop = mark === '.';
  if (isStop && (own === undefined ? isAbbreviation(token, head, after) : isAbbreviated(token, head, after, own)))
    return false;
  // Without capitals only a word or number that is no abbreviation ends a sentence.
  if (startsSmall) return mark !== '…' && closers === '' && isWord(token);
  if (official || /\s»$/.test(closers)) return true;
  if (startsNamed || (mark === '…' && /^["'“‘«„¿¡([]*[\p{Lu}\p{N}]/u.test(after))) return true;
  return /^["'“‘«„¿¡([]*\p{N}/u.test(after) && (!isStop || closers !== '' || isWord(token));
}

/** Whether a token before a full stop is surely a word or a quantity, so that a number after it begins a sentence. */
const isWord = (token: string): boolean => /\p{L}{3}|\p{N}|%/u.test(token);

function isAbbreviation(token: string, head: string, after: string): boolean {
  const word = token.toLowerCase();
  if (midSentence.has(word)) return true;
  const next = /^["'“‘«„¿¡([]*([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u.exec(after)?.[1] ?? '';
  const nextIsNumber = /^["'“‘«„¿¡([]*\p{N}/u.test(after);
  if (beforeNumber.has(word) && nextIsNumber) return true;
  const begins = starters.has(next.toLowerCase());
  if (maybeLast.has(word)) return /^(?:[([]|(?:Ltd|Inc|KG)\b)/.test(after) || nextIsNumber;
  if (/^(?:\p{Lu}\.?-?)+$/u.test(token)) return isInitial(token, head, begins);
  return /^(?:\p{L}\.)+\p{L}$/u.test(token) && !begins;
}

/** The same for languages other than Dutch and English. */
function isAbbreviated(token: string, head: string, after: string, own: Abbreviations): boolean {
  const word = token.toLowerCase().replace(/^\p{L}['’]/u, '');
  const next = (/^["'“‘«„¿¡([]*([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u.exec(after)?.[1] ?? '').toLowerCase();
  const begins = own.starters.has(next.split(/['’]/, 1)[0] ?? '');
  if (own.mayEnd.has(word)) return /^[([\p{N}]/u.test(after);
  if (own.words.has(word)) return /^[([\p{N}]/u.test(after);
  if (closesSentence({ word, head, after, begins }, own)) return false;
  if (own.before.has(word)) return true;
  if (own.ordinals && /^(?:\p{N}{1,3}|[IVX]+)$/u.test(token)) {
    const previous = (/(?<!\p{L})(\p{L}+)\s+\S*$/u.exec(head)?.[1] ?? '').toLowerCase();
    return afterOrdinal.has(next) || (beforeOrdinal.has(previous) && !begins);
  }
  if (word === 'co') return /^(?:KG|OHG)/.test(after);
  // A unit behind a number, 2 h, is no abbreviation of the next word.
  if (/\p{N}\s+[ghlmst]$/u.test(head) && /^\p{Lu}/u.test(after)) return false;
  // z. B., u. a., p. ej.: single letters.
  if (/^\p{Ll}$/u.test(token)) return true;
  if (/^(?:\p{Lu}\.?-?)+$/u.test(token)) return isInitial(token, head, begins);
  return /^(?:\p{L}\.)+\p{L}$/u.test(token) && !begins;
}

/** An abbreviation with the text around it, and whether the next word often begins a sentence. */
interface Around {
  readonly word: string;
  readonly head: string;
  readonly after: string;
  readonly begins: boolean;
}

/**
 * Whether an abbreviation that belongs to what stands before it, “art. 2043 c.c. È …”, ends its sentence. Where nouns have small
 * letters a capital behind a numbered article is enough.
 */
function closesSentence({ word, head, after, begins }: Around, own: Abbreviations): boolean {
  if (!/^["'“‘«„¿¡([]*\p{Lu}/u.test(after)) return false;
  if (own.closers.has(word) && begins) return true;
  const isOfNumber = /\p{N}[ \u00a0]+$/u.test(head.slice(0, head.length - word.length));
  const isLaw = own.closers.has(word) || /^(?:\p{Ll}\.){1,3}\p{Ll}$/u.test(head.slice(head.length - word.length));
  return isOfNumber && isLaw && !own.ordinals && !own.eras.has(word);
}

/** J. Jansen, S.B. Klein; but not group B. or vitamin C. */
function isInitial(token: string, head: string, nextBegins: boolean): boolean {
  if (token.length > 1 && !token.includes('.')) return false;
  // The last of several letters: types A, B and C.
  if (/(?<!\p{L})\p{Lu}\s+(?:en|and|und|et|y|e|of|or|oder|ou|o)\s+\p{Lu}$/u.test(head)) return false;
  const previous = /(?<!\p{L})(\p{L}+)\s+\S*$/u.exec(head)?.[1]?.toLowerCase() ?? '';
  return !nextBegins && !beforeLetter.has(previous);
}
