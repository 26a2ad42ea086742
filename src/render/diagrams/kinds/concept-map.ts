import { failure, suggest, type Diagnostic, type JsonObject, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { diagramProblem } from '../codes.ts';
import { empty, fitAsChosen, tooMuch, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Point } from '../geometry.ts';
import {
  inLayers,
  labelPadding,
  onGrid,
  type Graph,
  type Labels,
  type Layouter,
  type Link,
  type Plan,
} from '../layout/concepts.ts';
import { paint, smallestText } from '../paint.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, optional, text } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { words } from './words.ts';

// More cannot be read from a slide, and would take long to place.
const mostConcepts = 16;
const mostLinks = 24;

/** Concepts with labelled links between them, placed automatically in layers. */
export const conceptMap: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const graph = read(data);
    if (graph.concepts.length === 0) return empty(pen, '/nodes');
    const wrong = problems(graph, pen);
    if (wrong.length > 0) return failure(wrong);
    if (graph.concepts.length > mostConcepts || graph.links.length > mostLinks) return tooMuch(pen, '/nodes');
    const directions = data.direction === 'down' ? (['DOWN', 'RIGHT'] as const) : (['RIGHT', 'DOWN'] as const);
    const shapes = [
      { width: 280, labels: 220, spacing: 50 },
      { width: 210, labels: 140, spacing: 28 },
    ];
    const layeredIn = (wanted: readonly ('DOWN' | 'RIGHT')[]): readonly Arrangement[] =>
      shapes.flatMap((shape) =>
        wanted.map(
          (direction): Arrangement =>
            (setting) =>
              arrange(graph, inLayers(direction, shape.spacing), shape, setting, pen),
        ),
      );
    const free = shapes.map(
      (shape): Arrangement =>
        (setting) =>
          arrange(graph, onGrid(directions[0]), shape, setting, pen),
    );
    const sparing = (some: readonly Arrangement[]): readonly Arrangement[] => some.map((one) => sparingly(one, graph));
    const chosen = data.direction === undefined ? [] : sparing(layeredIn([directions[0]]));
    const all = sparing([...layeredIn(directions), ...free]);
    return fitAsChosen({ chosen, all, turns: false }, pen, '/nodes');
  },
  describe(data, strings) {
    const { concepts, links } = read(data);
    const names = new Map(concepts.map((concept) => [concept.id, words(concept, strings)]));
    const linked = links.map((link) => {
      const label = link.label === undefined ? '→' : `– ${plainText(link.label)} →`;
      return `${names.get(link.from) ?? ''} ${label} ${names.get(link.to) ?? ''}`;
    });
    const alone = concepts.filter(
      (concept) => !links.some((link) => link.from === concept.id || link.to === concept.id),
    );
    return [...linked, ...alone.map((concept) => words(concept, strings))].join('; ');
  },
  table(data, { words: strings }) {
    const { concepts, links } = read(data);
    const names = new Map(concepts.map((concept) => [concept.id, words(concept, strings)]));
    const linked = links.map(({ from, label, to }) => [
      names.get(from) ?? '',
      label === undefined ? '→' : plainText(label),
      names.get(to) ?? '',
    ]);
    const alone = concepts.filter(({ id }) => !links.some(({ from, to }) => from === id || to === id));
    return {
      head: [strings.from, strings.link, strings.to],
      rows: [...linked, ...alone.map(({ id }) => [names.get(id) ?? '', '', ''])],
    };
  },
};

function read(data: JsonObject): Graph {
  return {
    concepts: objects(data.nodes).map((node) => ({ ...nodeOf(node), id: text(node.id) })),
    links: objects(data.links).map((link) => ({
      from: text(link.from),
      to: text(link.to),
      label: optional(link.label),
      uncertain: link.uncertain === true,
    })),
  };
}

