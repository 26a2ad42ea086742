import { plain } from './dom.ts';

const inline = new Set(['A', 'ABBR', 'B', 'CODE', 'EM', 'I', 'MARK', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TSPAN', 'U']);
const silent = new Set(['SCRIPT', 'STYLE', 'TITLE', 'DESC', 'H1']);

/** The words of a slide without its title. Blocks are set apart by a space; inline elements are not, so H<sub>2</sub>O stays whole. */
export function slideText(slide: Element): string {
  return plain(textOf(slide));
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  const name = node.tagName.toUpperCase();
  if (silent.has(name)) return '';
  const text = [...node.childNodes].map(textOf).join('');
  return inline.has(name) ? text : ` ${text} `;
}
