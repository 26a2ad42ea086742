import type { NodeData } from '../read.ts';
import { plainText } from '../text/inline.ts';
import type { DiagramWords } from '../../../wire/index.ts';
import type { Told } from '../types.ts';

/** A node as plain words for a text alternative: label, detail, and that it is uncertain. */
export function words(node: NodeData, strings: DiagramWords): string {
  const detail = node.detail === undefined ? '' : ` (${plainText(node.detail)})`;
  return `${plainText(node.label)}${detail}${node.uncertain ? ` [${strings.uncertain}]` : ''}`;
}

/** Label (and that it is uncertain), detail and level of evidence, each for a cell of its own. */
export function cellsOf(node: NodeData, { words: strings, level }: Told): readonly [string, string, string] {
  const { detail, evidence } = node;
  return [
    words({ ...node, detail: undefined }, strings),
    detail === undefined ? '' : plainText(detail),
    level(evidence),
  ];
}
