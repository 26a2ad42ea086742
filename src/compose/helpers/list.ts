import { isObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { HelperError, textOf } from '../helper.ts';
import { escapeText } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

const line = (value: unknown): string => (value instanceof Rich ? value.markdown.trim() : escapeText(textOf(value)));

function itemLines(item: unknown, marker: string): string[] {
  if (!isObject(item) || item instanceof Rich) return [marker + line(item)];
  const { text, sub } = item as { text?: unknown; sub?: unknown };
  const children = Array.isArray(sub) ? sub.map((child) => `${' '.repeat(marker.length)}- ${line(child)}`) : [];
  return [marker + line(text), ...children];
}

/** A list of texts, or of `{ text, sub }`; its items appear one by one when the slide has steps. */
export const list: Helper = {
  name: 'list',
  usage: '{{list bullets}} {{list points ordered=true}} — a list',
  run: ({ params: [items], hash, slide }) => {
    if (items === undefined) return undefined;
    if (!Array.isArray(items)) throw new HelperError('`list` needs a list of texts');
    const marker = (i: number): string =>
      hash.ordered === true ? `${slide.pages.offset + i + 1}${slide.steps ? ')' : '.'} ` : slide.steps ? '* ' : '- ';
    return Rich.trusted(`\n\n${items.flatMap((item, i) => itemLines(item, marker(i))).join('\n')}\n\n`);
  },
};
