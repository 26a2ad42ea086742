import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';

const fence = /^(`{3,}|~{3,})/;
const listItem = /^(?:[-*+]|\d+[.)]) /;

/** Splits Markdown at the blank lines between its top-level blocks; a list is one block, a fence too. */
function topBlocks(markdown: string): readonly string[] {
  const blocks: string[][] = [[]];
  let open: string | undefined;
  let blank = false;
  for (const line of markdown.trim().split('\n')) {
    const current = blocks.at(-1) ?? [];
    const starts = open === undefined && blank && !/^\s/.test(line);
    const goesOn = listItem.test(line) && listItem.test(current[0] ?? '');
    if (starts && !goesOn && current.length > 0) blocks.push([line]);
    else current.push(line);
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) open = open === undefined ? mark : line.trim() === open ? undefined : open;
    blank = line.trim() === '';
  }
  return blocks.map((block) => block.join('\n').trim());
}

/** Marp shows the items of lists with `*` and `1)` one after another. */
const stepped = (list: string): string => list.replace(/^[-+] /gm, '* ').replace(/^(\d+)\. /gm, '$1) ');

/** The paragraphs, pictures and list items of a text, one after another when the slide has steps. */
export const blocks: Helper = {
  name: 'blocks',
  usage: '{{blocks body}} — a text whose paragraphs and list items appear one by one when the slide has steps',
  run: ({ params: [value], slide }) => {
    if (!(value instanceof Rich) || !slide.steps) return value;
    const written = topBlocks(value.markdown).map((block) =>
      listItem.test(block) ? stepped(block) : `<div data-step="+">\n\n${block}\n\n</div>`,
    );
    return Rich.trusted(`\n\n${written.join('\n\n')}\n\n`, value.source);
  },
};
