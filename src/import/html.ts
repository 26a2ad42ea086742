import { readTags } from '../parse/index.ts';
import { asMarkdown } from './escape.ts';
import { lineFinder } from './lines.ts';
import type { Imported, ImportReader, Loss } from './model.ts';
import { localPictures } from './pictures.ts';

const skipped = new Set([
  'head',
  'nav',
  'noscript',
  'script',
  'style',
  'svg',
  'template',
  'iframe',
  'form',
  'button',
  'canvas',
  'object',
]);
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const wraps: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  code: '`',
  sub: '~',
  sup: '^',
  s: '~~',
  del: '~~',
};

/** Writes Markdown from the tags of HTML, block by block. */
class MarkdownWriter {
  readonly blocks: string[] = [];
  readonly losses: Loss[] = [];
  readonly pictures: string[] = [];
  title = '';
  lang = '';
  #text = '';
  #prefix = '';
  #lists: { ordered: boolean; count: number }[] = [];
  #quotes = 0;
  #rows: string[][] = [];
  #row: string[] | undefined;
  #headed = false;
  #pre = '';
  #hidden = '';
  #hiddenDepth = 0;
  #hiddenText = '';
  #inTitle = false;
  /** The line of an offset. */
  readonly line: (offset: number) => number;

  constructor(html: string) {
    this.line = lineFinder(html);
  }

