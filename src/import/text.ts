import { asMarkdown } from './escape.ts';
import type { ImportReader } from './model.ts';

/** A line that stands alone, is short, and does not end as a sentence does is a heading. */
const isHeading = (paragraph: string): boolean =>
  !paragraph.includes('\n') &&
  paragraph.length <= 70 &&
  /\p{L}/u.test(paragraph) &&
  !/[.!?;:,…。]["'”’»)]*$/u.test(paragraph) &&
  !/^[-*•–\d]/.test(paragraph);

/** A paragraph whose lines are items: `- x`, `• x`, `1. x`. */
function asList(paragraph: string): string | undefined {
  const lines = paragraph.split('\n');
  const items = lines.map((line) => /^\s*(?:([-*•–·])|(\d{1,3})[.)])\s(.*)$/.exec(line));
  if (items.some((item) => item === null)) return undefined;
  return items
    .map((item) => `${item?.[2] === undefined ? '-' : `${item[2]}.`} ${asMarkdown((item?.[3] ?? '').trim())}`)
    .join('\n');
}

/** Plain text: paragraphs, lists, and short lines that stand alone as headings. */
export const textReader: ImportReader = {
  endings: ['txt', 'text'],
  read(bytes) {
    const text = new TextDecoder()
      .decode(bytes)
      .replace(/^\ufeff/, '')
      .replace(/\r\n?|\f/g, '\n');
    const paragraphs = text
      .split(/\n[ \t]*\n+/)
      .map((part) => part.replace(/^\n+/, '').trimEnd())
      .filter((part) => part.trim() !== '');
    const headings = paragraphs.filter((part) => isHeading(part.trim())).length;
    const [first, ...rest] = paragraphs;
    // In a poem or an address every line stands alone.
    const hasHeadings = headings > 0 && headings * 2 <= paragraphs.length + 1;
    const title = first !== undefined && isHeading(first.trim()) ? first.trim() : undefined;
    const body = (title === undefined ? paragraphs : rest).map((paragraph) => {
      if (hasHeadings && isHeading(paragraph.trim())) return `## ${asMarkdown(paragraph.trim())}`;
      return asList(paragraph) ?? asMarkdown(paragraph.trim());
    });
    const head = title === undefined ? [] : [`# ${asMarkdown(title)}`];
    return {
      markdown: `${[...head, ...body].join('\n\n')}\n`,
      ...(title !== undefined && { title }),
      assets: [],
      losses: [],
    };
  },
};
