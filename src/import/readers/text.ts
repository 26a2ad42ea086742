import { asMarkdown } from '../escape.ts';
import type { ImportReader } from '../model.ts';
import { decode } from './decode.ts';

/** A line that stands alone, is short, and does not end as a sentence does is a heading. */
const isHeading = (paragraph: string): boolean =>
  !paragraph.includes('\n') &&
  paragraph.length <= 70 &&
  /\p{L}/u.test(paragraph) &&
  !/[.!?;:,…。]["'”’»)]*$/u.test(paragraph) &&
  !/^[-*•–·▪\d>]/.test(paragraph);

/** A heading with a line of signs under it, as in reStructuredText: `Title` over `=====`. */
const underlined = /^([^\n]{1,200})\n([=\-~^"'#*+])\2{2,}\s*$/;

const item = /^(\s*)(?:([-*•–·▪◦o])|(\d{1,3}|[a-z])[.)])\s+(\S.*)$/;

/** Item marks of a paragraph whose first line is an item; lines that are none go on with the item before them. */
function asList(paragraph: string): string | undefined {
  const lines = paragraph.split('\n');
  // `o` is a mark only below others: a line may begin with that word.
  const [first = ''] = lines;
  if (!item.test(first) || /^\s*[a-z]\)?\s/.test(first.replace(/^\s*[a-z][.)]/, ''))) return undefined;
  if (lines.length === 1 && !/^\s*[-*•·▪]/.test(first)) return undefined;
  const items: string[] = [];
  let hasMark = false;
  for (const line of lines) {
    const match = item.exec(line);
    const isMark = match !== null && (match[2] !== 'o' || items.length > 0);
    if (!isMark) items.push(`${items.pop() ?? ''} ${asMarkdown(line.trim())}`);
    else {
      const isBelow = match[2] === 'o' || match[2] === '◦' || (match[1] ?? '').length >= 2;
      const mark = match[3] === undefined ? '-' : /\d/.test(match[3]) ? `${match[3]}.` : '-';
      const letter = match[3] !== undefined && /[a-z]/.test(match[3]) ? `${match[3]}) ` : '';
      items.push(`${isBelow && hasMark ? '    ' : ''}${mark} ${letter}${asMarkdown((match[4] ?? '').trim())}`);
      hasMark = true;
    }
  }
  return items.join('\n');
}

/** A list may begin right under the line that leads to it: the line is then a paragraph, or a heading, of its own. */
function beforeList(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n');
  const marked = lines.flatMap((line, i) => (/^\s*(?:[-*•·▪]|\d{1,3}[.)])\s+\S/.test(line) ? [i] : []));
  const [first = 0, second] = marked;
  const isStart = /^\s*(?:[-*•·▪]|1[.)])\s/.test(lines[first] ?? '');
  if (first === 0 || second === undefined || !isStart) return [paragraph];
  return [lines.slice(0, first).join('\n'), lines.slice(first).join('\n')];
}

/** Who speaks, at the start of a line of a transcript: a time, a name and a colon. */
const speaks = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]?\s*)?(?:[\p{Lu}][\p{L}\p{N}.' -]{0,40}):\s+\S/u;

/** A paragraph as Markdown: a quotation of an e-mail, a list, words of several speakers, or running text. */
function asBlocks(paragraph: string): string {
  const lines = paragraph.split('\n');
  if (lines.every((line) => line.startsWith('>')))
    return lines.map((line) => `> ${asMarkdown(line.replace(/^[> ]+/, ''))}`).join('\n');
  const list = asList(paragraph);
  if (list !== undefined) return list;
  const firstItem = lines.findIndex((line) => /^\s*(?:[-*•·▪]|\d{1,3}[.)])\s+\S/.test(line));
  if (firstItem > 0 && /:\s*$/.test(lines[firstItem - 1] ?? ''))
    return `${asBlocks(lines.slice(0, firstItem).join('\n'))}\n\n${asBlocks(lines.slice(firstItem).join('\n'))}`;
  // Lines of speakers, of headers and of tables with spaces each stand for themselves.
  if (
    lines.length > 1 &&
    (lines.filter((line) => speaks.test(line)).length >= lines.length / 2 || lines.every(isAligned))
  )
    return lines.map((line) => asMarkdown(line.trim())).join('\n\n');
  return asMarkdown(withoutHyphens(paragraph));
}

const isAligned = (line: string): boolean => /\S {2,}\S/.test(line.trim()) || /^[\s=+|-]+$/.test(line);

/** A word that the end of a line divides is one word; “Nederlands-\nIndië” keeps its hyphen. */
const withoutHyphens = (paragraph: string): string => paragraph.replace(/(\p{L})-\n[ \t]*(?=\p{Lu})/gu, '$1-').trim();

/** Plain text: paragraphs, lists, and short lines that stand alone as headings. */
export const textReader: ImportReader = {
  endings: ['txt', 'text', 'rst', 'asc'],
  read(bytes) {
    const { text, losses } = decode(bytes);
    const paragraphs = text
      .replace(/\f/g, '\n\n')
      .split(/\n[ \t]*\n+/)
      .map((part) => part.replace(/^\n+/, '').trimEnd())
      .filter((part) => part.trim() !== '')
      .flatMap(beforeList);
    const isTitle = (part: string): boolean => isHeading(part.trim()) || underlined.test(part);
    const headings = paragraphs.filter(isTitle).length;
    const [first, ...rest] = paragraphs;
    // In a poem or an address every line stands alone.
    const hasHeadings = headings > 0 && headings * 2 <= paragraphs.length + 1;
    const words = (part: string): string => (underlined.exec(part)?.[1] ?? part).trim();
    const title = first !== undefined && isTitle(first) && rest.length > 0 ? words(first) : undefined;
    const body = (title === undefined ? paragraphs : rest).map((paragraph) =>
      hasHeadings && isTitle(paragraph) ? `## ${asMarkdown(words(paragraph))}` : asBlocks(paragraph),
    );
    const head = title === undefined ? [] : [`# ${asMarkdown(title)}`];
    return {
      markdown: `${[...head, ...body].join('\n\n')}\n`,
      ...(title !== undefined && { title }),
      assets: [],
      losses,
    };
  },
};