function problems({ concepts, links }: Graph, pen: Pen): readonly Diagnostic[] {
  const ids = concepts.map((concept) => concept.id);
  const found: Diagnostic[] = [];
  for (const [index, id] of ids.entries()) {
    const at = pen.at(`/nodes/${index}/id`);
    if (ids.indexOf(id) < index)
      found.push(diagramProblem('diagram/duplicate-node', `the id \`${id}\` is used twice`, at ? { at } : {}));
  }
  for (const [index, link] of links.entries()) {
    for (const end of ['from', 'to'] as const) {
      if (ids.includes(link[end])) continue;
      const at = pen.at(`/links/${index}/${end}`);
      const near = suggest(link[end], ids);
      const help = [near ? `did you mean \`${near}\`?` : `nodes: ${ids.join(', ')}`];
      found.push(diagramProblem('diagram/unknown-node', `\`${link[end]}\` is not a node`, { help, ...(at && { at }) }));
    }
  }
  return found;
}

// Layouts are costly; every second size is enough to find the largest text that fits.
const sizesTried: ReadonlySet<number> = new Set([40, 32, 28, 24]);

/** Tries the smallest text first: when that has no room, larger text has none. */
function sparingly(arrangement: Arrangement, { concepts }: Graph): Arrangement {
  const badges = concepts.some((concept) => concept.evidence !== undefined);
  const room = new Map<string, boolean>();
  return (setting) => {
    if (!sizesTried.has(setting.size) || (setting.badges === 'icon' && !badges)) return undefined;
    const key = `${setting.badges} ${setting.hyphenate !== undefined}`;
    const hopeful = room.get(key) ?? arrangement({ ...setting, size: smallestText, small: smallestText }) !== undefined;
    room.set(key, hopeful);
    return hopeful ? arrangement(setting) : undefined;
  };
}

function arrange(
  graph: Graph,
  layouter: Layouter,
  shape: { readonly width: number; readonly labels: number },
  setting: Setting,
  pen: Pen,
): Painter | undefined {
  const legend = nodeLegend(
    [...graph.concepts, ...graph.links.map((link) => ({ ...link, evidence: undefined }))],
    setting,
    pen,
  );
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  const cards = graph.concepts
    .map((concept) => measureCard(concept, shape.width, setting, pen, { padding: 16 }))
    .filter((card) => card !== undefined);
  const labels = graph.links.map((link) =>
    link.label === undefined ? undefined : wrap(link.label, shape.labels, { size: setting.small, ...hyphenate }),
  );
  if (!legend || cards.length !== graph.concepts.length) return undefined;
  if (labels.some((label, index) => !label && graph.links[index]?.label !== undefined)) return undefined;
  const top = graph.concepts.some(
    (concept) => concept.uncertain || (setting.badges === 'icon' && concept.evidence !== undefined),
  )
    ? overhang
    : 0;
  const area = { width: pen.width, height: pen.height - legend.height - top };
  const used = cards.reduce((sum, card) => sum + card.width * card.height, 0);
  if (used > area.width * area.height * 0.7) return undefined;
  const plan = layouter(graph, cards, labels, area);
  return plan && (() => paintGraph(graph, cards, labels, plan, top, pen) + legend.draw());
}

/** Concepts in the order of the outline; a link appears with the later of its two ends. */
function paintGraph(graph: Graph, cards: readonly Card[], labels: Labels, plan: Plan, top: number, pen: Pen): string {
  const order = new Map(graph.concepts.map((concept, index) => [concept.id, index]));
  const lastEnd = (link: Link): number => Math.max(order.get(link.from) ?? 0, order.get(link.to) ?? 0);
  const shifted = <P extends Point>(place: P): P => ({ ...place, y: place.y + top });
  return cards
    .map((card, index) => {
      const own = graph.links.map((link, at) => {
        const route = plan.links[at];
        if (!route || lastEnd(link) !== index) return '';
        return paintLink(link, route.points.map(shifted), labels[at], route.label && shifted(route.label));
      });
      const box = plan.boxes[index];
      return pen.step(own.join('') + (box ? card.draw(shifted(box)) : ''));
    })
    .join('\n');
}

function paintLink(
  link: Link,
  points: readonly Point[],
  label: TextBlock | undefined,
  corner: Point | undefined,
): string {
  const line = arrow(points, { dashed: link.uncertain });
  if (!label || !corner) return line;
  const width = label.width + 2 * labelPadding;
  const ground = element('rect', { x: corner.x, y: corner.y, width, height: label.height + 2, fill: paint('paper') });
  return (
    line +
    ground +
    drawText(label, { x: corner.x + width / 2, y: corner.y + 1, anchor: 'middle', fill: paint('muted') })
  );
}
