import { isObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { HelperError, textOf } from '../helper.ts';
import { escapeText } from '../text/index.ts';
import { Rich } from '../text/rich.ts';
import { litItem } from './lit.ts';

const line = (value: unknown): string => (value instanceof Rich ? value.markdown.trim() : escapeText(textOf(value)));

/** Words in a span that says whether the slide points at them. */
const marked = (text: string, lit: string): string => (lit === '' ? text : `<span class="${lit}">${text}</span>`);

function itemLines(item: unknown, marker: string, lit: string): string[] {
  if (!isObject(item) || item instanceof Rich) return [marker + marked(line(item), lit)];
  const { text, sub } = item as { text?: unknown; sub?: unknown };
  const children = Array.isArray(sub) ? sub.map((child) => `${' '.repeat(marker.length)}- ${line(child)}`) : [];
  return [marker + marked(line(text), lit), ...children];
}

/** A list of texts, or of `{ text, sub }`; its items appear one by one when the slide has steps. */
export const list: Helper = {
  name: 'list',
  usage: '{{list bullets highlight=highlight}} {{list points ordered=true}} — a list',
  run: ({ params: [items], hash, slide }) => {
    if (items === undefined) return undefined;
    if (!Array.isArray(items)) throw new HelperError('`list` needs a list of texts');
    const marker = (i: number): string =>
      hash.ordered === true ? `${slide.pages.offset + i + 1}${slide.steps ? ')' : '.'} ` : slide.steps ? '* ' : '- ';
    const lit = (item: unknown, i: number): string =>
      litItem(hash.highlight, i + slide.pages.offset, [isObject(item) && !(item instanceof Rich) ? item.text : item]);
    const lines = items.flatMap((item: unknown, i) => itemLines(item, marker(i), lit(item, i)));
    return Rich.trusted(`\n\n${lines.join('\n')}\n\n`);
  },
};
