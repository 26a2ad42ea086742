import { attributeOf, replacePieces } from '../text/index.ts';

const isStep = ({ name }: { readonly name: string }): boolean =>
  name === 'data-marpit-fragment' || name === 'data-step';

/**
 * Numbers what appears step by step, in the order of the document: list items that Marp marked as fragments, elements
 * marked `data-step="+"` (`=` appears with the one before), and the parts of drawings, whose own numbers are kept
 * relative to one another.
 * @returns the HTML with `data-step="1"…` and the number of steps.
 */
export function numberSteps(html: string): { readonly html: string; readonly steps: number } {
  if (!/data-(?:marpit-fragment|step)/i.test(html)) return { html, steps: 0 };
  let count = 0;
  let drawing: { base: number; highest: number } | undefined;
  const numberOf = (value: string): number => {
    if (!drawing) return value === '=' ? count : ++count;
    const step = drawing.base + Math.max(1, Math.min(99, Number.parseInt(value, 10) || 1));
    drawing.highest = Math.max(drawing.highest, step);
    return step;
  };
  const numbered = replacePieces(html, (piece) => {
    if (piece.kind === 'close' && piece.name === 'svg') {
      if (drawing) count = Math.max(count, drawing.highest);
      drawing = undefined;
    }
    if (piece.kind !== 'open') return undefined;
    if (piece.name === 'svg' && !drawing) drawing = { base: count, highest: count };
    const found = piece.attributes.find(isStep);
    if (!found) return undefined;
    return `${html.slice(piece.start, found.start)}data-step="${numberOf(found.value)}"${html.slice(found.end, piece.end)}`;
  });
  return { html: numbered, steps: count };
}

/** The marked lines of code in a `<div class="stepped">` get a step for each run of lines. */
export function stepCode(html: string): string {
  if (!html.includes('stepped')) return html;
  let isStepped = false;
  let isRun = false;
  return replacePieces(html, (piece) => {
    if (piece.kind === 'close' && piece.name === 'pre') isStepped = false;
    if (piece.kind !== 'open') return undefined;
    const classes = (attributeOf(piece, 'class') ?? '').split(' ');
    if (classes.includes('stepped')) isStepped = true;
    if (!isStepped || !classes.includes('line')) return undefined;
    const isMarked = classes.includes('highlighted');
    const step = isRun ? '=' : '+';
    isRun = isMarked;
    const tag = html.slice(piece.start, piece.end);
    return isMarked ? `${tag.slice(0, -1)} data-step="${step}">` : undefined;
  });
}
