/** Markup whose text must be left alone: drawings, formulas, styles. */
const apart = 'svg|math|pre|code|style|script';
const apartButCode = 'svg|math|style|script';

const pieces = (kept: string): RegExp => new RegExp(`<(${kept})\\b[^]*?</\\1>|<[^>]*>|[^<]+`, 'g');
const piece = pieces(apart);
const pieceOrCode = pieces(apartButCode);

/**
 * Changes the text between the tags of some HTML; drawings and formulas stay as they are.
 * @param inCode whether the text of code is changed too
 */
export function mapText(html: string, change: (text: string) => string, { inCode = false } = {}): string {
  return html.replace(inCode ? pieceOrCode : piece, (text: string) => (text.startsWith('<') ? text : change(text)));
}
