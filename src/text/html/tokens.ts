import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { Recent } from '../../base/index.ts';

/** A place in the HTML: the first character, and the one behind the last. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** An attribute with its value as the browser reads it. */
interface HtmlAttribute extends Place {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

export interface HtmlOpening extends Place {
  readonly kind: 'open';
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** Whether it holds nothing: `<br />`, `<img>`. */
  readonly empty: boolean;
}

/** A piece of HTML: a tag, text as the browser shows it, or what is neither: a comment, a declaration, half a tag. */
export type HtmlPiece =
  | HtmlOpening
  | (Place & { readonly kind: 'close'; readonly name: string })
  | (Place & { readonly kind: 'text'; readonly text: string })
  | (Place & { readonly kind: 'other' });

const emptyElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const foreign = new Set(['svg', 'math']);

/** Gathers what the tokenizer finds. */
class Gatherer implements TokenizerCallbacks {
  readonly pieces: HtmlPiece[] = [];
  readonly #html: string;
  #tag: { readonly start: number; readonly name: string; readonly attributes: HtmlAttribute[] } | undefined;
  /** Of the attribute that is being read. */
  #start = 0;
  #name = '';
  #value = '';
  #text: { readonly start: number; end: number; readonly parts: string[] } | undefined;
  #foreignDepth = 0;

  constructor(html: string) {
    this.#html = html;
  }

  isInForeignContext = (): boolean => this.#foreignDepth > 0;

  ontext(start: number, end: number): void {
    // What is left of half a tag at the very end is told as text; it is none.
    if (!this.#tag) this.#say(start, end, this.#html.slice(start, end));
  }
  ontextentity(codepoint: number, end: number): void {
    this.#say(this.#text?.end ?? this.#end(), end, String.fromCodePoint(codepoint));
  }
  onopentagname(start: number, end: number): void {
    this.#flush();
    this.#tag = { start: this.#end(), name: this.#html.slice(start, end).toLowerCase(), attributes: [] };
  }
  onattribname(start: number, end: number): void {
    this.#start = start;
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }
  onattribend(_quote: number, end: number): void {
    this.#tag?.attributes.push({ name: this.#name, value: this.#value, start: this.#start, end });
  }
  onopentagend(end: number): void {
    this.#open(end + 1, false);
  }
  onselfclosingtag(end: number): void {
    this.#open(end + 1, true);
  }
  onclosetag(start: number, end: number): void {
    this.#flush();
    const name = this.#html.slice(start, end).toLowerCase();
    if (foreign.has(name)) this.#foreignDepth = Math.max(0, this.#foreignDepth - 1);
    const close = this.#html.indexOf('>', end);
    this.pieces.push({ kind: 'close', name, start: this.#end(), end: close < 0 ? this.#html.length : close + 1 });
  }
  oncomment(_start: number, end: number): void {
    this.#other(end);
  }
  oncdata(_start: number, end: number): void {
    this.#other(end);
  }
  ondeclaration(_start: number, end: number): void {
    this.#other(end);
  }
  onprocessinginstruction(_start: number, end: number): void {
    this.#other(end);
  }
  onend(): void {
    this.#flush();
    // Half a tag at the very end, of which perhaps not even the name was told.
    const end = this.#html.length;
    if (this.#end() < end) this.pieces.push({ kind: 'other', start: this.#end(), end });
  }

  #say(start: number, end: number, text: string): void {
    this.#text ??= { start, end, parts: [] };
    this.#text.parts.push(text);
    this.#text.end = end;
  }
  #flush(): void {
    if (this.#text)
      this.pieces.push({ kind: 'text', text: this.#text.parts.join(''), start: this.#text.start, end: this.#text.end });
    this.#text = undefined;
  }
  #open(end: number, closed: boolean): void {
    if (!this.#tag) return;
    const { start, name, attributes } = this.#tag;
    const empty = closed || emptyElements.has(name);
    if (foreign.has(name) && !closed) this.#foreignDepth++;
    this.pieces.push({ kind: 'open', name, attributes, empty, start, end });
    this.#tag = undefined;
  }
  #other(end: number): void {
    this.#flush();
    const close = this.#html.indexOf('>', end);
    this.pieces.push({ kind: 'other', start: this.#end(), end: close < 0 ? this.#html.length : close + 1 });
  }
  /** Where the last piece ends and the next begins: pieces leave no gaps. */
  #end(): number {
    return this.pieces.at(-1)?.end ?? 0;
  }
}

/** A slide is looked through many times on its way into the deck. */
const lately = new Recent<readonly HtmlPiece[]>(600_000);

/** Reads HTML as a browser's tokenizer does, in linear time. */
export const htmlPieces = (html: string): readonly HtmlPiece[] =>
  lately.getOrMake(
    html,
    () => readPieces(html),
    () => html.length,
  );

function readPieces(html: string): readonly HtmlPiece[] {
  const gatherer = new Gatherer(html);
  // Where nothing can be an entity, text and values are skipped to their end.
  const tokenizer = new Tokenizer({ decodeEntities: html.includes('&') }, gatherer);
  tokenizer.write(html);
  tokenizer.end();
  return gatherer.pieces;
}

/** The value of an attribute; `undefined` when the tag does not have it. */
export const attributeOf = (tag: HtmlOpening, name: string): string | undefined =>
  tag.attributes.find((attribute) => attribute.name === name)?.value;

/** Writes HTML with some of its pieces replaced; `undefined` leaves a piece as it is written. */
export function replacePieces(html: string, replace: (piece: HtmlPiece) => string | undefined): string {
  const parts: string[] = [];
  let from = 0;
  for (const piece of htmlPieces(html)) {
    const by = replace(piece);
    if (by === undefined) continue;
    parts.push(html.slice(from, piece.start), by);
    from = piece.end;
  }
  return from === 0 ? html : [...parts, html.slice(from)].join('');
}
