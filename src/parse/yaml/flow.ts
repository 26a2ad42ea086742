/** One piece between brackets: a text, or a bracket, comma or quoted text that stays as it is. */
const pieces = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\$\{[A-Za-z][\w-]*\}|[[\]{},]|[^"'[\]{},$]+|./gs;

/** A text that cannot stand inside [ ] without quotes. */
const isOdd = (text: string): boolean => !/^(?:".*"|'.*')$/s.test(text) && /^[*&!%@`|>]| #|\$\{|,/.test(text);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * A list in brackets on one line with the texts quoted that YAML would take for something else, and empty places filled:
 * `[a, , *b*, ${c}]` gives `[a, "", '*b*', '${c}']`.
 * @returns `undefined` when the text is no such list, or nothing needs quotes.
 */
export function quotedItems(rest: string): string | undefined {
  if (!/^\[.*\]$/s.test(rest)) return undefined;
  const out: string[] = [];
  let item = '';
  let depth = 0;
  const close = (isLast: boolean): void => {
    const text = item.trim();
    const isKeyed = /^[\w-]+: /.test(text);
    const before = out.at(-1);
    const isEmpty = text === '' && (before === ',' || before === '[') && !isLast;
    if (isEmpty) out.push(before === '[' ? '""' : ' ""');
    else if (text !== '' && !isKeyed && isOdd(text)) out.push(item.startsWith(' ') ? ' ' : '', quoted(text));
    else out.push(item);
    item = '';
  };
  // Where a space follows other commas, one between two digits belongs to a number.
  const isSpaced = rest.includes(', ');
  for (const { 0: piece, index } of rest.matchAll(pieces)) {
    if (piece === ',' && isSpaced && /\d(?:\*\*)?$/.test(item) && /^\d/.test(rest.slice(index + 1))) item += piece;
    else if (piece === ',' || piece === ']') {
      if (piece === ']') depth--;
      close(piece === ']' && !(out.at(-1) === ',' && item.startsWith(' ')));
      out.push(piece);
    } else if (piece === '[') {
      if (item.trim() !== '') return undefined;
      depth++;
      out.push(item, piece);
      item = '';
    } else if (piece === '{' || piece === '}') return undefined;
    else item += piece;
  }
  const made = out.filter((part) => part !== '').join('') + item;
  return depth === 0 && made !== rest ? made : undefined;
}

/** Whether a text begins with a bracket that closes before its end: `[+voiced] and [–voiced]` is no list. */
export const closesEarly = (rest: string): boolean => restAfterBracket(rest) === 'text';

/** Whether a text is one pair of brackets with what stands in it. */
export const isInBrackets = (rest: string): boolean => restAfterBracket(rest) === 'nothing';

/** The brackets that a text opens and never closes, as what closes them: `[a, {b: c` needs `}]`. */
export function missingBrackets(rest: string): string {
  if (!rest.startsWith('[') && !rest.startsWith('{')) return '';
  const open: string[] = [];
  for (const [piece] of rest.matchAll(pieces)) {
    // From here on it is a comment.
    if (piece.includes(' #') && !piece.startsWith('"') && !piece.startsWith("'")) break;
    if (piece === '[') open.unshift(']');
    else if (piece === '{') open.unshift('}');
    else if (piece === ']' || piece === '}') {
      if (open.shift() !== piece) return '';
    }
  }
  return open.join('');
}

function restAfterBracket(rest: string): 'text' | 'nothing' | undefined {
  if (!/^[[{]/.test(rest)) return undefined;
  let depth = 0;
  let read = 0;
  for (const [piece] of rest.matchAll(pieces)) {
    read += piece.length;
    if (/^[[{]$/.test(piece)) depth++;
    else if (/^[\]}]$/.test(piece) && --depth === 0) break;
  }
  if (depth !== 0) return undefined;
  return /^\s*(?:#.*)?$/.test(rest.slice(read)) ? 'nothing' : 'text';
}
