import { Recent } from '../../base/index.ts';

/** Size of a formula in em, estimated from its TeX: enough to choose a size at which it fits. */
export interface TexSize {
  readonly width: number;
  readonly height: number;
}

/** Names that are set as upright words; any other command counts as one sign. */
const word = /^\\(?:cos|sin|tan|cot|log|ln|exp|lim|max|min|sup|inf|det|dim|ker|gcd|arg|mod|Pr)$/;
/** Commands that take no room of their own. */
const silent =
  /^\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|textstyle|mathrm|mathbf|mathit|mathcal|mathbb|operatorname|limits|nolimits|allowbreak)$/;
/** Commands that set words: their spaces count. */
const words = /^\\(?:text(?:rm|bf|it|sf|tt|normal)?|mbox)$/;
/** Commands that are nothing but room, in em. */
const spaces: Readonly<Record<string, number>> = {
  ...{ '\\qquad': 2, '\\quad': 1, '\\enspace': 0.5, '\\enskip': 0.5, '\\ ': 0.25, '~': 0.25, '\\space': 0.25 },
  ...{ '\\,': 0.17, '\\thinspace': 0.17, '\\:': 0.22, '\\>': 0.22, '\\;': 0.28, '\\!': -0.17 },
};
/** Units of length in em. */
const units: Readonly<Record<string, number>> = { em: 1, ex: 0.43, mu: 1 / 18, pt: 0.1, mm: 0.28, cm: 2.8, in: 7.2 };
/** Relations and operations with the room at their sides. */
const relation =
  /^\\(?:pm|mp|leq?|geq?|ll|gg|approx|cdot|times|div|to|neq?|equiv|sim|simeq|cong|propto|in|notin|ni|(?:sub|sup)set(?:eq)?|mid|parallel|perp|cup|cap|setminus|wedge|vee|land|lor|oplus|otimes|circ)$/;
/** Arrows with the room at their sides. */
const longArrow = /^\\(?:implies|impliedby|iff|long[a-z]+|Long[a-z]+|x[a-z]*arrow)$/;
const arrow =
  /^\\(?:(?:left|right|Left|Right|leftright|Leftright|up|down|hookright)arrow|mapsto|gets|rightleftharpoons)$/;
/** Signs with limits above and below, or at their side. */
const large = /\\(?:sum|int|prod|iint|oint|bigcup|bigcap|lim)\b/;

/** The text in braces at a place, or the one sign that stands there; and where it ends. */
function group(tex: string, at: number): { readonly inner: string; readonly end: number } {
  if (tex[at] !== '{') {
    const sign = /^\\(?:[a-zA-Z]+|.)|^./s.exec(tex.slice(at, at + 40))?.[0] ?? '';
    return { inner: sign, end: at + sign.length };
  }
  let depth = 0;
  for (let i = at; i < tex.length; i++) {
    if (tex[i] === '{') depth++;
    if (tex[i] === '}' && --depth === 0) return { inner: tex.slice(at + 1, i), end: i + 1 };
  }
  return { inner: tex.slice(at + 1), end: tex.length };
}

/** Width of one row in em. */
function widthOf(tex: string): number {
  let width = 0;
  for (let at = 0; at < tex.length;) {
    const { inner: sign, end } = group(tex, at);
    if (/^\\[dt]?frac$/.test(sign)) {
      const above = group(tex, end);
      const below = group(tex, above.end);
      width += Math.max(widthOf(above.inner), widthOf(below.inner)) + 0.25;
      at = below.end;
    } else if (sign === '_' || sign === '^') {
      const script = group(tex, end);
      width += 0.7 * widthOf(script.inner);
      at = script.end;
    } else if (/^\\(?:begin|end|vphantom)$/.test(sign)) {
      at = group(tex, end).end;
    } else if (/^\\hspace$/.test(sign)) {
      const length = group(tex, tex[end] === '*' ? end + 1 : end);
      width += lengthOf(length.inner);
      at = length.end;
    } else if (words.test(sign)) {
      const text = group(tex, end);
      for (const letter of text.inner) width += letter === ' ' ? 0.25 : 0.5;
      at = text.end;
    } else {
      width += tex[at] === '{' ? widthOf(sign) : signWidth(sign);
      at = end;
    }
  }
  return width;
}

/** A length in em: `2em`, `1.5cm`. */
function lengthOf(text: string): number {
  const [, count = '', unit = ''] = /^\s*(-?[\d.]+)\s*([a-z]{2})\s*$/.exec(text) ?? [];
  return (Number(count) || 0) * (units[unit] ?? 0);
}

function signWidth(sign: string): number {
  const space = spaces[sign];
  if (space !== undefined) return space;
  if (/^[\s&{}]$/.test(sign) || silent.test(sign)) return 0;
  if (word.test(sign)) return 0.5 * (sign.length - 1) + 0.34;
  if (longArrow.test(sign)) return 2.4;
  if (arrow.test(sign)) return 1.56;
  if (/^[=+<>:-]$/.test(sign) || relation.test(sign)) return 1.2;
  if (large.test(sign)) return 1.4;
  if (/^[A-ZmwMW]$|^\\[A-Z][a-z]+$/.test(sign)) return 0.78;
  return /^[()[\].,;:|!]$/.test(sign) ? 0.4 : 0.56;
}

/** Fitting measures the same formulas at one size after another. */
const measured = new Recent<TexSize>(100_000);

/** The size of a displayed formula; its rows end with `\\`. */
export const texSize = (tex: string): TexSize =>
  measured.getOrMake(
    tex,
    () => measureTex(tex),
    () => tex.length,
  );

function measureTex(tex: string): TexSize {
  const rows = rowsOf(tex);
  const heights = rows.map(heightOf);
  return { width: columnsWidth(rows), height: heights.reduce((sum, height) => sum + height, 0) };
}

/** Rows that are aligned at `&` are as wide as their widest columns together. */
function columnsWidth(rows: readonly string[]): number {
  const cells = rows.map((row) => row.split(/(?<!\\)&/).map(widthOf));
  const count = Math.max(...cells.map((row) => row.length));
  return Array.from({ length: count }, (_, i) => Math.max(...cells.map((row) => row[i] ?? 0))).reduce(
    (a, b) => a + b,
    0,
  );
}

const rowsOf = (tex: string): readonly string[] => tex.split(/\\\\(?:\[[^\]]*\])?/);
const heightOf = (row: string): number => (large.test(row) ? 4.1 : /\\(?:d?frac|sqrt|binom)\b/.test(row) ? 2.9 : 1.6);

/** The height of a displayed formula in em where it must go on in a next line: behind a relation or an operation. */
export const wrappedHeight = (tex: string, width: number): number =>
  rowsOf(tex).reduce((sum, row) => sum + heightOf(row) * Math.max(1, Math.ceil(widthOf(row) / width)), 0);

/** A formula too wide for its place: what stands apart in it (`\qquad`) stands in lines of its own. */
export function partedTex(tex: string, width: number): string {
  if (!/\\q?quad(?![a-zA-Z])/.test(tex) || /\\(?:begin|left|\\)/.test(tex) || widthOf(tex) <= width) return tex;
  let parted = '';
  for (let at = 0; at < tex.length;) {
    const { inner, end } = group(tex, at);
    parted += /^\\q?quad$/.test(inner) && tex[at] !== '{' ? ' \\\\ ' : tex.slice(at, end);
    at = end;
  }
  return parted;
}
