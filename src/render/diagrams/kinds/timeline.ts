import { failure, type JsonObject, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { diagramProblem } from '../codes.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import { spread, type Box } from '../geometry.ts';
import { dimIf } from '../emphasis.ts';
import { paint, toneColours } from '../paint.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { nodeOf, objects, text, type NodeData } from '../read.ts';
import { plainText } from '../text/inline.ts';
import { placeTimes } from '../times.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { cellsOf, words } from './words.ts';

interface Event extends NodeData {
  readonly when: string;
  /** Between 0 and 1 on the axis. */
  readonly position: number;
}

/** Events along an axis, evenly or to scale; cards stand on both sides when there are many. */
export const timeline: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const read = objects(data.events).map((event) => ({ ...nodeOf(event), when: text(event.when) }));
    if (read.length === 0) return empty(pen, '/events');
    const proportional = data.scale === 'proportional';
    const places = proportional ? placeTimes(read.map((event) => event.when)) : evenly(read.length);
    if ('wrong' in places) return notATime(places.wrong, read[places.wrong]?.when ?? '', pen);
    const events = read.map((event, index): Event => ({ ...event, position: places.positions[index] ?? 0 }));
    const one: Arrangement = (setting) => along(events, proportional, 1, setting, pen);
    const two: Arrangement = (setting) => along(events, proportional, 2, setting, pen);
    const down: Arrangement = (setting) => downwards(events, setting, pen);
    if (pen.width < pen.height * 1.3) return fit([down, two], pen, '/events');
    return fit(events.length <= 4 && !proportional ? [one, two, down] : [two, one, down], pen, '/events');
  },
  describe: (data: JsonObject, strings) =>
    objects(data.events)
      .map((event) => `${plainText(text(event.when))}: ${words(nodeOf(event), strings)}`)
      .join('; '),
  table(data, told) {
    const { time, part, detail, evidence } = told.words;
    const rows = objects(data.events).map((event) => [plainText(text(event.when)), ...cellsOf(nodeOf(event), told)]);
    return { head: [time, part, detail, evidence], rows };
  },
};

function evenly(count: number): { readonly positions: readonly number[] } {
  return { positions: Array.from({ length: count }, (_, index) => (count === 1 ? 0.5 : index / (count - 1))) };
}

function notATime(index: number, when: string, pen: Pen): Outcome<never> {
  const at = pen.at(`/events/${index}/when`);
  const message = `\`${when}\` has no place on a proportional timeline: it is not a time, mixes kinds of times, or comes before its neighbour`;
  return failure([diagramProblem('diagram/not-a-time', message, { ...(at && { at }) })]);
}

const gap = 20;
const stem = 34;
const dot = 9;

/** Left to right, with cards below the axis, or alternately above and below. */
function along(
  events: readonly Event[],
  proportional: boolean,
  sides: 1 | 2,
  setting: Setting,
  pen: Pen,
): Painter | undefined {
  const legend = nodeLegend(events, setting, pen);
  if (!legend) return undefined;
  const sideOf = (index: number): number => (sides === 1 ? 1 : index % 2);
  const most = Math.ceil(events.length / sides);
  const width = Math.min(340, (pen.width - gap * (most - 1)) / most);
  const cards = events.map((event) =>
    measureCard(event, width, setting, pen, { kicker: event.when, tone: 'neutral', align: 'start' }),
  );
  if (cards.some((card) => !card)) return undefined;
  const inset = proportional ? Math.min(width / 2, 60) : width / 2;
  const dots = events.map((event) => inset + event.position * (pen.width - 2 * inset - (proportional ? 24 : 0)));
  const centres = besideDots(dots, sideOf, width, pen.width);
  if (!centres) return undefined;
  const tallest = (side: number): number =>
    Math.max(0, ...cards.map((card, index) => (sideOf(index) === side ? (card?.height ?? 0) : 0)));
  const above = tallest(0);
  const below = tallest(1);
  const marks = events.some((event) => event.uncertain) || setting.badges === 'icon' ? overhang : 0;
  const whole = (above > 0 ? above + stem : dot) + below + stem + marks;
  const room = pen.height - legend.height - whole;
  if (room < 0) return undefined;
  const axis = room / 2 + marks + (above > 0 ? above + stem : dot);
  return () => {
    const line = arrow([
      { x: 0, y: axis },
      { x: pen.width, y: axis },
    ]);
    const parts = events.map((event, index) => {
      const card = cards[index];
      const centre = centres.get(index) ?? 0;
      const up = sideOf(index) === 0;
      const box: Box = {
        x: centre - width / 2,
        y: up ? axis - stem - (card?.height ?? 0) : axis + stem,
        width,
        height: card?.height ?? 0,
      };
      return pen.step(
        mark(dots[index] ?? 0, axis, up ? box.y + box.height : box.y, box, event) + (card?.draw(box) ?? ''),
      );
    });
    return [line, ...parts, legend.draw()].join('\n');
  };
}

