/** One operation of a content stream (ISO 32000-1, 7.8.2): where its operands begin, and the operator. */
export interface Operation {
  readonly operator: string;
  /** Where the first operand begins; the operator itself when there is none. */
  readonly start: number;
  /** Just after the operator. */
  readonly end: number;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0;
const isDelimiter = (character: string): boolean => '()<>[]{}/%'.includes(character);

/**
 * The operations of a content stream in order, in one pass over the text.
 * @param text the stream's bytes as Latin-1, not compressed
 */
export function* operationsOf(text: string): Generator<Operation> {
  let at = 0;
  let start = -1;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    const character = text.charAt(at);
    if (character === '%') {
      at = lineEnd(text, at);
      continue;
    }
    at = tokenEnd(text, at);
    const isOperand = isDelimiter(character) || /[-+.\d]/.test(character);
    if (start < 0) start = from;
    if (isOperand) continue;
    const word = text.slice(from, at);
    if (word === 'true' || word === 'false' || word === 'null') continue;
    // An inline picture: its data is not made of tokens.
    if (word === 'ID') at = pictureEnd(text, at);
    yield { operator: word === 'ID' ? 'EI' : word, start, end: at };
    start = -1;
  }
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
  let end = at + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isDelimiter(text.charAt(end))) end++;
  return end;
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
