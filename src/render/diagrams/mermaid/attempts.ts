import type { MermaidAttempt } from '../../../model/index.ts';
import { mermaidHead } from '../../../text/index.ts';
import { smallestText } from '../paint.ts';
import { mermaidConfig } from './config.ts';
import type { Spacing } from './settings.ts';
import { drawnSize } from './look.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** A spacing, and the size of text that is taken in it without looking for more: the closer, the less. */
interface Tried extends Spacing {
  readonly enough: number;
}

/** Roomy first, then as close as can still be read. */
const spacings: readonly Tried[] = [
  { nodes: 40, ranks: 46, wrap: 200, padding: 10, isBold: true, enough: 36 },
  { nodes: 26, ranks: 34, wrap: 140, padding: 8, isBold: true, enough: 30 },
  { nodes: 16, ranks: 20, wrap: 96, padding: 5, isBold: false, enough: smallestText },
];

/** Boxes and arrows, the most frequent kind, with one more step between close and closest. */
const flowSpacings: readonly Tried[] = spacings.flatMap((spacing, i) =>
  i === 1
    ? [
        { ...spacing, enough: 34 },
        { nodes: 18, ranks: 22, wrap: 140, padding: 5, isBold: true, enough: 30 },
      ]
    : [spacing],
);

/** Kinds that look otherwise in another spacing. */
const spaced =
  /^(?:graph|flowchart|swimlane|stateDiagram|classDiagram|erDiagram|requirementDiagram|sequenceDiagram|mindmap|block|kanban)/;

/** A text of more lines is set close at once: to lay it out takes seconds. */
const manyLines = 50;

/** The kinds whose direction can be turned, and how they say it. */
const turnable: readonly { readonly head: RegExp; readonly inHead: boolean }[] = [
  { head: /^\s*(?:graph|flowchart)\b/, inHead: true },
  { head: /^\s*(?:stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram|requirementDiagram)\b/, inHead: false },
];

/**
 * The ways to draw a text, best first: as written in each spacing, then turned a quarter. As written is kept as long as
 * it can be read.
 */
export function attemptsFor(text: string, box: Box): readonly MermaidAttempt[] {
  const turned = turn(text);
  const ways = turned === undefined ? [text] : [text, turned];
  const chosen = spacingsFor(text);
  const letters = longestWord(text) / (0.6 * drawnSize);
  return ways.flatMap((way) =>
    chosen.map((spacing) => ({
      text: way,
      config: mermaidConfig(spacing, innerBox(box), letters),
      enough: spacing.enough,
    })),
  );
}

function spacingsFor(text: string): readonly Tried[] {
  const head = mermaidHead(text);
  if (!spaced.test(head)) return spacings.slice(0, 1);
  const isFlow = head.startsWith('graph') || head.startsWith('flowchart');
  const least = longestWord(text);
  const fitting = (isFlow ? flowSpacings : spacings).map((spacing) => ({
    ...spacing,
    wrap: Math.max(spacing.wrap, least),
  }));
  return text.split('\n').length > manyLines ? fitting.slice(-1) : fitting;
}

/** About the width of the longest word in a label, which must not be broken; addresses are. */
const longestWord = (text: string): number =>
  Math.max(0, ...text.split(/[^\p{L}\p{N}]+/u).map((word) => (word.length > 28 ? 0 : word.length * 0.6 * drawnSize)));

/** The box in the drawing's own units, when its text is to be just large enough. */
const innerBox = ({ width, height }: Box): Box => {
  const scale = (smallestText + 0.2) / drawnSize;
  return { width: Math.floor(width / scale), height: Math.floor(height / scale) };
};

/** The text with the other direction; `undefined` for kinds that have none. */
function turn(text: string): string | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => turnable.some(({ head }) => head.test(line)));
  const kind = turnable.find(({ head }) => head.test(lines[at] ?? ''));
  if (!kind) return undefined;
  const other = (direction: string): string => (/LR|RL/.test(direction) ? 'TB' : 'LR');
  if (kind.inHead) {
    const head = lines[at] ?? '';
    const said = /\b(TB|TD|BT|LR|RL)\b/.exec(head);
    const turned = said
      ? `${head.slice(0, said.index)}${other(said[0])}${head.slice(said.index + 2)}`
      : head.replace(/\b(graph|flowchart)\b/, '$1 LR');
    return lines.with(at, turned).join('\n');
  }
  const said = lines.findIndex((line, index) => index > at && /^\s*direction\s+(?:TB|TD|BT|LR|RL)\s*$/.test(line));
  const inside = lines.slice(at, said).some((line) => line.includes('{'));
  return said < 0 || inside
    ? lines.toSpliced(at + 1, 0, 'direction LR').join('\n')
    : lines.with(said, `direction ${other(lines[said] ?? '')}`).join('\n');
}
