import { attributeOf, htmlPieces } from '../../text/index.ts';

/** A formula stands in a page twice, and its signs are no words; titles of drawings are alternatives. */
const unread = new Set(['math', 'title', 'desc']);

/** What a text belongs to, by how many of each kind are open. */
interface Depths {
  drawing: number;
  cell: number;
  spoken: number;
  data: number;
}

type HtmlPiece = ReturnType<typeof htmlPieces>[number];

function count(depths: Depths, piece: Extract<HtmlPiece, { readonly name: string }>): void {
  const step = piece.kind === 'open' ? 1 : -1;
  const isData = piece.kind === 'open' && attributeOf(piece, 'class') === 'data-table';
  if (piece.name === 'div' && (isData || depths.data > 0)) depths.data += step;
  else if (piece.name === 'svg') depths.drawing += step;
  else if (piece.name === 'td' || piece.name === 'th') depths.cell += step;
  else if (unread.has(piece.name)) depths.spoken += step;
}

/** A line of a label that is set in lines has its own place across. */
const beginsLine = (piece: HtmlPiece): boolean =>
  piece.kind === 'open' && piece.name === 'tspan' && attributeOf(piece, 'x') !== undefined;

/**
 * The labels of drawings and the cells of tables, each as one text with its words whole: a word that is set partly in bold,
 * or parted at the end of a line of a label, is one. Alternatives are left out: they say how a figure looks, and are heard
 * by those who do not see it; so are the data of charts, of which notes say what matters, and numbers along axes.
 */
export function figureTexts(html: string): readonly string[] {
  const texts: string[] = [];
  const depths: Depths = { drawing: 0, cell: 0, spoken: 0, data: 0 };
  let label = '';
  const end = (): void => {
    if (depths.cell > 0 || /\p{L}/u.test(label)) texts.push(label.replaceAll('\u00ad', ''));
    label = '';
  };
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      if (depths.spoken > 0 || depths.data > 0 || depths.cell + depths.drawing === 0) continue;
      const isParted = depths.cell === 0 && /\p{L}-$/u.test(label.trimEnd()) && /^\p{Ll}/u.test(piece.text);
      label = isParted ? label.trimEnd().slice(0, -1) + piece.text : label + piece.text;
    }
    if (!('name' in piece) || (piece.kind === 'open' && piece.empty)) continue;
    if (['td', 'th', 'svg', 'g'].includes(piece.name)) end();
    // Lines of a label and paragraphs of a cell stand apart.
    else if (['text', 'p', 'li', 'div', 'br'].includes(piece.name) || beginsLine(piece)) label += ' ';
    count(depths, piece);
  }
  return texts;
}