/** The centres of the cards, near their dots; `undefined` when the cards of a side have no room. */
function besideDots(
  dots: readonly number[],
  sideOf: (index: number) => number,
  width: number,
  whole: number,
): ReadonlyMap<number, number> | undefined {
  const centres = new Map<number, number>();
  for (const side of [0, 1]) {
    const own = dots.map((_, index) => index).filter((index) => sideOf(index) === side);
    const wanted = own.map((index) => dots[index] ?? 0);
    const placed = spread(wanted, width + gap, width / 2, whole - width / 2);
    if (!placed) return undefined;
    own.forEach((index, at) => centres.set(index, placed[at] ?? 0));
  }
  return centres;
}

/** The dot on the axis and the stem to the card; the stem slants when the card stands aside. */
function mark(x: number, axis: number, edge: number, box: Box, event: Event): string {
  const end = Math.min(Math.max(x, box.x + 14), box.x + box.width - 14);
  const colour = toneColours(event.tone)?.strong ?? paint('accent');
  const path = element('path', { d: `M${x} ${axis}L${end} ${edge}`, stroke: paint('line-strong'), 'stroke-width': 2 });
  const point = { cx: x, cy: axis, r: dot, fill: colour, stroke: paint('paper'), 'stroke-width': 3 };
  return dimIf(event.emphasis, path + element('circle', point));
}

/** Top to bottom, for narrow boxes. */
function downwards(events: readonly Event[], setting: Setting, pen: Pen): Painter | undefined {
  const legend = nodeLegend(events, setting, pen);
  const width = Math.min(640, pen.width - 50);
  const cards = events.map((event) =>
    measureCard(event, width, setting, pen, { kicker: event.when, tone: 'neutral', align: 'start' }),
  );
  if (!legend || cards.some((card) => !card)) return undefined;
  const least = cards.reduce((sum, card) => sum + (card?.height ?? 0), 0);
  const available = pen.height - legend.height - overhang;
  const between = Math.min(36, (available - least) / Math.max(1, events.length - 1));
  if (events.length > 1 ? between < 14 : least > available) return undefined;
  const left = (pen.width - width - 50) / 2;
  let y = overhang + (available - least - between * (events.length - 1)) / 2;
  return () => {
    const top = y - 8;
    const parts = events.map((event, index) => {
      const card = cards[index];
      const box: Box = { x: left + 50, y, width, height: card?.height ?? 0 };
      y += box.height + between;
      return pen.step(beside(left + 10, box, event) + (card?.draw(box) ?? ''));
    });
    return [
      arrow([
        { x: left + 10, y: top },
        { x: left + 10, y: Math.min(y - between + 18, pen.height - legend.height) },
      ]),
      ...parts,
      legend.draw(),
    ].join('\n');
  };
}

function beside(x: number, box: Box, event: Event): string {
  const y = box.y + box.height / 2;
  const colour = toneColours(event.tone)?.strong ?? paint('accent');
  const stemLine = element('path', { d: `M${x} ${y}H${box.x}`, stroke: paint('line-strong'), 'stroke-width': 2 });
  const point = { cx: x, cy: y, r: dot, fill: colour, stroke: paint('paper'), 'stroke-width': 3 };
  return dimIf(event.emphasis, stemLine + element('circle', point));
}
