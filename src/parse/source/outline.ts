import type { Block } from './block.ts';
import type { Range } from './sentences.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** A section of the source: its heading and what stands under it. */
export interface Part {
  readonly heading?: Heading;
  /** The headings above it, from the highest. */
  readonly parents: readonly Heading[];
  readonly blocks: Block[];
}

/** The source divided into sections. */
export interface Parts {
  readonly title?: Heading;
  readonly parts: readonly Part[];
  /** Headings inside sections, which are no statements and no sections. */
  readonly inner: readonly Heading[];
}

const isText = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'aside';

/**
 * The level of the headings that divide the text: 2 where there are any, else the highest below it, else 1;
 * 1 as well where most are of that. A chapter of
 * a book may begin with the only heading of its level: that one is the title, and the next level divides.
 */
function sectionLevel(headings: readonly Heading[]): number {
  const levels = headings.map(({ level }) => level);
  const highest = levels.filter((level) => level >= 2).reduce((a, b) => Math.min(a, b), Infinity);
  if (highest === Infinity) return 1;
  // Most of the headings are of the highest level: a few below them divide nothing.
  const count = (wanted: number): number => levels.filter((level) => level === wanted).length;
  if (count(1) > 1 && count(1) > count(highest)) return 1;
  const deeper = levels.filter((level) => level > highest);
  const isTitle = levels[0] === highest && deeper.length > 1 && levels.length === deeper.length + 1;
  return isTitle ? deeper.reduce((a, b) => Math.min(a, b)) : highest;
}

/** The first heading of level 1 is the title, unless the text has only such headings and text directly under it. */
function titleOf(blocks: readonly Block[], headings: readonly Heading[], level: number): Heading | undefined {
  const first = headings.find((heading) => heading.level === 1);
  if (first === undefined) return headings.find((heading, i) => i === 0 && heading.level < level);
  if (level > 1) return first;
  const following = blocks.slice(blocks.indexOf(first) + 1).find(({ kind }) => kind !== 'aside');
  return headings.length === 1 || following?.kind === 'heading' ? first : undefined;
}

/** Divides blocks into sections. */
export function partsOf(blocks: readonly Block[]): Parts {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const level = sectionLevel(headings);
  const title = titleOf(blocks, headings, level);
  const parts: Part[] = [];
  const inner: Heading[] = [];
  let above: Heading[] = [];
  let pending: Heading | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (block === title) continue;
      if (block.level > level) {
        inner.push(block);
        parts.at(-1)?.blocks.push(block);
      } else {
        above = above.filter((heading) => heading.level < block.level);
        if (block.level === level) parts.push({ heading: block, parents: above, blocks: [] });
        pending = block.level < level ? block : undefined;
        above = [...above, block];
      }
      continue;
    }
    if (isText(block) && (pending !== undefined || parts.length === 0)) {
      // Text directly under a heading above the section level has that heading for its section.
      parts.push({ ...(pending && { heading: pending }), parents: above.slice(0, -1), blocks: [] });
      pending = undefined;
    }
    parts.at(-1)?.blocks.push(block);
  }
  return { ...(title && { title }), parts, inner };
}

/** The place of a part's heading, or of its first text. */
export const partRange = ({ heading, blocks }: Part): Range => heading?.at ?? blocks.find(isText)?.at ?? [0, 0];
