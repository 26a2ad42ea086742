import { readTags } from '../../parse/index.ts';
import { fenceFor, trimEnd } from '../../text/index.ts';
import { asMarkdown, startOfLine } from '../escape.ts';
import type { Imported, ImportedAsset, ImportReader, Loss } from '../model.ts';
import { plainPath } from '../paths.ts';
import { decode } from './decode.ts';
import { address, languageOf } from './html-attributes.ts';
import { InlineWriter } from './html-inline.ts';
import { TableWriter } from './html-table.ts';
import { lineFinder } from './lines.ts';
import { MathReader } from './mathml.ts';
import { embeddedPicture, localPictures } from './pictures.ts';

const skipped = new Set(
  'audio button canvas form head iframe map nav noscript object script select style svg template textarea video'.split(
    ' ',
  ),
);
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

type Attributes = ReadonlyMap<string, string>;
/** Writes Markdown from the tags of HTML, block by block. */
class MarkdownWriter {
  readonly blocks: string[] = [];
  readonly losses: Loss[] = [];
  readonly pictures: string[] = [];
  title = '';
  lang = '';
  readonly #line: (offset: number) => number;
  readonly #inline = new InlineWriter();
  #prefix = '';
  readonly #lists: { ordered: boolean; count: number }[] = [];
  #quotes = 0;
  readonly #tables: TableWriter[] = [];
  #pre: { readonly language: string; text: string } | undefined;
  #hidden: { readonly name: string; depth: number; readonly line: number; text: string } | undefined;
  #math: MathReader | undefined;
  /** Pictures that stand in the text itself. */
  readonly embedded: ImportedAsset[] = [];
  #inTitle = false;
  #term = '';

  constructor(html: string) {
    this.#line = lineFinder(html);
  }

