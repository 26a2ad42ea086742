import { parseInline, type Run } from './inline.ts';
import { runWidth, textWidth } from './measure.ts';

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Lines of text of one size, ready to be drawn. */
export interface TextBlock {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly bold: boolean;
  /** Width of the longest line. */
  readonly width: number;
  readonly lineHeight: number;
  readonly height: number;
}

export interface TextStyle {
  /** Font size in pixels. */
  readonly size: number;
  readonly bold?: boolean;
  /** Inserts soft hyphens in a word where the language allows a break. */
  readonly hyphenate?: (word: string) => string;
}

/** A piece that is never broken, and what stands before it: a space, a place to break, or a soft hyphen. */
interface Piece {
  readonly run: Run;
  readonly before: 'space' | 'break' | 'hyphen' | 'none';
  readonly width: number;
}

// After a hyphen, dash or slash inside a word, but never in `5-HT` or `and/or`.
const breakable = /(?<=[\p{L}\p{N}]{3}[-–—/])(?=[\p{L}\p{N}]{3})/u;

/**
 * Wraps one line of Markdown to a width, lines balanced.
 * @returns `undefined` when a single word is wider than the box.
 */
export function wrap(source: string, width: number, style: TextStyle): TextBlock | undefined {
  const bold = style.bold ?? false;
  const words = groups(piecesOf(parseInline(source), style));
  const loose = fill(words, width, style.size, bold);
  if (!loose) return undefined;
  let low = 0;
  let high = width;
  let lines = loose;
  while (high - low > 4 && loose.length > 1) {
    const middle = (low + high) / 2;
    const tighter = fill(words, middle, style.size, bold);
    if (tighter?.length === loose.length) {
      lines = tighter;
      high = middle;
    } else {
      low = middle;
    }
  }
  const lineHeight = Math.round(style.size * 1.22);
  const longest = Math.max(0, ...lines.map((line) => line.width));
  return { lines, size: style.size, bold, width: longest, lineHeight, height: lines.length * lineHeight };
}

function piecesOf(runs: readonly Run[], { size, bold = false, hyphenate }: TextStyle): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Piece['before'] = 'none';
  const push = (run: Run, text: string): void => {
    pieces.push({ run: { ...run, text }, before, width: runWidth({ ...run, text }, size, bold) });
    before = 'none';
  };
  for (const run of runs) {
    for (const word of run.text.split(/([ \t\n\r]+)/)) {
      if (word === '') continue;
      if (/^[ \t\n\r]/.test(word)) {
        before = pieces.length > 0 ? 'space' : 'none';
        continue;
      }
      const hyphenated = hyphenate && !run.script ? hyphenate(word) : word;
      for (const [index, part] of hyphenated.split('\u00AD').entries()) {
        if (index > 0) before = 'hyphen';
        for (const [at, bit] of part.split(breakable).entries()) {
          if (at > 0) before = 'break';
          if (bit !== '') push(run, bit);
        }
      }
    }
  }
  return pieces;
}

/** Fills lines greedily; `undefined` when a word alone is too wide. */
function fill(
  words: readonly (readonly Piece[])[],
  width: number,
  size: number,
  bold: boolean,
): readonly Line[] | undefined {
  const space = textWidth(' ', size, bold);
  const hyphen = textWidth('-', size, bold);
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const close = (ending: string): void => {
    const runs = joined(line, ending);
    lines.push({ runs, width: used + (ending === '' ? 0 : hyphen) });
    line = [];
    used = 0;
  };
  for (const [index, word] of words.entries()) {
    const first = word[0];
    if (!first) continue;
    const own = word.reduce((sum, piece) => sum + piece.width, 0);
    const next = words[index + 1]?.[0];
    const tail = next?.before === 'hyphen' ? hyphen : 0;
    const gap = line.length > 0 && first.before === 'space' ? space : 0;
    if (line.length > 0 && used + gap + own + tail > width) close(first.before === 'hyphen' ? '-' : '');
    const lead = line.length > 0 ? gap : 0;
    if (own + tail > width) return undefined;
    line.push(...word);
    used += lead + own;
  }
  if (line.length > 0) close('');
  return lines;
}

/** Groups pieces that stand or fall together, such as `H`, `2` and `O`. */
function groups(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const result: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.before === 'none' && result.length > 0) result.at(-1)?.push(piece);
    else result.push([piece]);
  }
  return result;
}

function joined(line: readonly Piece[], ending: string): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, { run, before }] of line.entries()) {
    const text = index > 0 && before === 'space' ? ` ${run.text}` : run.text;
    const last = runs.at(-1);
    if (last?.bold === run.bold && last.italic === run.italic && last.script === run.script) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else {
      runs.push({ ...run, text });
    }
  }
  const last = runs.at(-1);
  if (last && ending !== '') runs[runs.length - 1] = { ...last, text: last.text + ending };
  return runs;
}
