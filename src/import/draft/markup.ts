import { markdownReader, type Token } from '../../text/index.ts';
import { asCode } from '../code-span.ts';
import { asInline, asLinkText, asMarkdown, startOfLine } from '../escape.ts';

type Range = readonly [start: number, end: number];

const reader = markdownReader();

const marks: Readonly<Record<string, string>> = {
  em_close: '*',
  em_open: '*',
  mark_close: '==',
  mark_open: '==',
  s_close: '~~',
  s_open: '~~',
  strong_close: '**',
  strong_open: '**',
};
/** Tags that are written back; the meaning of others is their words. */
const keptTags = new Set(['sub', 'sup', 'kbd', 'mark', 'u']);
const isAddress = (href: string): boolean => /^(?:https?|mailto|tel):/i.test(href) && !/[<>\s]/.test(href);

/** Writes the tokens of a line again: emphasis, code, formulas and links to addresses stay, other marks go. */
class Writer {
  markdown = '';
  plain = '';
  readonly #links: string[] = [];

  /** Whether everything could be written. */
  write(tokens: readonly Token[]): boolean {
    return tokens.every((token) => this.#token(token));
  }

  #add(markdown: string, plain = ''): true {
    this.markdown += markdown;
    this.plain += plain;
    return true;
  }

  #token(token: Token): boolean {
    const { type, content, tag } = token;
    const mark = marks[type];
    if (mark !== undefined) return this.#add(mark);
    switch (type) {
      case 'text':
      case 'text_special':
        return this.#add(spaced(content, this.#links.some((href) => href !== '') ? asLinkText : asInline), content);
      case 'softbreak':
      case 'hardbreak':
        return this.#add(' ', ' ');
      case 'code_inline':
        return this.#add(asCode(content), content);
      case 'math_inline':
        return this.#add(`$${content.replace(/\s+/g, ' ')}$`, content);
      case 'sub':
      case 'sup':
        return this.#add(`<${tag}>${spaced(content, asInline)}</${tag}>`, `${token.markup}${content}`);
      case 'tag_open':
        return this.#add(keptTags.has(tag) ? `<${tag}>` : '');
      case 'tag_close':
        return this.#add(keptTags.has(tag) ? `</${tag}>` : '');
      case 'link_open':
      case 'link_close':
        return this.#link(token);
      default:
        return false;
    }
  }

  #link(token: Token): true {
    if (token.type === 'link_open') {
      const href = token.attrGet('href') ?? '';
      this.#links.push(isAddress(href) ? href : '');
      return this.#add(isAddress(href) ? '[' : '');
    }
    const href = this.#links.pop() ?? '';
    return this.#add(href === '' ? '' : `](<${href}>)`);
  }
}

/** Text inside a line; white space at its ends parts it from what stands beside it. */
function spaced(text: string, escape: (text: string) => string): string {
  const words = text.trim();
  if (words === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + withShortAddresses(words, escape) + (/\s$/.test(text) ? ' ' : '');
}

const address = /https?:\/\/([^\s/<>()[\]]{1,60})\/?[^\s<>()[\]]{0,500}[^\s<>()[\].,;:!?'"]/g;

/** Addresses that are written out, as links with the name of their server: a long one runs off a slide. */
function withShortAddresses(text: string, escape: (text: string) => string): string {
  let from = 0;
  let written = '';
  for (const match of text.matchAll(address)) {
    const rest = match[0].length > (match[1] ?? '').length + 9 ? '/…' : '';
    written += `${escape(text.slice(from, match.index))}[${escape(match[1] ?? '')}${rest}](<${match[0]}>)`;
    from = match.index + match[0].length;
  }
  return from === 0 ? escape(text) : written + (from < text.length ? escape(text.slice(from)) : '');
}

const squeezed = (text: string): string => text.replace(/[\s~^$\\]+/g, '');

/** What is written between two places, without the parts that are none of its text. */
function without(text: string, [start, end]: Range, asides: readonly Range[]): string {
  let from = start;
  let rest = '';
  for (const [first, last] of asides) {
    if (first < from || last > end) continue;
    rest += text.slice(from, first);
    from = last;
  }
  return rest + text.slice(from, end);
}

/**
 * A sentence of a source as Markdown for a slide: with its emphasis, code, formulas and links when what the slide shows is
 * just the sentence, otherwise its plain text.
 * @param asides places inside the source that are no text: marks of footnotes, pictures, attributes, in order.
 */
export function markupOf(text: string, range: Range, asides: readonly Range[], plain: string): string {
  const written = without(text, range, asides)
    .replace(/\n[ \t]*(?:>[ \t]?)*/g, '\n')
    .replace(/\\\((.{1,500}?)\\\)/g, '$$$1$$')
    .replace(/\$\$([^$]{1,2000})\$\$/g, (_, tex: string) => `$${tex.trim()}$`);
  const [inline] = reader.parseInline(written, {});
  const writer = new Writer();
  const isWhole = writer.write(inline?.children ?? []) && squeezed(writer.plain) === squeezed(plain);
  return isWhole ? startOfLine(writer.markdown.trim()) : withShortAddresses(plain, asMarkdown);
}
