import { SaxesParser, type SaxesTagNS } from 'saxes';
import { failure, success, type Outcome, type Span } from '../../base/index.ts';
import { svgProblem } from './codes.ts';

export const svgNamespace = 'http://www.w3.org/2000/svg';

export interface SvgAttribute {
  /** Name without its prefix. */
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

export interface SvgElement {
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly SvgAttribute[];
  readonly children: (SvgElement | string)[];
}

// A drawing for a slide stays far below these; what lies above is an attack or an accident.
const mostBytes = 5_000_000;
const deepest = 200;
const mostElements = 50_000;

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: 'svg/entities' | 'svg/too-large';

  constructor(code: 'svg/entities' | 'svg/too-large', message: string) {
    super(message);
    this.code = code;
  }
}

export interface SvgSource {
  /** The name to show in messages. */
  readonly file: string;
  readonly at?: Span;
}

/** Reads an SVG file as a tree, strictly. Comments and processing instructions are left out; entities are refused. */
export function parseSvg(bytes: Uint8Array, { file, at }: SvgSource): Outcome<SvgElement> {
  const place = at ? { at } : {};
  if (bytes.length > mostBytes) {
    const message = `${file} is ${(bytes.length / 1e6).toFixed(1)} MB, more than ${mostBytes / 1e6} MB`;
    return failure([svgProblem('svg/too-large', message, place)]);
  }
  try {
    const root = readTree(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (root?.local === 'svg' && root.namespace === svgNamespace) return success(root);
    const found = root ? `<${root.local}>` : 'no element';
    const help = root?.local === 'svg' ? [`add xmlns="${svgNamespace}" to the <svg> element`] : [];
    return failure([
      svgProblem('svg/not-svg', `${file} begins with ${found}, not with an SVG element`, { help, ...place }),
    ]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Refused ? error.code : 'svg/not-xml';
    return failure([svgProblem(code, `${file}: ${message}`, place)]);
  }
}

function readTree(text: string): SvgElement | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: SvgElement[] = [];
  let root: SvgElement | undefined;
  let count = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Refused('svg/entities', 'its DOCTYPE declares entities');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Refused('svg/too-large', `elements are nested more than ${deepest} deep`);
    if (++count > mostElements) throw new Refused('svg/too-large', `it has more than ${mostElements} elements`);
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (content) => open.at(-1)?.children.push(content));
  parser.on('cdata', (content) => open.at(-1)?.children.push(content));
  parser.write(text).close();
  return root;
}

function elementOf(tag: SaxesTagNS): SvgElement {
  const attributes = Object.values(tag.attributes).map(({ local, uri, value, prefix, name }) => ({
    local: prefix === '' ? name : local,
    namespace: uri,
    value,
  }));
  return { local: tag.local, namespace: tag.uri, attributes, children: [] };
}
