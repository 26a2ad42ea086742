import { parseDocument } from 'htmlparser2';
import { escapeAttribute } from '../compose/index.ts';

/** A part of an HTML text: a text or an element. */
export type HtmlNode = HtmlText | HtmlElement;

interface HtmlText {
  readonly text: string;
}

export interface HtmlElement {
  /** As written: SVG and MathML know letters of both cases. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

type Parsed = ReturnType<typeof parseDocument>['children'][number];

export const isElement = (node: HtmlNode): node is HtmlElement => 'name' in node;

/** An element made by hand. */
export const element = (
  name: string,
  children: readonly HtmlNode[],
  attributes: HtmlElement['attributes'] = {},
): HtmlElement => ({ name, attributes, children });

const fromParsed = (node: Parsed): readonly HtmlNode[] => {
  if ('data' in node) return node.nodeType !== 3 ? [] : [{ text: node.data }];
  if (!('attribs' in node)) return [];
  return [{ name: node.name, attributes: node.attribs, children: node.children.flatMap(fromParsed) }];
};

/** Reads HTML as Lectern writes it: every element closed, comments dropped. */
export const readHtml = (html: string): readonly HtmlNode[] =>
  parseDocument(html, {
    lowerCaseTags: false,
    lowerCaseAttributeNames: false,
    recognizeSelfClosing: true,
  }).children.flatMap(fromParsed);

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const namespaces: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Writes HTML that is XML too. */
export const writeHtml = (nodes: readonly HtmlNode[]): string => nodes.map(writeNode).join('');

function writeNode(node: HtmlNode): string {
  if (!isElement(node)) return escapeText(node.text);
  const { name, children } = node;
  const namespace = namespaces[name];
  const more = name === 'svg' ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' } : {};
  const attributes = namespace === undefined ? node.attributes : { ...node.attributes, xmlns: namespace, ...more };
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `<${name}${written.join('')}`;
  return empty.has(name) ? `${start} />` : `${start}>${writeHtml(children)}</${name}>`;
}

/** The words of some nodes as one text, white space as written; a small sign is the letter that it stands for. */
export const textOfNodes = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => {
      if (!isElement(node)) return node.text;
      return node.name === 'img' && hasClass(node, 'emoji') ? (node.attributes.alt ?? '') : textOfNodes(node.children);
    })
    .join('');

/** The words of some nodes in one line, without the places where a word may be parted. */
export const wordsOfNodes = (nodes: readonly HtmlNode[]): string =>
  textOfNodes(nodes).replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** Whether an element bears a class. */
export const hasClass = ({ attributes }: HtmlElement, name: string): boolean =>
  attributes.class?.split(/\s+/).includes(name) === true;

/** The first element for which a test holds, in the order of the text. */
export function findElement(
  nodes: readonly HtmlNode[],
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = test(node) ? node : findElement(node.children, test);
    if (found) return found;
  }
  return undefined;
}
