import { Recent } from '../../base/index.ts';

/** One block of a text: what is measured, and what may go on to another slide. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'code' | 'table' | 'quote' | 'figure' | 'rule';
  /** The block's own Markdown. */
  readonly markdown: string;
  /** How deep a list item stands, from 0. */
  readonly depth: number;
}

const fence = /^(\s*)(`{3,}|~{3,})/;
const item = /^(\s*)(?:[-*+]|\d+[.)]) /;

/** Whether a line is a picture and nothing else. */
const isPicture = (line: string): boolean => line.startsWith('<img') && line.indexOf('>') === line.trimEnd().length - 1;

function kindOf(line: string): Block['kind'] {
  if (item.test(line)) return 'item';
  if (/^\s*\|/.test(line)) return 'table';
  if (/^\s*>/.test(line)) return 'quote';
  if (line.startsWith('<figure') || isPicture(line)) return 'figure';
  return line.startsWith('<hr') ? 'rule' : 'paragraph';
}

/** Fitting measures the same texts at one size after another. */
const divided = new Recent<readonly Block[]>(200_000);

/** Divides Markdown as Lectern writes it into blocks; every item of a list is one. */
export const blocksOf = (markdown: string): readonly Block[] =>
  divided.getOrMake(
    markdown,
    () => divide(markdown),
    () => markdown.length,
  );

function divide(markdown: string): readonly Block[] {
  const found: { kind: Block['kind']; lines: string[]; depth: number }[] = [];
  let open: string | undefined;
  let isNew = true;
  for (const line of markdown.trim().split('\n')) {
    const mark = fence.exec(line)?.[2];
    const last = found.at(-1);
    if (open !== undefined) {
      last?.lines.push(line);
      if (mark !== undefined && line.trim() === open) open = undefined;
      continue;
    }
    if (mark !== undefined) {
      open = mark;
      found.push({ kind: 'code', lines: [line], depth: 0 });
    } else if (line.trim() === '') {
      isNew = true;
      continue;
    } else {
      const kind = kindOf(line);
      const goesOn = last !== undefined && !isNew && kind !== 'item' && (kind === last.kind || last.kind === 'item');
      const belongs = last?.kind === 'item' && kind !== 'item' && /^\s/.test(line);
      if (last && (goesOn || belongs)) last.lines.push(line);
      else found.push({ kind, lines: [line], depth: Math.floor((item.exec(line)?.[1]?.length ?? 0) / 2) });
    }
    isNew = false;
  }
  return found.map(({ kind, lines, depth }) => ({ kind, markdown: lines.join('\n'), depth }));
}

/** Puts blocks together again; items that follow each other stay one list. */
export const joinBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(
      (block, i) =>
        (i === 0 ? '' : block.kind === 'item' && blocks[i - 1]?.kind === 'item' ? '\n' : '\n\n') + block.markdown,
    )
    .join('');

/** Longest piece of a text without a full stop, in characters. */
const longest = 220;

/** Sentences of a paragraph that may stand on different slides: no markup reaches from one into the next. */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences = balanced(paragraph.split(/(?<=[.!?…。？！]) +/));
  return sentences.flatMap((sentence) => (sentence.length > longest ? phrasesOf(sentence) : [sentence]));
}

/** A very long sentence gives way at its spaces, first after a comma or semicolon. */
function phrasesOf(sentence: string): readonly string[] {
  const phrases = balanced(sentence.split(/(?<=[,;:]) +/));
  return phrases.flatMap((phrase) => {
    if (phrase.length <= longest || /[<*`$[\]]/.test(phrase)) return [phrase];
    return phrase.match(new RegExp(`.{1,${longest}}(?: |$)`, 'gs'))?.map((part) => part.trim()) ?? [phrase];
  });
}

const marks = /\*\*|[*`$]|<[a-z]/g;

/** Joins pieces again between which some markup is open. */
function balanced(parts: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let open: string[] = [];
  let [opened, tags] = [0, 0];
  for (const part of parts) {
    open.push(part);
    // Every mark is counted once: what stays open to the end would be counted again with each piece.
    opened += (part.match(marks) ?? []).filter((mark) => !mark.startsWith('<')).length;
    tags += (part.match(/<[a-z]/g) ?? []).length - (part.match(/<\/|\/>/g) ?? []).length;
    if (opened % 2 !== 0 || tags !== 0) continue;
    pieces.push(open.join(' '));
    open = [];
  }
  return open.length === 0 ? pieces : [...pieces, open.join(' ')];
}
