import { isElement, textOfNodes, wordsOfNodes, type HtmlElement, type HtmlNode } from './tree.ts';

/** Elements that stand in lines of their own. */
const blocks = new Set(
  'p div ul ol li dl dt dd table thead tbody tr pre blockquote figure figcaption h1 h2 h3 h4 h5 h6 hr'.split(' '),
);

/** A text to read as plain lines: lists with dashes or numbers, rows of tables with bars. */
export function plainLines(nodes: readonly HtmlNode[]): readonly string[] {
  const lines: string[] = [];
  let open: HtmlNode[] = [];
  const flush = (): void => {
    const words = wordsOfNodes(open);
    if (words !== '') lines.push(words);
    open = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !blocks.has(node.name)) open.push(node);
    else {
      flush();
      lines.push(...blockLines(node));
    }
  }
  flush();
  return lines;
}

function blockLines(node: HtmlElement): readonly string[] {
  const { name, children } = node;
  if (name === 'pre')
    return textOfNodes(children)
      .split('\n')
      .filter((line) => line.trim() !== '');
  if (name === 'tr') {
    const cells = children.filter(isElement).map((cell) => wordsOfNodes(cell.children));
    return [cells.join(' | ')];
  }
  if (name === 'ul' || name === 'ol') return listLines(node);
  return plainLines(children);
}

function listLines({ name, attributes, children }: HtmlElement): readonly string[] {
  const first = Number(attributes.start ?? 1);
  return children.filter(isElement).flatMap((item, i) => {
    const number = attributes.type === 'A' ? String.fromCharCode(64 + first + i) : String(first + i);
    const mark = name === 'ul' ? '- ' : `${number}. `;
    const [head = '', ...rest] = plainLines(item.children);
    return [mark + head, ...rest.map((line) => ' '.repeat(mark.length) + line)];
  });
}
