import { fenceFor } from '../../../text/index.ts';
import { identityOf } from './package.ts';
import { all, child, first, type XmlNode } from './tree.ts';

/** What the names of fonts say whose letters are all of one width. */
const even = ['mono', 'courier', 'consolas', 'menlo', 'monaco', ' code', 'typewriter'];

const isEven = (font: string): boolean => even.some((part) => font.toLowerCase().includes(part));

/** Whether all letters of a text are of one width, as those of code are. */
function isCode(body: XmlNode): boolean {
  const fonts = all(body, 'a:r')
    .filter((run) => (child(run, 'a:t')?.text ?? '').trim() !== '')
    .map((run) => first(child(run, 'a:rpr'), 'a:latin')?.attributes.get('typeface') ?? '');
  return fonts.length > 0 && fonts.every(isEven);
}

/** The lines of a paragraph: lines that one of our decks broke for their length are one. */
function linesOf(paragraph: XmlNode, isOurs: boolean): string {
  let text = '';
  for (const node of paragraph.children) {
    if (node.name === 'a:br' && !isOurs) text += '\n';
    else if (node.name === 'a:r' || node.name === 'a:fld') text += child(node, 'a:t')?.text ?? '';
  }
  return text.trimEnd();
}

/** A listing as a block of Markdown; undefined for other texts. */
export function codeBlock(shape: XmlNode): string | undefined {
  const body = child(shape, 'p:txbody');
  const { name } = identityOf(shape);
  const isOurs = name.startsWith('Code · ');
  if (!body || !(isOurs || isCode(body))) return undefined;
  const lines = all(body, 'a:p').map((paragraph) => linesOf(paragraph, isOurs));
  if (lines.every((line) => line === '')) return undefined;
  const code = lines.join('\n').trimEnd();
  const fence = fenceFor(code, 3);
  return `${fence}\n${code}\n${fence}`;
}
