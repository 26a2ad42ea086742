import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';
import { fenceLines } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** Line numbers of the whole code as those of this slide's part of it; what stands on another slide is left out. */
function ranges(value: unknown, offset: number, count: number): string {
  const lists: readonly unknown[] = Array.isArray(value) ? value : [];
  const marked = lists.flatMap((item) => {
    const [from = NaN, to = from] = textOf(item).split('-').map(Number);
    const [first, last] = [Math.max(1, from - offset), Math.min(count, to - offset)];
    if (Number.isNaN(first) || first > last) return [];
    return [first === last ? String(first) : `${first}-${last}`];
  });
  return marked.length === 0 ? '' : `{${marked.join(',')}}`;
}

/** A code block; `highlight` is a list of line numbers and ranges such as `3-5`. */
export const code: Helper = {
  name: 'code',
  usage: '{{code code language=language highlight=highlight}} — a code block',
  run: ({ params: [value], hash, slide }) => {
    slide.use('code');
    const source = value instanceof Rich ? value.source : textOf(value);
    const marked = ranges(hash.highlight, slide.pages.offset, source.split('\n').length);
    const fence = `\n\n${fenceLines(source, textOf(hash.language), marked).join('\n')}\n\n`;
    const { offset } = slide.pages;
    if (!slide.steps && offset === 0) return Rich.trusted(fence, source);
    // Lines are counted on from the slide before.
    const from = offset === 0 ? '' : ` style="--from: ${offset}"`;
    return Rich.trusted(`\n\n<div class="${slide.steps ? 'stepped' : 'listed'}"${from}>${fence}</div>\n\n`, source);
  },
};
