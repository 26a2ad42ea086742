import { Delimiters } from './delimiters.ts';
import type { Range } from './sentences.ts';

/** Plain text made from Markdown, with the place of each character in the source. */
export interface Plain {
  readonly text: string;
  /** Offsets in the source where the characters begin and end. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Number of the code span, formula or address that a character belongs to; 0 for running text. */
  readonly group: readonly number[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const patterns = {
  escape: /\\([!-/:-@[-`{-~])/y,
  comment: /<!--[\s\S]*?(?:-->|$)/y,
  autolink: /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y,
  tag: /<\/?[a-z][^<>]{0,1000}>/iy,
  entity: /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/iy,
  image: /!\[[^[\]]{0,1000}\](?:\([^()]{0,2000}\)|\[[^\]]{0,200}\])/y,
  footnote: /\[\^[^\]\s]{1,100}\]/y,
  link: /\[([^[\]]{1,1000})\](?:\((?:[^()]|\([^()]{0,500}\)){0,1000}\)|\[[^\]]{0,200}\])/y,
  math: /\$\$([^$]{1,1000})\$\$|\$(?!\s)([^$\n]{0,1000}[^$\s\\])\$(?!\d)/y,
  code: /(`+)(?!`)/y,
  space: /\s+/y,
  run: /\*+|_+|~+|\^/y,
};

/** Removes Markdown marks from running text in the given ranges (lines) of the source, which are joined by spaces. */
export function toPlain(source: string, lines: readonly Range[]): Plain {
  return new PlainBuilder(source, lines).build();
}

class PlainBuilder {
  readonly #text: string;
  /** Offset in the source of each character of the joined lines. */
  readonly #offsets: number[] = [];
  readonly #characters: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #group: number[] = [];
  readonly #delimiters = new Delimiters();
  /** Where the text of an open link ends, and where reading goes on after its address. */
  readonly #jumps = new Map<number, number>();
  #groups = 0;
  #lastSpace = -1;
  #at = 0;

  constructor(source: string, lines: readonly Range[]) {
    const parts: string[] = [];
    for (const [start, end] of lines) {
      parts.push(source.slice(start, end));
      for (let i = start; i <= end; i++) this.#offsets.push(i);
    }
    this.#text = parts.join('\n');
  }

  build(): Plain {
    while (this.#at < this.#text.length) this.#step();
    const dropped = this.#delimiters.paired();
    const keep = (_: unknown, i: number): boolean => !dropped.has(i);
    return {
      text: this.#characters.filter(keep).join(''),
      from: this.#from.filter(keep),
      to: this.#to.filter(keep),
      group: this.#group.filter(keep),
    };
  }

  #step(): void {
    const jump = this.#jumps.get(this.#at);
    if (jump !== undefined) this.#at = jump;
    else if (!this.#special()) this.#emit(this.#text.charAt(this.#at), this.#at, this.#at + 1);
  }

  /** Reads one Markdown construct; false when there is none here. */
  #special(): boolean {
    const character = this.#text.charAt(this.#at);
    if (/\s/.test(character)) return this.#space();
    switch (character) {
      case '\\':
        return this.#replace(patterns.escape, (match) => match[1] ?? '');
      case '`':
        return this.#code();
      case '$':
        return this.#inside(patterns.math, (match) => match[1] ?? match[2] ?? '');
      case '<':
        if (this.#skip(patterns.comment) || this.#inside(patterns.autolink, (match) => match[1] ?? '')) return true;
        return this.#replace(patterns.tag, (match) => (/^<br/i.test(match[0]) ? ' ' : ''));
      case '&':
        return this.#replace(patterns.entity, decodeEntity);
      case '!':
        return this.#skip(patterns.image);
      case '[':
        return this.#skip(patterns.footnote) || this.#link();
      case '*':
      case '_':
      case '~':
      case '^':
        return this.#delimiter();
      default:
        return false;
    }
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? undefined;
  }

  #skip(pattern: RegExp): boolean {
    const match = this.#match(pattern);
    if (match !== undefined) this.#at += match[0].length;
    return match !== undefined;
  }

  #replace(pattern: RegExp, text: (match: RegExpExecArray) => string): boolean {
    const match = this.#match(pattern);
    if (match === undefined) return false;
    const replacement = text(match);
    if (replacement === ' ') return this.#space(match[0].length);
    if (replacement === '') this.#at += match[0].length;
    else this.#emit(replacement, this.#at, this.#at + match[0].length);
    return true;
  }

  /** Emits the inside of a construct as one group that is never split. */
  #inside(pattern: RegExp, text: (match: RegExpExecArray) => string): boolean {
    const match = this.#match(pattern);
    if (match === undefined) return false;
    this.#emitGroup(match[0], text(match));
    return true;
  }

  #emitGroup(whole: string, inner: string): void {
    const start = this.#at + whole.indexOf(inner);
    const end = this.#at + whole.length;
    this.#groups++;
    for (this.#at = start; this.#at < start + inner.length;) {
      const character = this.#text.charAt(this.#at);
      if (/\s/.test(character)) this.#space(1, this.#groups);
      else this.#emit(character, this.#at, this.#at + 1, this.#groups);
    }
    this.#at = end;
  }

  #code(): boolean {
    const ticks = this.#match(patterns.code)?.[1] ?? '`';
    const open = this.#at + ticks.length;
    let close = this.#text.indexOf(ticks, open);
    // A closing run must have the same length. Runs are short, so looking a few times is enough.
    for (let tries = 0; close >= 0 && tries < 20 && this.#text.charAt(close + ticks.length) === '`'; tries++) {
      let after = close;
      while (this.#text.charAt(after) === '`') after++;
      close = this.#text.indexOf(ticks, after);
    }
    if (close < 0 || close - open > 2000) {
      this.#literal(ticks.length);
    } else this.#emitGroup(this.#text.slice(this.#at, close + ticks.length), this.#text.slice(open, close));
    return true;
  }

  #link(): boolean {
    const match = this.#match(patterns.link);
    if (match === undefined) return false;
    this.#jumps.set(this.#at + 1 + (match[1] ?? '').length, this.#at + match[0].length);
    this.#at++;
    return true;
  }

  #delimiter(): boolean {
    const run = this.#match(patterns.run)?.[0] ?? '';
    const before = this.#text.charAt(this.#at - 1);
    const after = this.#text.charAt(this.#at + run.length);
    this.#delimiters.add(run, before, after, this.#characters.length, this.#lastSpace);
    this.#literal(run.length);
    return true;
  }

  /** Emits characters as they are. */
  #literal(length: number): void {
    for (const end = this.#at + length; this.#at < end;)
      this.#emit(this.#text.charAt(this.#at), this.#at, this.#at + 1);
  }

  #space(length = this.#match(patterns.space)?.[0].length ?? 1, group = 0): boolean {
    if (this.#characters.at(-1) === ' ') this.#at += length;
    else this.#emit(' ', this.#at, this.#at + length, group);
    return true;
  }

  /** Emits text for the joined characters from `start` to `end`, and goes on after them. */
  #emit(text: string, start: number, end: number, group = 0): void {
    for (const unit of text.split('')) {
      if (unit === ' ') this.#lastSpace = this.#characters.length;
      this.#characters.push(unit);
      this.#from.push(this.#offsets[start] ?? 0);
      this.#to.push((this.#offsets[end - 1] ?? 0) + 1);
      this.#group.push(group);
    }
    this.#at = end;
  }
}

function decodeEntity(match: RegExpExecArray): string {
  const [whole, decimal, hexadecimal, name] = match;
  const code =
    decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : 0;
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
