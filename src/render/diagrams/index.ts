import {
  failure,
  isObject,
  success,
  suggest,
  type Diagnostic,
  type Json,
  type JsonObject,
  type Outcome,
} from '../../base/index.ts';
import { element } from '../svg/xml.ts';
import { diagramProblem } from './codes.ts';
import { emphasise } from './emphasis.ts';
import { tooMuch } from './fit.ts';
import { frame, inset } from './frame.ts';
import { kinds } from './kinds/index.ts';
import { smallestText } from './paint.ts';
import { fullestField, isBeyondRoom } from './room.ts';
import { withoutEmptyColumns } from '../data-table.ts';
import { mirror } from './mirror.ts';
import { isRightToLeft } from '../../text/index.ts';
import type { Diagram, DiagramOptions, Pen } from './types.ts';

export { diagramCodes } from './codes.ts';
export { finishMermaid, mermaidOrder, type MermaidOptions } from './mermaid/mermaid.ts';
export { plainText } from './text/inline.ts';
export type { Diagram, DiagramOptions } from './types.ts';

/** The names of all kinds of diagrams. */
export const diagramKinds: readonly string[] = Object.keys(kinds);

/**
 * Draws a diagram from data as an accessible SVG. Pure and deterministic, without a browser.
 * @param kind one of {@link diagramKinds}
 * @param data the fields of the layout
 * @returns the drawing and its number of steps, or what does not fit or is wrong in the data
 */
export function drawDiagram(kind: string, data: JsonObject, options: DiagramOptions): Outcome<Diagram> {
  const drawer = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!drawer) {
    const near = suggest(kind, diagramKinds);
    const help = [...(near ? [`did you mean \`${near}\`?`] : []), `kinds: ${diagramKinds.join(', ')}`];
    return failure([diagramProblem('diagram/unknown-kind', `\`${kind}\` is not a kind of diagram`, { help })]);
  }
  const alt = options.alt ?? drawer.describe(data, options.words);
  const names = new Map((options.evidence ?? []).map(({ id, label }) => [id, label]));
  const level = (id: string | undefined): string => names.get(id ?? '') ?? id ?? '';
  const told = { lang: options.lang, words: options.words, level };
  const table = withoutEmptyColumns(drawer.table(data, told));
  for (const { fields, scale, finding } of attempts(emphasise(data), options)) {
    const counter = { steps: 0 };
    const pen = penFor(options, counter, scale);
    const drawn = isBeyondRoom(fields, pen) ? tooMuch(pen, fullestField(fields)) : drawer.draw(fields, pen);
    if (drawn.ok) {
      const isMirrored = isRightToLeft(options.lang) && drawer.hasNoDirection !== true;
      const content = isMirrored ? mirror(drawn.value, options.width * scale - 2 * inset) : drawn.value;
      const svg = frame(content, alt, { ...options, scale, ...(isMirrored && { direction: 'rtl' }) });
      return success({ svg, alt, table, steps: counter.steps }, [...drawn.diagnostics, ...finding]);
    }
    if (!drawn.diagnostics.every(({ code }) => code === 'diagram/too-much')) return drawn;
    if (scale === scales.at(-1)) return drawn;
  }
  return failure([]);
}

/** How much larger than its place a diagram may be drawn when it does not fit; it is then shown smaller. */
const scales = [1.25, 1.6, 2.1, 2.8, 4] as const;

/** One way to draw the data, and what to say about it. */
interface Attempt {
  readonly fields: JsonObject;
  readonly scale: number;
  readonly finding: readonly Diagnostic[];
}

/** As written; then without details; then smaller than can be read from the last row, which is said. */
function attempts(data: JsonObject, options: DiagramOptions): readonly Attempt[] {
  const simple = withoutDetails(data);
  const isSimpler = JSON.stringify(simple) !== JSON.stringify(data);
  const at = options.at?.('');
  const place = at ? { at } : {};
  const lost = isSimpler
    ? [diagramProblem('diagram/simpler', 'The diagram is drawn without its details: with them it does not fit', place)]
    : [];
  const small = (scale: number): Diagnostic =>
    diagramProblem(
      'diagram/small',
      `The diagram holds more than fits: its text is ${Math.floor(smallestText / scale)} px high, less than ${smallestText} px`,
      place,
    );
  return [
    { fields: data, scale: 1, finding: [] },
    ...(isSimpler ? [{ fields: simple, scale: 1, finding: lost }] : []),
    ...scales.map((scale) => ({ fields: simple, scale, finding: [...lost, small(scale)] })),
  ];
}

/** The same data without the second line of its parts. */
function withoutDetails(data: JsonObject): JsonObject {
  const bare = (value: Json): Json =>
    Array.isArray(value) ? value.map((item: Json) => bare(item)) : isObject(value) ? withoutDetails(value) : value;
  const kept = Object.entries(data).filter(([key]) => key !== 'detail');
  return Object.fromEntries(kept.map(([key, value]) => [key, value === undefined ? value : bare(value)]));
}

function penFor(options: DiagramOptions, counter: { steps: number }, scale: number): Pen {
  const first = options.firstStep ?? 1;
  return {
    width: options.width * scale - 2 * inset,
    height: options.height * scale - 2 * inset,
    lang: options.lang,
    words: options.words,
    evidence: new Map((options.evidence ?? []).map((level) => [level.id, level])),
    at: options.at ?? (() => undefined),
    step: (content) => {
      if (!options.steps) return element('g', {}, content);
      return element('g', { 'data-step': first + counter.steps++ }, content);
    },
  };
}
