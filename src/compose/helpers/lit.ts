import { isObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';

/** What a slide points at, as its author writes it: numbers from 1, or words that stand on the slide. */
const wanted = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .map((item) => textOf(item).trim().toLowerCase())
    .filter((item) => item !== '');

const same = (value: unknown, words: readonly string[]): boolean => words.includes(textOf(value).trim().toLowerCase());

/** The class of an item of a list; nothing when the slide points at none. */
export function litItem(highlight: unknown, index: number, texts: readonly unknown[]): '' | 'lit' | 'dim' {
  const words = wanted(highlight);
  if (words.length === 0) return '';
  return words.includes(String(index + 1)) || texts.some((text) => same(text, words)) ? 'lit' : 'dim';
}

/** The same for a cell of a table: its row by number or first cell, its column by head, or the cell by its own words. */
function litCell(root: object, row: number, column: number, offset: number): '' | 'lit' | 'dim' {
  const { highlight, head, rows } = root as { highlight?: unknown; head?: unknown; rows?: unknown };
  const words = wanted(highlight);
  const cells: unknown = Array.isArray(rows) ? rows[row] : undefined;
  if (words.length === 0 || !Array.isArray(cells)) return '';
  const isRow = words.includes(String(row + offset + 1)) || same(cells[0], words);
  const isColumn = Array.isArray(head) && same(head[column], words);
  return isRow || isColumn || same(cells[column], words) ? 'lit' : 'dim';
}

/** Marks what a slide points at (`highlight`); all else steps back. */
export const lit: Helper = {
  name: 'lit',
  usage:
    '<li class="{{lit highlight @index label}}"> · <td class="{{lit @root row=@../index column=@index}}"> — lit, dim, or nothing when nothing is highlighted',
  run: ({ params: [value, index, ...texts], hash, slide }) => {
    const { row, column } = hash;
    if (typeof row === 'number' && typeof column === 'number' && isObject(value))
      return litCell(value, row, column, slide.pages.offset);
    return litItem(value, (typeof index === 'number' ? index : 0) + slide.pages.offset, texts);
  },
};
