import { htmlPieces } from '../text/index.ts';

/** Markup whose text must be left alone: drawings, formulas, styles. */
const apart = new Set(['svg', 'math', 'style', 'script']);
const code = new Set(['pre', 'code']);

/**
 * Changes the text between the tags of some HTML, as written; drawings and formulas stay as they are.
 * @param inCode whether the text of code is changed too
 */
export function mapText(html: string, change: (text: string) => string, { inCode = false } = {}): string {
  const isApart = (name: string): boolean => apart.has(name) || (!inCode && code.has(name));
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'open' && !piece.empty && isApart(piece.name)) depth++;
    if (piece.kind === 'close' && isApart(piece.name)) depth = Math.max(0, depth - 1);
    if (piece.kind !== 'text' || depth > 0) continue;
    parts.push(html.slice(from, piece.start), change(html.slice(piece.start, piece.end)));
    from = piece.end;
  }
  return [...parts, html.slice(from)].join('');
}
