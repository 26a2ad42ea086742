import { plainLines, readSlide } from '../../documents/index.ts';
import { attributeOf, htmlPieces, readableTex } from '../../text/index.ts';

/** Formulas as they are read in a line, each once, in place of its MathML and its drawing. */
function sayFormulas(html: string): string {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let start = 0;
  let tex: string | undefined;
  for (const piece of htmlPieces(html)) {
    if (depth === 0) {
      const isFormula = piece.kind === 'open' && attributeOf(piece, 'class')?.split(' ').includes('katex') === true;
      if (!isFormula) continue;
      [depth, start, tex] = [1, piece.start, undefined];
    } else if (piece.kind === 'open') {
      if (piece.name === 'span') depth++;
      if (piece.name === 'annotation') tex = '';
    } else if (piece.kind === 'text') {
      if (tex === '') tex = piece.text;
    } else if (piece.kind === 'close' && piece.name === 'span' && --depth === 0) {
      if (tex === undefined) continue;
      parts.push(html.slice(from, start), `<span>${escaped(readableTex(tex))}</span>`);
      from = piece.end;
    }
  }
  return from === 0 ? html : [...parts, html.slice(from)].join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The words of one slide as plain lines, with what its pictures say in brackets. */
export function slideLines(html: string): readonly string[] {
  const { body, pictures } = readSlide(sayFormulas(html), { pictures: false, formulas: 'set', level: 4 });
  return [...plainLines(body), ...pictures.filter(({ alt }) => alt !== '').map(({ alt }) => `[${alt}]`)];
}
