import { isObject } from '../../base/index.ts';
import { Picture, textOf } from '../helper.ts';
import { Rich } from '../text/rich.ts';
import { blocksOf, type Block } from './blocks.ts';
import { isThere, sizes, smallest, stacked, type Measure, type Place } from './scale.ts';
import { tableHeight } from './table.ts';
import { partedTex, texSize, wrappedHeight } from './tex.ts';
import { isSmallest, joined, textHeight } from './text.ts';
import { visible, visibleValue } from './visible.ts';

/** The height of what a helper or a Markdown text writes, in px. */
export function contentHeight(
  kind: 'block' | 'list' | 'code' | 'tex' | 'picture',
  value: unknown,
  place: Place,
  on: Measure & { leading: number; apart: number },
): number {
  if (!isThere(value)) return 0;
  switch (kind) {
    case 'block':
      return value instanceof Rich ? blocksHeight(blocksOf(value.markdown), place, on) : 0;
    case 'list':
      return listHeight(Array.isArray(value) ? value : [], place, on);
    case 'code':
      return codeHeight(value instanceof Rich ? value.source : textOf(value), place, on);
    case 'tex':
      return texHeight(value instanceof Rich ? value.source : textOf(value), place, on);
    case 'picture':
      return value instanceof Picture ? pictureHeight(value, place, on) : 0;
  }
}

/** The size of what is nested in a list. */
const nestedSize = (size: number, { plan }: Measure): number => Math.max(smallest.text, size * plan.text.small);

/** The height of the blocks of a text, in px. */
export function blocksHeight(blocks: readonly Block[], place: Place, on: Measure & { leading: number }): number {
  let height = 0;
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (before) {
      const isList = block.kind === 'item' && before.kind === 'item';
      height += place.size * (isList ? (block.depth > 0 ? 0.3 : 0.5) : 0.55);
    }
    height += blockHeight(block, place, on);
  });
  return height;
}

function blockHeight({ kind, markdown, depth }: Block, place: Place, on: Measure & { leading: number }): number {
  const { size, width } = place;
  switch (kind) {
    case 'item': {
      const own = depth > 0 ? nestedSize(size, on) : size;
      const indent = size * (/^\s*\d/.test(markdown) ? 1.45 : 1.05) + depth * own * 1.2;
      const [first = '', ...more] = markdown.replace(/^\s*(?:[-*+]|\d+[.)]) /, '').split(/\n\s*\n/);
      const texts = [first, ...more].map((text) => textHeight(visible(text), { width: width - indent, size: own }, on));
      return stacked(texts, own * 0.5);
    }
    case 'code':
      return codeHeight(markdown.split('\n').slice(1, -1).join('\n'), place, on);
    case 'table': {
      const rows = markdown.split('\n').map((row) =>
        row
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((cell) => visible(cell)),
      );
      const [head = [], , ...body] = rows;
      return tableHeight(
        { cells: [head, ...body] },
        { ...place, size: sizes.small(on.body, on.plan.text) },
        { ...on, leading: 1.26 },
      );
    }
    case 'quote':
      if (markdown.includes('callout-mark')) return calloutHeight(markdown, place, on);
      return textHeight(visible(markdown.replace(/^> ?/gm, ''), 'quote'), { width: width - size * 1.1, size }, on);
    case 'figure':
      return on.plan.drawing;
    case 'rule':
      return 34;
    default: {
      const isDisplay = markdown.startsWith('$$');
      return isDisplay ? texHeight(markdown, place, on) : textHeight(visible(markdown), { width, size }, on);
    }
  }
}

/** A quotation that is a call-out: in the letters of the text, with room for its sign. */
function calloutHeight(markdown: string, { scope, width, size }: Place, on: Measure & { leading: number }): number {
  const inner = blocksOf(markdown.replace(/^> ?/gm, ''));
  const { pad, inset } = on.plan.callouts;
  return pad + blocksHeight(inner, { scope, width: width - inset, size }, on);
}

function listHeight(
  items: readonly unknown[],
  { width, size }: Place,
  on: Measure & { leading: number; apart: number },
): number {
  const room = width - size * 1.45;
  const heights = items.map((item) => {
    const isPlain = !isObject(item) || item instanceof Rich;
    const own = textHeight(visibleValue(isPlain ? item : item.text), { width: room, size }, on);
    const sub = isPlain || !Array.isArray(item.sub) ? [] : (item.sub as readonly unknown[]);
    const small = nestedSize(size, on);
    const under = sub.map((part) =>
      textHeight(visibleValue(part), { width: room - small * 1.05, size: small }, { ...on, leading: 1.32 }),
    );
    return own + (sub.length > 0 ? small * 0.3 + stacked(under, small * 0.2) : 0);
  });
  return stacked(heights, on.apart);
}

/** Code never wraps unseen: a line that is too long for the box is counted as the lines it takes. */
function codeHeight(source: string, { width }: Place, on: Measure): number {
  const size = codeSize(on.body);
  const lines = source.replace(/\n$/, '').split('\n');
  const numbers = lines.length > 2 ? on.metrics.width('000', 'code') : 0;
  const room = (width - 2 * 16 - 2) / size - numbers;
  const rows = lines.map((line) =>
    Math.max(1, Math.ceil(on.metrics.width(line.replaceAll('\t', '  '), 'code') / room)),
  );
  if (rows.some((count) => count > 1) && !isSmallest(on.body)) return Infinity;
  return rows.reduce((sum, count) => sum + count, 0) * size * (lines.length <= fewLines ? 1.5 : 1.3) + 2 * 12 + 2;
}

/** So many lines of code stand further apart. */
const fewLines = 7;

/** Code is set a little smaller than text. */
const codeSize = (body: number): number => Math.max(smallest.fine, body * 0.86);

/** A formula that is wider than its place is set smaller; at the smallest size it goes on in a next line. */
function texHeight(source: string, { width, size }: Place, { body }: Measure): number {
  const own = texSize(source);
  // KaTeX sets its letters a little larger than text.
  const room = width / (size * 1.08);
  if (own.width <= room) return own.height * size;
  return isSmallest(body) ? wrappedHeight(partedTex(source, room), room) * size : Infinity;
}

const leastPicture = 200;

function pictureHeight({ caption, credit }: Picture, { width }: Place, on: Measure): number {
  const below = joined([visibleValue(caption), visibleValue(credit)]);
  const size = sizes.fine(on.body, on.plan.text);
  return (
    leastPicture + (below.text.trim() === '' ? 0 : 8 + textHeight(below, { width, size }, { ...on, leading: 1.28 }))
  );
}
