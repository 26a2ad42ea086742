import { markdownReader, type Token } from '../../text/index.ts';
import { cleanText } from './escape.ts';
import { writeBlocks } from './blocks.ts';
import { writeInline, type WriterHost } from './writer.ts';

export { cleanText, escapeAttribute, escapeText, mathText } from './escape.ts';
export { fenceLines } from './blocks.ts';
export type { WriterHost } from './writer.ts';

/** Lesson text is Markdown; raw HTML in it is text. */
const parser = markdownReader();

/** Lesson text (one line of Markdown) as Markdown that is safe inside any template. */
export function inlineMarkdown(text: string, host: WriterHost): string {
  const [token] = parser.parseInline(cleanText(text), {});
  return writeInline(token?.children ?? [], host);
}

/** Lesson text (blocks of Markdown) as Markdown that is safe between blank lines. */
export function blockMarkdown(text: string, host: WriterHost): string {
  return writeBlocks(parser.parse(cleanText(text), {}), host);
}

/** One line that begins with a letter and holds no sign that Markdown could read as markup. */
const plainLine = /^\p{L}[\p{L}\p{N} ,.;:?!'"()/%–—-]*$/u;

function gather(tokens: readonly Token[], formulas: boolean): string {
  return tokens
    .map((token) => {
      if (token.type === 'math_inline' && !formulas) return ' ';
      const text = token.children
        ? gather(token.children, formulas)
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
  return fold(gather(parser.parse(cleanText(text), {}), true));
}

/** The visible words of a Markdown text without its formulas. */
export const withoutFormulas = (text: string): string => fold(gather(parser.parse(cleanText(text), {}), false));
