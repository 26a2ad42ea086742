import { readTags } from '../../../parse/index.ts';
import { UnreadableFile } from '../../model.ts';

/** An element of a part of a presentation; names are in lower case, with their usual prefixes. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  text: string;
  /** Where it stands in the part. */
  readonly start: number;
  end: number;
}

/** Elements whose text is read. */
const spoken: ReadonlySet<string> = new Set(['a:t', 'c:v', 'c:f', 'c:formatcode', 'v', 't', 'vt:lpwstr']);

/** No program nests shapes deeper; a file that does is made to harm. */
const deepest = 400;

/** Reads a part as a tree. @throws UnreadableFile when it nests too deep. */
export function readXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: new Map(), children: [], text: '', start: 0, end: xml.length };
  const open: XmlNode[] = [root];
  readTags(xml, {
    open: (name, attributes, [start, end]) => {
      if (open.length > deepest) throw new UnreadableFile('its parts nest too deep');
      const node: XmlNode = { name, attributes, children: [], text: '', start, end };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close: (_, [, end]) => {
      const node = open.length > 1 ? open.pop() : undefined;
      if (node) node.end = end;
    },
    text: (text) => {
      const node = open.at(-1);
      if (node !== undefined && spoken.has(node.name)) node.text += text;
    },
    comment: () => undefined,
  });
  return root;
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

/** All elements of a name below a node, in order; what older programs would read in its place is left out. */
export function all(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (at: XmlNode): void => {
    for (const one of at.children) {
      if (one.name === 'mc:fallback') continue;
      if (one.name === name) found.push(one);
      else visit(one);
    }
  };
  if (node) visit(node);
  return found;
}

export const first = (node: XmlNode | undefined, name: string): XmlNode | undefined => all(node, name)[0];
