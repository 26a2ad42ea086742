import { asCode } from '../code-span.ts';
import { asInline, asLinkText } from '../escape.ts';

const marks: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  s: '~~',
  del: '~~',
  mark: '==',
};
const tags = new Set(['sub', 'sup', 'kbd', 'u']);

interface Open {
  readonly name: string;
  readonly href?: string;
  /** What stands in it so far. */
  text: string;
}

/** Marks in marks beyond this depth are passed over: their words stay. */
const deepest = 30;

/** Writes the running text of one block of HTML as Markdown: marks stand at their words, and marks around nothing go. */
export class InlineWriter {
  #text = '';
  #open: Open[] = [];

  add(text: string): void {
    const escape = this.#open.some(({ name }) => name === 'a') ? asLinkText : asInline;
    this.raw(this.#isCode() ? text : spaced(text, escape));
  }

  /** Adds Markdown as it is. */
  raw(markdown: string): void {
    const inside = this.#open.at(-1);
    if (inside) inside.text += markdown;
    else this.#text += markdown;
  }

  open(name: string, href?: string): void {
    if (this.#isCode() || this.#open.length >= deepest) return;
    if (marks[name] !== undefined || tags.has(name) || name === 'code' || name === 'a')
      this.#open.push({ name, text: '', ...(href !== undefined && { href }) });
  }

  close(name: string): void {
    const index = this.#open.findLastIndex((one) => one.name === name);
    if (index < 0) return;
    // What was opened inside and never closed ends here.
    while (this.#open.length > index) this.#end();
  }

  /** The text so far, all marks closed; the next block begins empty. */
  take(): string {
    while (this.#open.length > 0) this.#end();
    const text = this.#text.replace(/[ \t\n]+/g, ' ').trim();
    this.#text = '';
    return text;
  }

  #isCode(): boolean {
    return this.#open.at(-1)?.name === 'code';
  }

  #end(): void {
    const last = this.#open.pop();
    if (last === undefined) return;
    const inner = last.text;
    const words = inner.trim();
    const lead = /^\s/.test(inner) ? ' ' : '';
    const tail = words !== '' && /\s$/.test(inner) ? ' ' : '';
    this.raw(lead + (words === '' ? '' : wrapped(last, words)) + tail);
  }
}

function wrapped({ name, href }: Open, words: string): string {
  if (name === 'code') return asCode(words.replace(/\s+/g, ' '));
  if (name === 'a') return href === undefined ? words : `[${words}](<${href}>)`;
  const mark = marks[name];
  return mark === undefined ? `<${name}>${words}</${name}>` : mark + words + mark;
}

/** Running text as Markdown; white space at its ends is kept, since words may follow. */
function spaced(text: string, escape: (text: string) => string): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + escape(text.trim()) + (/\s$/.test(text) ? ' ' : '');
}
