import type { Block } from './block.ts';
import { PlainBuilder, type Plain } from './plain.ts';
import { splitSentences, type Range } from './sentences.ts';

/** A statement before it has an id: its text, and its place in the source. */
export interface Piece {
  readonly text: string;
  readonly range: Range;
  /** The block that it stands in. */
  readonly block: Block;
}

type Text = Extract<Block, { kind: 'text' | 'formula' }>;

const ends = /[.!?…:]["'”’»)\]}]*\s*$/;
const goesOn = /^[\s,;]*["'“‘«(]*\p{Ll}/u;

/** Whether a formula on a line of its own and the text beside it are one sentence. */
function isOneSentence(before: Text, after: Text): boolean {
  if (before.holder.list !== after.holder.list) return false;
  if (after.kind === 'formula') return before.kind === 'text' && !ends.test(before.plain.text);
  return before.kind === 'formula' && !/[.!?]\s*$/.test(before.plain.text) && goesOn.test(after.plain.text);
}

/** One text of the parts of a sentence that displayed formulas interrupt. */
function whole(parts: readonly Text[]): readonly Text[] {
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return parts;
  const builder = new PlainBuilder();
  for (const { plain } of parts) builder.append(plain);
  return [{ ...first, plain: builder.build(), at: [first.at[0], last.at[1]] }];
}

/** Joins the parts of sentences that a displayed formula interrupts. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  let open: Text[] = [];
  for (const block of blocks) {
    if (block.kind === 'aside') continue;
    const text = block.kind === 'text' || block.kind === 'formula' ? block : undefined;
    const last = open.at(-1);
    if (text === undefined || last === undefined || !isOneSentence(last, text)) {
      result.push(...whole(open));
      open = [];
    }
    if (text === undefined) result.push(block);
    else open.push(text);
  }
  return [...result, ...whole(open)];
}

/** The statements of the blocks of one section, in order. */
export function piecesOf(source: string, blocks: readonly Block[], lang: string): readonly Piece[] {
  return joined(blocks).flatMap((block): readonly Piece[] => {
    if (block.kind === 'text' || block.kind === 'formula') return textPieces(source, block, lang);
    if (block.kind !== 'row' || block.header === true) return [];
    return [{ text: block.cells.map(({ text }) => text.trim()).join(' · '), range: block.at, block }];
  });
}

function textPieces(source: string, block: Text, lang: string): readonly Piece[] {
  const { plain, at } = block;
  const isJoined = (a: number, b: number): boolean => plain.group(a) > 0 && plain.group(a) === plain.group(b);
  const sentences = splitSentences(plain.text, lang, isJoined);
  return sentences.map((sentence, i) => ({
    text: plain.text.slice(...sentence),
    range: sourceRange(source, plain, at, sentences, i),
    block,
  }));
}

/** The place of a sentence in the source, with the Markdown marks that touch it. */
function sourceRange(source: string, plain: Plain, limits: Range, sentences: readonly Range[], i: number): Range {
  const bounds = (k: number): Range | undefined => {
    const sentence = sentences[k];
    return sentence && [plain.from(sentence[0]) ?? 0, plain.to(sentence[1] - 1) ?? 0];
  };
  const [first, last] = bounds(i) ?? limits;
  const nextStart = bounds(i + 1)?.[0] ?? limits[1];
  const previousEnd = bounds(i - 1)?.[1] ?? limits[0];
  let [start, end] = [first, last];
  while (end < nextStart && /\S/.test(source.charAt(end))) end++;
  while (start > previousEnd && /\S/.test(source.charAt(start - 1))) start--;
  // Marks between two sentences without a space belong to the first.
  return [start === previousEnd && i > 0 ? first : start, end];
}