  text(text: string): void {
    if (this.#inTitle) this.title += text;
    else if (this.#hidden !== '') this.#hiddenText += text;
    else if (this.#pre !== '') this.#text += text;
    else this.#text += asInline(text);
  }

  open(name: string, attributes: ReadonlyMap<string, string>, offset: number): void {
    if (name === 'html') this.lang = attributes.get('lang') ?? '';
    if (name === 'title' && this.#hidden !== 'svg') this.#inTitle = true;
    if (this.#hidden !== '') {
      if (name === this.#hidden) this.#hiddenDepth++;
      return;
    }
    if (skipped.has(name)) {
      [this.#hidden, this.#hiddenDepth, this.#hiddenText] = [name, 1, ''];
      if (name !== 'head') this.losses.push({ what: `<${name}> is left out`, line: this.line(offset) });
      return;
    }
    if (this.#pre !== '') return;
    if (wraps[name] !== undefined) this.#text += wraps[name];
    else if (name === 'br') this.#text += ' ';
    else if (name === 'img') this.#image(attributes, offset);
    else if (!inline.has(name)) this.#openBlock(name, attributes);
  }

  #image(attributes: ReadonlyMap<string, string>, offset: number): void {
    const src = attributes.get('src') ?? '';
    const alt = asMarkdown(attributes.get('alt') ?? '');
    if (src === '') this.losses.push({ what: 'A picture without address is left out', line: this.line(offset) });
    else {
      this.pictures.push(src);
      this.#text += `![${alt}](<${src.replace(/[<>\n]/g, '')}>)`;
    }
  }

  #openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    this.flush();
    if (/^h[1-6]$/.test(name)) this.#prefix = `${'#'.repeat(Number(name.charAt(1)))} `;
    else if (name === 'ul' || name === 'ol') this.#lists.push({ ordered: name === 'ol', count: 0 });
    else if (name === 'li') this.#item();
    else if (name === 'blockquote') this.#quotes++;
    else if (name === 'table') [this.#rows, this.#headed] = [[], false];
    else if (name === 'tr') this.#row = [];
    else if (name === 'th') this.#headed = true;
    else if (name === 'pre')
      this.#pre = `~~~~~~${/(?:lang|language)-([\w+#-]+)/.exec(attributes.get('class') ?? '')?.[1] ?? ''}`;
  }

  #item(): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.count++;
    this.#prefix = `${'    '.repeat(Math.max(0, Math.min(this.#lists.length, 6) - 1))}${list.ordered ? `${list.count}. ` : '- '}`;
  }

  close(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (this.#hidden !== '') {
      if (name === this.#hidden && --this.#hiddenDepth === 0) this.#hidden = '';
      return;
    }
    if (this.#pre !== '' && name !== 'pre') return;
    if (wraps[name] !== undefined) this.#text += wraps[name];
    else if (!inline.has(name)) this.#closeBlock(name);
  }

  #closeBlock(name: string): void {
    if (name === 'pre' && this.#pre !== '') {
      if (this.#text.trim() !== '') this.blocks.push(`${this.#pre}\n${this.#text.replace(/^\n|\n$/g, '')}\n~~~~~~`);
      [this.#pre, this.#text] = ['', ''];
      return;
    }
    if ((name === 'td' || name === 'th') && this.#row !== undefined) {
      this.#row.push(tidyInline(this.#text).replace(/(?<!\\)\|/g, '\\|'));
      this.#text = '';
      return;
    }
    this.flush();
    if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      this.#prefix = '    '.repeat(Math.min(this.#lists.length, 6));
    } else if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    else if (name === 'tr' && this.#row !== undefined) {
      if (this.#row.some((cell) => cell !== '')) this.#rows.push(this.#row);
      this.#row = undefined;
    } else if (name === 'table') this.#table();
  }

  #table(): void {
    const rows = this.#rows;
    this.#rows = [];
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (width === 0) return;
    // Rows may end early: whoever reads a table fills them, within limits.
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const wide = (cells: readonly string[]): string => line(Array.from({ length: width }, (_, i) => cells[i] ?? ''));
    const [head, body] = this.#headed ? [rows[0] ?? [], rows.slice(1)] : [[], rows];
    this.blocks.push([wide(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n'));
  }

  /** Ends the running text. */
  flush(): void {
    if (this.#row !== undefined) {
      this.#text += ' ';
      return;
    }
    const text = tidyInline(this.#text);
    this.#text = '';
    const prefix = this.#prefix;
    if (text === '') return;
    this.#prefix = this.#lists.length > 0 ? '    '.repeat(Math.min(this.#lists.length, 6)) : '';
    const block = prefix + text;
    this.blocks.push(this.#quotes > 0 && !/^\s*(?:-|\d+\.) /.test(prefix) ? block.replace(/^/gm, '> ') : block);
    if (prefix.startsWith('#')) this.#prefix = '';
  }
}

/** Running text as Markdown; white space at its ends is kept, since words may follow. */
const asInline = (text: string): string => {
  const lead = /^\s/.test(text) ? ' ' : '';
  const tail = /\s$/.test(text) && text.trim() !== '' ? ' ' : '';
  return lead + asMarkdown(text.trim()) + tail;
};

/** Marks that hold nothing go, and marks stand at their words. */
const tidyInline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(\*\*|~~)\s*\1/g, '')
    .replace(/(\*\*|~~|`)([^*~`]+)\1/g, (whole, mark: string, inner: string) =>
      inner.trim() === '' ? whole : mark + inner.trim() + mark,
    )
    .trim();

/** HTML as Markdown, with the pictures that it shows. */
export function htmlToMarkdown(html: string): Imported & { readonly pictures: readonly string[] } {
  const writer = new MarkdownWriter(html);
  readTags(html, {
    open: (name, attributes, [start]) => writer.open(name, attributes, start),
    close: (name) => writer.close(name),
    text: (text) => writer.text(text),
    comment: () => undefined,
  });
  writer.flush();
  const { blocks, losses, pictures, title, lang } = writer;
  return {
    markdown: `${blocks.join('\n\n')}\n`,
    ...(title.trim() !== '' && { title: title.trim().replace(/\s+/g, ' ') }),
    ...(lang !== '' && { lang }),
    assets: localPictures(pictures),
    losses,
    pictures,
  };
}

export const htmlReader: ImportReader = {
  endings: ['html', 'htm', 'xhtml'],
  read: (bytes) => htmlToMarkdown(new TextDecoder().decode(bytes)),
};
