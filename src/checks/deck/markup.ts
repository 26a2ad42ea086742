import { htmlPieces, type HtmlOpening } from '../../text/index.ts';

const inlineElements = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'tspan',
]);

/** The text of HTML without the elements that `isHidden` names, with a space between blocks. */
export function textOf(html: string, isHidden: (tag: HtmlOpening) => boolean): string {
  const parts: string[] = [];
  let hiddenIn: string | undefined;
  let depth = 0;
  for (const piece of htmlPieces(html)) {
    if (hiddenIn !== undefined) {
      if (piece.kind === 'open' && piece.name === hiddenIn && !piece.empty) depth++;
      if (piece.kind === 'close' && piece.name === hiddenIn) depth--;
      if (depth === 0) hiddenIn = undefined;
    } else if (piece.kind === 'text') parts.push(piece.text);
    else if (piece.kind === 'open' && !piece.empty && isHidden(piece)) {
      hiddenIn = piece.name;
      depth = 1;
    } else if (piece.kind !== 'other' && !inlineElements.has(piece.name)) parts.push(' ');
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
