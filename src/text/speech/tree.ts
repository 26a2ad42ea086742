import { attributeOf, htmlPieces, type HtmlOpening } from '../html/index.ts';

/** An element of MathML. A leaf has words, the others have parts. */
export interface MathNode {
  readonly name: string;
  readonly kids: readonly MathNode[];
  /** The characters of a leaf, invisible ones left out. */
  readonly text: string;
  /** Whether letters stand upright: units, chemical elements, names. */
  readonly isUpright: boolean;
  /** Whether a sign is a bracket that grows with what it holds. */
  readonly isFence: boolean;
  /** Whether what stands above or below is an accent. */
  readonly isAccent: boolean;
  /** Whether a fraction has no line: a binomial coefficient. */
  readonly isStack: boolean;
  /** How something is framed or struck out. */
  readonly notation: string;
}

/** Elements that only say how their parts look; they count as a row. */
const rows = new Set(['math', 'semantics', 'mrow', 'mstyle', 'mpadded']);
/** What nobody sees. */
const unseen = new Set(['annotation', 'mspace', 'mphantom']);
/** Function application, invisible times, comma and plus, signs of direction, joiners. */
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064]/g;

interface Open {
  readonly tag: HtmlOpening;
  readonly kids: MathNode[];
  text: string;
}

function close({ tag, kids, text }: Open): MathNode {
  const value = (name: string): string => attributeOf(tag, name) ?? '';
  return {
    name: rows.has(tag.name) ? 'mrow' : tag.name,
    kids,
    text: text.replace(invisible, '').replace(/\s+/g, ' ').trim(),
    isUpright: value('mathvariant') === 'normal',
    isFence: value('fence') === 'true',
    isAccent: value('accent') === 'true',
    isStack: value('linethickness') === '0px',
    notation: value('notation'),
  };
}

/** The formula in some MathML; `undefined` when there is none. */
export function readMath(mathml: string): MathNode | undefined {
  const open: Open[] = [];
  let whole: MathNode | undefined;
  const finish = (): void => {
    const done = open.pop();
    if (done === undefined) return;
    const node = close(done);
    const parent = open.at(-1);
    if (parent === undefined) whole ??= node;
    else if (!unseen.has(node.name)) parent.kids.push(node);
  };
  for (const piece of htmlPieces(mathml)) {
    if (piece.kind === 'open') {
      open.push({ tag: piece, kids: [], text: '' });
      if (piece.empty) finish();
    } else if (piece.kind === 'close') finish();
    else if (piece.kind === 'text') {
      const last = open.at(-1);
      if (last) last.text += piece.text;
    }
  }
  return whole;
}

/** Whether a node has no parts and says something. */
export const isLeaf = ({ kids, text }: MathNode): boolean => kids.length === 0 && text !== '';

/** The parts of a row, rows in it opened; a single node is a row of one. */
export const partsOf = (node: MathNode): readonly MathNode[] =>
  node.name === 'mrow' ? node.kids.flatMap(partsOf).filter((kid) => kid.kids.length > 0 || kid.text !== '') : [node];

/** The only part of a row, or the node itself. */
export function onlyPart(node: MathNode): MathNode {
  const parts = partsOf(node);
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : node;
}