  text(text: string): void {
    if (this.#inTitle) this.title += text;
    else if (this.#hidden !== undefined) this.#hidden.text += text;
    else if (this.#pre !== undefined) this.#pre.text += text;
    else if (this.#math !== undefined) this.#math.text(text);
    else this.#inline.add(text);
  }

  open(name: string, attributes: Attributes, offset: number): void {
    if (name === 'html') this.lang = attributes.get('lang') ?? '';
    if (name === 'title' && this.#hidden?.name !== 'svg') this.#inTitle = true;
    if (this.#hidden !== undefined) {
      if (name === this.#hidden.name) this.#hidden.depth++;
    } else if (skipped.has(name)) this.#hidden = { name, depth: 1, line: this.#line(offset), text: '' };
    else if (this.#math !== undefined) this.#math.open(name, attributes);
    else if (name === 'math') this.#math = new MathReader();
    else if (this.#pre !== undefined) this.#code(attributes);
    else if (name === 'br') this.#inline.raw(' ');
    else if (name === 'img') this.#image(attributes, offset);
    else if (name === 'a') this.#inline.open(name, address(attributes.get('href')));
    else if (inline.has(name)) this.#inline.open(name);
    else this.#openBlock(name, attributes);
  }

  /** The language of code is a class of `<code>` inside `<pre>`. */
  #code(attributes: Attributes): void {
    if (this.#pre?.language === '' && this.#pre.text.trim() === '')
      this.#pre = { language: languageOf(attributes), text: this.#pre.text };
  }

  #image(attributes: Attributes, offset: number): void {
    const src = attributes.get('src') ?? '';
    const path = src.startsWith('data:') ? this.#embed(src) : src;
    if (path === '') this.losses.push({ kind: 'picture-address', line: this.#line(offset) });
    else {
      if (path === src) this.pictures.push(plainPath(src));
      this.#inline.raw(`![${asMarkdown(attributes.get('alt') ?? '')}](<${path.replace(/[<>\n]/g, '')}>)`);
    }
  }

  /** The path of a picture that stands in the text as data; empty when it is none. */
  #embed(src: string): string {
    const picture = embeddedPicture(src, this.embedded.length + 1);
    if (picture !== undefined) this.embedded.push(picture);
    return picture?.path ?? '';
  }

  #openBlock(name: string, attributes: Attributes): void {
    const table = this.#tables.at(-1);
    // Cells and rows may end without saying so.
    if (table?.hasCell === true && (name === 'td' || name === 'th' || name === 'tr'))
      table.closeCell(this.#inline.take());
    this.flush();
    if (/^h[1-6]$/.test(name)) this.#prefix = `${'#'.repeat(Number(name.charAt(1)))} `;
    else if (name === 'ul' || name === 'ol') {
      const start = Number.parseInt(attributes.get('start') ?? '1', 10) || 1;
      this.#lists.push({ ordered: name === 'ol', count: start - 1 });
    } else if (name === 'li') this.#item();
    else if (name === 'blockquote') this.#quotes++;
    else if (name === 'table') this.#tables.push(new TableWriter());
    else if (name === 'tr') table?.openRow();
    else if (name === 'td' || name === 'th') table?.openCell(name === 'th', attributes);
    else if (name === 'pre') this.#pre = { language: languageOf(attributes), text: '' };
  }

  #item(): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.count++;
    this.#prefix = `${this.#indent(this.#lists.length - 1)}${list.ordered ? `${list.count}. ` : '- '}`;
  }

  #indent(depth = this.#lists.length): string {
    return '    '.repeat(Math.max(0, Math.min(depth, 6)));
  }

  close(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (this.#hidden !== undefined) this.#closeHidden(name);
    else if (this.#math !== undefined) this.#closeMath(name);
    else if (this.#pre !== undefined) {
      if (name === 'pre') this.#closePre();
    } else if (inline.has(name)) this.#inline.close(name);
    else this.#closeBlock(name);
  }

  #closeHidden(name: string): void {
    const hidden = this.#hidden;
    if (hidden?.name !== name || --hidden.depth > 0) return;
    this.#hidden = undefined;
    if (hidden.name !== 'head') this.losses.push({ kind: 'element', of: [hidden.name], line: hidden.line });
  }

  #closeMath(name: string): void {
    if (name !== 'math') {
      this.#math?.close(name);
      return;
    }
    const tex = this.#math?.tex() ?? '';
    this.#math = undefined;
    if (tex !== '') this.#inline.raw(`$${tex}$`);
  }

  #closePre(): void {
    const pre = this.#pre;
    this.#pre = undefined;
    if (pre === undefined || pre.text.trim() === '') return;
    const fence = fenceFor(pre.text, 3, '~');
    this.#push(`${fence}${pre.language}\n${trimEnd(pre.text.replace(/^\n/, ''), /\n/)}\n${fence}`);
  }

  #closeBlock(name: string): void {
    const table = this.#tables.at(-1);
    if ((name === 'td' || name === 'th') && table?.hasCell === true) {
      table.closeCell(this.#inline.take());
      return;
    }
    if (table?.hasCell === true && (name === 'tr' || name === 'table')) table.closeCell(this.#inline.take());
    if (name === 'dt') {
      this.#endTerm();
      this.#term = this.#inline.take();
    } else if (name === 'dd' && this.#term !== '') {
      this.#push(`- **${this.#term}**: ${this.#inline.take()}`);
      this.#term = '';
    } else this.flush();
    if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      this.#prefix = this.#indent();
    } else if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    else if (name === 'tr') table?.closeRow();
    else if (name === 'table') this.#closeTable();
  }

  #closeTable(): void {
    const written = this.#tables.pop()?.write() ?? '';
    if (written === '') return;
    // A table inside a cell is read as the words of that cell.
    if (this.#tables.at(-1)?.hasCell === true) this.#inline.raw(` ${written.replace(/[|\n]|-{3}/g, ' ')} `);
    else this.#push(written);
  }

  #push(block: string): void {
    this.blocks.push(this.#quotes > 0 ? block.replace(/^/gm, '> ') : block);
  }

  /** Ends the text; what is hidden by a tag that never closes is named. */
  finish(): void {
    this.flush();
    this.#endTerm();
    const hidden = this.#hidden;
    if (hidden !== undefined && hidden.name !== 'head')
      this.losses.push({ kind: 'unclosed', of: [hidden.name], line: hidden.line });
  }

  /** Ends the running text. */
  flush(): void {
    if (this.#tables.at(-1)?.hasCell === true) {
      this.#inline.raw(' ');
      return;
    }
    const text = this.#inline.take();
    const prefix = this.#prefix;
    if (text === '') return;
    this.#prefix = this.#indent();
    this.#endTerm();
    this.#push(prefix + startOfLine(text));
  }

  /** A term without a definition of its own. */
  #endTerm(): void {
    if (this.#term !== '') this.#push(`**${this.#term}**`);
    this.#term = '';
  }
}

/** The place of the part that is the text itself, on a page that says so. */
function mainPart(html: string): readonly [start: number, end: number] | undefined {
  let found: [number, number] | undefined;
  let depth = 0;
  let start = 0;
  readTags(html, {
    open: (name, _, [, end]) => {
      if (name === 'main' && depth++ === 0) start = end;
    },
    close: (name, [at]) => {
      if (name === 'main' && depth > 0 && --depth === 0) found ??= [start, at];
    },
    text: () => undefined,
    comment: () => undefined,
  });
  return found;
}

/** HTML as Markdown, with the pictures that it shows. */
export function htmlToMarkdown(html: string): Imported & { readonly pictures: readonly string[] } {
  const writer = new MarkdownWriter(html);
  const main = mainPart(html);
  const outside: { line?: number; words: string } = { words: '' };
  const lineAt = lineFinder(html);
  const isText = (at: number): boolean => main === undefined || (at >= main[0] && at < main[1]);
  const heads = new Set(['html', 'head', 'title']);
  let isHead = false;
  readTags(html, {
    open: (name, attributes, [start]) => {
      if (name === 'head') isHead = true;
      if (isHead || heads.has(name) || isText(start) || skipped.has(name)) writer.open(name, attributes, start);
    },
    close: (name, [start]) => {
      if (isHead || isText(start) || skipped.has(name)) writer.close(name);
      if (name === 'head') isHead = false;
    },
    text: (text, [start]) => {
      if (isHead || isText(start)) writer.text(text);
      else if (/[\p{L}\p{N}]/u.test(text)) {
        outside.line ??= lineAt(start);
        outside.words += text;
      }
    },
    comment: () => undefined,
  });
  writer.finish();
  const { blocks, losses, pictures, title, lang } = writer;
  const beside = outside.line === undefined ? [] : [{ kind: 'outside-main' as const, line: outside.line }];
  return {
    markdown: `${blocks.join('\n\n')}\n`,
    ...(title.trim() !== '' && { title: title.trim().replace(/\s+/g, ' ') }),
    ...(lang !== '' && { lang }),
    assets: [...localPictures(pictures), ...writer.embedded],
    losses: [...losses, ...beside],
    pictures,
  };
}

/** The encoding that a page names. */
const namedEncoding = (bytes: Uint8Array): string | undefined =>
  /<meta[^<>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  )?.[1];

export const htmlReader: ImportReader = {
  endings: ['html', 'htm', 'xhtml'],
  read(bytes) {
    const { text, losses } = decode(bytes, namedEncoding(bytes));
    const read = htmlToMarkdown(text);
    return { ...read, losses: [...losses, ...read.losses] };
  },
};
