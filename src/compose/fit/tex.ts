/** Size of a formula in em, estimated from its TeX: enough to choose a size at which it fits. */
export interface TexSize {
  readonly width: number;
  readonly height: number;
}

/** Names that are set as upright words; any other command counts as one sign. */
const word = /^\\(?:cos|sin|tan|cot|log|ln|exp|lim|max|min|sup|inf|det|dim|ker|gcd|arg|mod|Pr)$/;
/** Commands that take no room of their own. */
const silent =
  /^\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|textstyle|mathrm|mathbf|mathit|mathcal|mathbb|text|operatorname|limits|nolimits|,|!|;|:)$/;
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
    } else if (/^\\(?:begin|end|vphantom|hspace)$/.test(sign)) {
      at = group(tex, end).end;
    } else {
      width += tex[at] === '{' ? widthOf(sign) : signWidth(sign);
      at = end;
    }
  }
  return width;
}

function signWidth(sign: string): number {
  if (/^[\s&{}]$/.test(sign) || silent.test(sign)) return 0;
  if (word.test(sign)) return 0.5 * (sign.length - 1) + 0.34;
  if (longArrow.test(sign)) return 2.4;
  if (arrow.test(sign)) return 1.56;
  if (/^[=+<>:-]$/.test(sign) || relation.test(sign)) return 1.2;
  if (large.test(sign)) return 1.4;
  if (/^[A-ZmwMW]$|^\\[A-Z][a-z]+$/.test(sign)) return 0.78;
  return /^[()[\].,;:|!]$/.test(sign) ? 0.4 : 0.56;
}

/** The size of a displayed formula; its rows end with `\\`. */
export function texSize(tex: string): TexSize {
  const rows = tex.split(/\\\\(?:\[[^\]]*\])?/);
  const heights = rows.map((row) => (large.test(row) ? 4.1 : /\\(?:d?frac|sqrt|binom)\b/.test(row) ? 2.9 : 1.6));
  return { width: Math.max(...rows.map(widthOf)), height: heights.reduce((sum, height) => sum + height, 0) };
}
