import { escapeAttribute } from '../../compose/index.ts';
import { attributeOf, htmlPieces } from '../../text/index.ts';

/** White space and the sign before a bar in a cell mean nothing in a formula. */
const bare = (tex: string): string => tex.replaceAll('\\|', '|').replace(/\s+/g, ' ').trim();

/** The words of each formula of the rendered slides, by its TeX. */
export function formulaWords(html: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  if (!html.includes('<math')) return words;
  let said: string | undefined;
  let tex: string | undefined;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'open' && piece.name === 'math') said = attributeOf(piece, 'aria-label');
    if (piece.kind === 'open' && piece.name === 'annotation') tex = '';
    if (piece.kind === 'text' && tex !== undefined) tex += piece.text;
    if (piece.kind !== 'close' || piece.name !== 'annotation') continue;
    if (said !== undefined) words.set(bare(tex ?? ''), said);
    tex = said = undefined;
  }
  return words;
}

/** What begins something in which a dollar sign is one, and formulas: in lines of their own, and in a line. */
const start = /^(?:`{3,}|~{3,})|`+|<(?=[a-z/!])|^\$\$\n|\$/gim;

/** Where a piece that begins with this ends: behind the sign that closes it, or where the text ends. */
function endOf(markdown: string, sign: string, from: number): number {
  const isFence = /^[`~]{3,}$/.test(sign) && (from === sign.length || markdown[from - sign.length - 1] === '\n');
  const closer = isFence ? `\n${sign}` : sign === '<' ? '>' : sign === '$$\n' ? '\n$$' : sign;
  // A formula in lines of its own has a line end before it as well, and may be empty.
  const end = markdown.indexOf(closer, sign === '$$\n' || isFence ? from - 1 : from);
  return end < 0 ? markdown.length : end + closer.length;
}

/**
 * Gives the formulas of a slide their words: Marp sets formulas as MathML, which only some readers can say. Everywhere
 * else the composed Markdown writes a dollar sign as `&#36;`.
 */
export function sayFormulasIn(markdown: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0 || !markdown.includes('$')) return markdown;
  let written = '';
  let from = 0;
  const scan = new RegExp(start);
  for (let match = scan.exec(markdown); match; match = scan.exec(markdown)) {
    const [sign] = match;
    const behind = match.index + sign.length;
    const end = (scan.lastIndex = endOf(markdown, sign, behind));
    const said = sign.startsWith('$') ? words.get(bare(markdown.slice(behind, end - sign.length))) : undefined;
    if (said === undefined) continue;
    const whole = markdown.slice(match.index, end);
    const tag = `role="math" aria-label="${escapeAttribute(said)}"`;
    const wrapped = sign === '$' ? `<span ${tag}>${whole}</span>` : `<div ${tag}>\n\n${whole}\n\n</div>`;
    written += markdown.slice(from, match.index) + wrapped;
    from = end;
  }
  return written + markdown.slice(from);
}
