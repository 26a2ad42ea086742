/** A text node, or markup whose text must be left alone: drawings, formulas, code, styles. */
const piece = /<(svg|math|code|pre|style|script)\b[^]*?<\/\1>|<[^>]*>|[^<]+/g;

/** Changes the text between the tags of some HTML; drawings, formulas and code stay as they are. */
export function mapText(html: string, change: (text: string) => string): string {
  return html.replace(piece, (text: string) => (text.startsWith('<') ? text : change(text)));
}
