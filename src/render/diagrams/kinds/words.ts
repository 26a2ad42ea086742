import type { NodeData } from '../read.ts';
import { plainText } from '../text/inline.ts';
import type { DiagramStrings } from '../types.ts';

/** A node as plain words for a text alternative: label, detail, and that it is uncertain. */
export function words(node: NodeData, strings: DiagramStrings): string {
  const detail = node.detail === undefined ? '' : ` (${plainText(node.detail)})`;
  return `${plainText(node.label)}${detail}${node.uncertain ? ` [${strings.uncertain}]` : ''}`;
}
