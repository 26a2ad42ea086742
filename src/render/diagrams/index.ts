import { failure, success, suggest, type JsonObject, type Outcome } from '../../base/index.ts';
import { element } from '../svg/xml.ts';
import { diagramProblem } from './codes.ts';
import { frame, inset } from './frame.ts';
import { kinds } from './kinds/index.ts';
import { wordsFor } from './strings.ts';
import type { Diagram, DiagramOptions, Pen } from './types.ts';

export { diagramCodes } from './codes.ts';
export { finishMermaid, mermaidOrder, type MermaidOptions } from './mermaid/mermaid.ts';
export { plainText } from './text/inline.ts';
export type { Diagram, DiagramOptions, DiagramStrings } from './types.ts';

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
  const strings = { ...wordsFor(options.lang), ...options.strings };
  const counter = { steps: 0 };
  const drawn = drawer.draw(data, penFor(options, strings, counter));
  if (!drawn.ok) return drawn;
  const alt = options.alt ?? drawer.describe(data, strings);
  return success({ svg: frame(drawn.value, alt, options), steps: counter.steps }, drawn.diagnostics);
}

function penFor(options: DiagramOptions, strings: Pen['strings'], counter: { steps: number }): Pen {
  const first = options.firstStep ?? 1;
  return {
    width: options.width - 2 * inset,
    height: options.height - 2 * inset,
    lang: options.lang,
    strings,
    evidence: new Map((options.evidence ?? []).map((level) => [level.id, level])),
    at: options.at ?? (() => undefined),
    step: (content) => {
      if (!options.steps) return element('g', {}, content);
      return element('g', { 'data-step': first + counter.steps++ }, content);
    },
  };
}
