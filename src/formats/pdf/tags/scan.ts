/** One operation of a content stream (ISO 32000-1, 7.8.2): where its operands begin, and the operator. */
export interface Operation {
  readonly operator: string;
  /** Where the first operand begins; the operator itself when there is none. */
  readonly start: number;
  /** Just after the operator. */
  readonly end: number;
}

/** What a character begins or is: looked up by its code, as a stream has hundreds of thousands. */
const kinds = { other: 0, space: 1, delimiter: 2, number: 3 } as const;
const kindOf = new Uint8Array(256);
for (const code of [0, 9, 10, 11, 12, 13, 32]) kindOf[code] = kinds.space;
for (const character of '()<>[]{}/%') kindOf[character.charCodeAt(0)] = kinds.delimiter;
for (const character of '-+.0123456789') kindOf[character.charCodeAt(0)] = kinds.number;

const isSpace = (code: number): boolean => kindOf[code] === kinds.space;
const percent = 37;

/**
 * The operations of a content stream in order, in one pass over the text.
 * @param text the stream's bytes as Latin-1, not compressed
 */
export function operationsOf(text: string): readonly Operation[] {
  const operations: Operation[] = [];
  const { length } = text;
  let at = 0;
  let start = -1;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = kindOf[code];
    if (kind === kinds.space) {
      at++;
      continue;
    }
    const from = at;
    if (code === percent) {
      at = lineEnd(text, at);
      continue;
    }
    at = kind === kinds.delimiter ? tokenEnd(text, at) : wordEnd(text, at);
    if (start < 0) start = from;
    if (kind !== kinds.other) continue;
    const word = text.slice(from, at);
    if (word === 'true' || word === 'false' || word === 'null') continue;
    // An inline picture: its data is not made of tokens.
    if (word === 'ID') at = pictureEnd(text, at);
    operations.push({ operator: word === 'ID' ? 'EI' : word, start, end: at });
    start = -1;
  }
  return operations;
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (kindOf[text.charCodeAt(end)] ?? 0) % 3 === 0) end++;
  return end;
}

/** The strings in the operands of an operation (7.3.4), each with its brackets. */
export function* stringsIn(operands: string): Generator<string> {
  for (let at = 0; at < operands.length;) {
    const character = operands.charAt(at);
    const end = isSpace(operands.charCodeAt(at)) ? at + 1 : tokenEnd(operands, at);
    const token = operands.slice(at, end);
    if (character === '(' || (character === '<' && token !== '<<')) yield token;
    at = end;
  }
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

function pictureEnd(text: string, at: number): number {
  const end = text.indexOf('EI', at + 1);
  return end < 0 ? text.length : end + 2;
}

/** Where the token that starts at `at` ends. Dictionaries and arrays are taken apart: their brackets are tokens. */
function tokenEnd(text: string, at: number): number {
  const character = text.charAt(at);
  if (character === '(') return stringEnd(text, at);
  if (character === '<' && text.charAt(at + 1) !== '<') {
    const end = text.indexOf('>', at);
    return end < 0 ? text.length : end + 1;
  }
  if (character === '<' || (character === '>' && text.charAt(at + 1) === '>')) return at + 2;
  if ('>[]{})'.includes(character)) return at + 1;
  return wordEnd(text, at);
}

/** A literal string: parentheses inside are balanced or escaped (7.3.4.2). */
function stringEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === '\\') end++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return end + 1;
  }
  return text.length;
}
