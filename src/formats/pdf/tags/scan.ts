/** What an operation does (ISO 32000-1, annex A), as far as marks and what they hold depend on it. */
export type OperationKind =
  | 'save'
  | 'restore'
  | 'matrix'
  /** One or more parts of a path that follow one another. */
  | 'path'
  | 'no-paint'
  | 'paint'
  | 'shade'
  | 'picture'
  | 'draw'
  | 'text'
  | 'text-end'
  | 'place'
  | 'font'
  | 'show'
  | 'mark'
  | 'mark-end';

const operators: Readonly<Record<OperationKind, string>> = {
  save: 'q',
  restore: 'Q',
  matrix: 'cm',
  path: 'm l c v y h re',
  'no-paint': 'n',
  paint: 'S s f F f* B B* b b*',
  shade: 'sh',
  picture: 'EI',
  draw: 'Do',
  text: 'BT',
  'text-end': 'ET',
  place: 'Tm Td',
  font: 'Tf',
  show: `Tj TJ ' "`,
  mark: 'BDC BMC',
  'mark-end': 'EMC',
};

/** An operator of up to three letters as a number, so that no text is cut out for it. */
const packed = (text: string, from: number, to: number): number => {
  if (to - from > 3) return 0;
  let sum = 0;
  for (let at = from; at < to; at++) sum = sum * 256 + text.charCodeAt(at);
  return sum;
};
const packedWord = (word: string): number => packed(word, 0, word.length);

const kindOfOperator = new Map(
  Object.entries(operators).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [packedWord(name), kind as OperationKind] as const),
  ),
);
const pictureData = packedWord('ID');

/**
 * The operations of a content stream (ISO 32000-1, 7.8.2) that matter here, in order. They stand in tables, and parts of a
 * path as one: a stream has hundreds of thousands.
 */
export class Operations {
  readonly text: string;
  readonly kinds: OperationKind[] = [];
  /** Where the first operand begins; the operator itself when there is none. */
  readonly starts: number[] = [];
  /** Where the operator begins. */
  readonly operators: number[] = [];
  /** Just after the operator. */
  readonly ends: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  operandsOf(index: number): string {
    return this.text.slice(this.starts[index], this.operators[index]);
  }

  operatorOf(index: number): string {
    return this.text.slice(this.operators[index], this.ends[index]);
  }
}

/** What a character begins or is: looked up by its code, as a stream has hundreds of thousands. */
const kinds = { other: 0, space: 1, delimiter: 2, number: 3 } as const;
const kindOf = new Uint8Array(256);
for (const code of [0, 9, 10, 11, 12, 13, 32]) kindOf[code] = kinds.space;
for (const character of '()<>[]{}/%') kindOf[character.charCodeAt(0)] = kinds.delimiter;
for (const character of '-+.0123456789') kindOf[character.charCodeAt(0)] = kinds.number;

const percent = 37;

/**
 * Reads a content stream in one pass.
 * @param text the stream's bytes as Latin-1, not compressed
 */
export function operationsOf(text: string): Operations {
  const found = new Operations(text);
  const { length } = text;
  let before: OperationKind | undefined;
  let start = -1;
  for (let at = 0; at < length;) {
    const code = text.charCodeAt(at);
    const kind = kindOf[code];
    if (kind === kinds.space) {
      at++;
      continue;
    }
    if (code === percent) {
      at = lineEnd(text, at);
      continue;
    }
    const from = at;
    at = kind === kinds.delimiter ? tokenEnd(text, at) : wordEnd(text, at);
    if (start < 0) start = from;
    if (kind !== kinds.other || isOperand(text, from, at)) continue;
    const word = packed(text, from, at);
    // An inline picture: its data is not made of tokens.
    const isPicture = word === pictureData;
    if (isPicture) at = pictureEnd(text, at);
    const does = isPicture ? 'picture' : kindOfOperator.get(word);
    if (does !== undefined && !(does === 'path' && before === 'path')) {
      before = does;
      found.kinds.push(does);
      found.starts.push(start);
      found.operators.push(isPicture ? at - 2 : from);
      found.ends.push(at);
    }
    start = -1;
  }
  return found;
}

/** Words that are operands (7.3.2, 7.3.9). */
const isOperand = (text: string, from: number, to: number): boolean =>
  to - from > 3 && ['true', 'false', 'null'].includes(text.slice(from, to));

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (kindOf[text.charCodeAt(end)] ?? 0) % 3 === 0) end++;
  return end;
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

/** The id of a mark in the operands that begin it (14.7.4.2). */
export const markIn = (operands: string): number | undefined => {
  const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return id === undefined ? undefined : Number(id);
};

/** The first name among operands, without its slash. */
export const nameIn = (operands: string): string => /\/(\S+)/.exec(operands)?.[1] ?? '';
