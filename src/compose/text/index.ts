import { memo } from '../../base/index.ts';
import { markdownReader, readableTex, type Token } from '../../text/index.ts';
import { cleanText } from './escape.ts';
import { writeBlocks } from './blocks.ts';
import type { WriterHost } from './host.ts';
import { prepareWriting, reportUnused } from './notes.ts';
import { writeInline } from './writer.ts';

export { cleanText, escapeAttribute, escapeText, mathText } from './escape.ts';
export { fenceLines } from './blocks.ts';
export type { TextProblem, WriterHost } from './host.ts';

const readerOf = memo((typography: string) => markdownReader({ typography }));

/** The reader for a host: with the typography of its language, or as written. */
function readerFor({ typography }: WriterHost): ReturnType<typeof markdownReader> {
  return typography === undefined ? parser : readerOf(typography);
}

/** Lesson text is Markdown; what it knows of HTML is known by its meaning. */
const parser = markdownReader();

/** Lesson text (one line of Markdown) as Markdown that is safe inside any template. */
export function inlineMarkdown(text: string, host: WriterHost): string {
  const { body, writing } = prepareWriting(readerFor(host).parseInline(cleanText(text), {}), host);
  return writeInline(body[0]?.children ?? [], writing);
}

/** Lesson text (blocks of Markdown) as Markdown that is safe between blank lines. */
export function blockMarkdown(text: string, host: WriterHost): string {
  const definitions = {};
  const { body, writing } = prepareWriting(readerFor(host).parse(cleanText(text), definitions), host);
  const written = writeBlocks(body, writing);
  reportUnused(body, definitions, host);
  return written;
}

/** One line that begins with a letter and holds no sign that Markdown could read as markup. */
const plainLine = /^\p{L}[\p{L}\p{N} ,.;?!'"()/%–—-]*$/u;
/** Tokens whose content is not among the words of the text. */
const wordless = new Set(['comment', 'raw_mark', 'stray_tag', 'task', 'tag_open', 'tag_close', 'footnote_anchor']);

function gather(tokens: readonly Token[], formula: (tex: string) => string): string {
  return tokens
    .map((token) => {
      if (token.type.startsWith('math_')) return formula(token.content);
      if (wordless.has(token.type)) return token.block ? ' ' : '';
      const text = token.children
        ? gather(token.children, formula)
        : token.type.endsWith('break')
          ? ' '
          : token.content;
      return token.block ? `${text} ` : text;
    })
    .join('');
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The visible words of a Markdown text, markers removed, white space folded. Formulas keep their TeX. */
export function plainText(text: string): string {
  if (plainLine.test(text)) return text.replace(/ +/g, ' ').trim();
  return fold(gather(parser.parse(cleanText(text), {}), (tex) => tex));
}

/** The visible words of a Markdown text without its formulas. */
export const withoutFormulas = (text: string): string => fold(gather(parser.parse(cleanText(text), {}), () => ' '));

/** The visible words of a title, for windows, bookmarks and lists: its formulas as plain text (`E = mc²`). */
export const plainTitle = (text: string): string =>
  text.includes('$') || text.includes('\\(')
    ? fold(gather(parser.parse(cleanText(text), {}), readableTex))
    : plainText(text);
