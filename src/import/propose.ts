import { termsOf } from '../coverage/index.ts';
import { wordsIn, type ReadSource } from '../parse/index.ts';
import { asInline } from './escape.ts';

/** A text of fewer words is one section. */
const leastWords = 320;
/** So many words are about one section. */
const sectionWords = 200;
/** Longer texts have longer sections. */
const mostSections = 40;

/** A text with headings that were proposed for it. */
export interface Proposed {
  readonly markdown: string;
  readonly sections: number;
}

interface Chunk {
  readonly start: number;
  readonly texts: string[];
  words: number;
}

/** The paragraphs of the only section, in chunks of some length. */
function chunksOf({ sections: [only] }: ReadSource): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const all = (only?.section.statements ?? []).reduce((sum, { text }) => sum + wordsIn(text), 0);
  const enough = Math.max(sectionWords, all / mostSections);
  for (const block of only?.part.blocks ?? []) {
    const text = block.kind === 'text' ? block.plain.text : '';
    const last = chunks.at(-1);
    const canBegin = block.kind === 'text' && block.holder.list === undefined && block.holder.quote !== true;
    if (canBegin && (last === undefined || last.words >= enough))
      chunks.push({ start: block.at[0], texts: [text], words: wordsIn(text) });
    else if (last !== undefined) {
      last.texts.push(text);
      last.words += wordsIn(text);
    }
  }
  return chunks;
}

/** The words that a chunk says more often than the others, as they are written in it. */
function titleOf(own: Counts, counts: readonly Counts[]): string {
  const scored = [...own.values()].map(({ key, written, count, at }) => {
    const spread = counts.filter((other) => other.has(key)).length;
    return { written, score: count * Math.log(1 + counts.length / spread), at };
  });
  const best = scored.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, 3);
  const words = best.map(({ written }) => written);
  return words.map((word, i) => (i === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join(', ');
}

interface Count {
  readonly key: string;
  readonly written: string;
  readonly at: number;
  readonly count: number;
}

type Counts = ReadonlyMap<string, Count>;

function countsOf({ texts }: Chunk, lang: string): Counts {
  const found = new Map<string, Count>();
  for (const { key, written, at, kind } of termsOf(texts.join(' '), lang)) {
    if (kind !== 'word' || written.length < 5) continue;
    const known = found.get(key);
    found.set(key, { key, written: known?.written ?? written, at: known?.at ?? at, count: (known?.count ?? 0) + 1 });
  }
  return found;
}

/** Proposes sections for a long text that has no headings; undefined for any other. */
export function withSections(source: ReadSource, lang: string): Proposed | undefined {
  const hasHeadings = source.sections.length !== 1 || source.sections[0]?.part.heading !== undefined;
  const chunks = hasHeadings ? [] : chunksOf(source);
  const words = chunks.reduce((sum, chunk) => sum + chunk.words, 0);
  if (words < leastWords || chunks.length < 2) return undefined;
  const counts = chunks.map((chunk) => countsOf(chunk, lang));
  let markdown = '';
  let from = 0;
  for (const [i, chunk] of chunks.entries()) {
    const line = source.text.lastIndexOf('\n', chunk.start - 1) + 1;
    markdown += `${source.text.slice(from, line)}## ${asInline(titleOf(counts[i] ?? new Map(), counts)) || '–'}\n\n`;
    from = line;
  }
  return { markdown: markdown + source.text.slice(from), sections: chunks.length };
}
