import { textWidth, type Font } from './width.ts';

/** Text in one font. */
export interface Run {
  readonly text: string;
  readonly font: Font;
}

/** One line of text and its width in CSS pixels. */
export interface TextLine {
  readonly text: string;
  readonly width: number;
}

/** What can never be divided: a word, or its part up to a hyphen; it may go from one run into the next. */
interface Piece {
  text: string;
  width: number;
  /** What stands before it: the end of a line, a space of some width, or a place where a word may be broken. */
  readonly before: 'line' | 'space' | 'break';
  readonly space: number;
}

const isSpace = (unit: string): boolean => unit === ' ' || unit === '\t' || unit === '\r';
const isHyphen = (unit: string): boolean => unit === '-' || unit === '\u2010' || unit === '–' || unit === '—';
const letter = /^\p{L}/u;

/** Where the piece that starts at `start` ends: before white space, or behind a hyphen that a letter follows. */
function endOfPiece(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSpace(text.charAt(at)) && text[at] !== '\n') {
    const hyphen = isHyphen(text.charAt(at));
    at++;
    if (hyphen && letter.test(text.slice(at, at + 2))) break;
  }
  return at;
}

function piecesOf(runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Piece['before'] | 'none' = 'line';
  let space = 0;
  const put = (text: string, font: Font): void => {
    const width = textWidth(text, font);
    const last = pieces.at(-1);
    if (before === 'none' && last) {
      last.text += text;
      last.width += width;
    } else pieces.push({ text, width, before: before === 'none' ? 'break' : before, space });
    before = 'none';
    space = 0;
  };
  for (const { text, font } of runs) {
    for (let at = 0; at < text.length;) {
      if (text[at] === '\n') {
        if (before === 'line') put('', font);
        before = 'line';
        at++;
      } else if (isSpace(text.charAt(at))) {
        if (before !== 'line') before = 'space';
        space = before === 'space' ? textWidth(' ', font) : 0;
        at++;
      } else {
        const end = endOfPiece(text, at);
        put(text.slice(at, end), font);
        if (end < text.length && isHyphen(text.charAt(end - 1)) && letter.test(text.slice(end, end + 2)))
          before = 'break';
        at = end;
      }
    }
  }
  return pieces;
}

/**
 * Breaks text into lines of a width as a browser does: as many words on a line as have room. `\n` ends a line. A word
 * that is wider than a whole line stands on a line of its own, which is then wider than asked.
 */
export function breakLines(runs: readonly Run[], width: number): readonly TextLine[] {
  const lines: { text: string; width: number }[] = [];
  for (const piece of piecesOf(runs)) {
    const line = lines.at(-1);
    const space = piece.before === 'space' ? piece.space : 0;
    if (!line || piece.before === 'line' || line.width + space + piece.width > width) {
      lines.push({ text: piece.text, width: piece.width });
    } else {
      line.text += (space > 0 ? ' ' : '') + piece.text;
      line.width += space + piece.width;
    }
  }
  return lines;
}
