import type { JsonObject, Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box } from '../geometry.ts';
import { dimIf, type Emphasis } from '../emphasis.ts';
import { paint, toneColours } from '../paint.ts';
import { arrow } from '../parts/arrow.ts';
import { measureCard, overhang, type Card } from '../parts/card.ts';
import { nodeLegend } from '../parts/legend.ts';
import { emphasisOf, nodeOf, objects, optional, text, type NodeData } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { DiagramWords } from '../../../wire/index.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { cellsOf, words } from './words.ts';

interface Stage extends NodeData {
  /** Whether the arrow into this stage holds it back. */
  readonly inhibited: boolean;
}

interface Lane {
  readonly title: string;
  readonly tone: string;
  readonly stages: readonly Stage[];
  readonly outcome: string | undefined;
  readonly emphasis: Emphasis;
}

/** One to three lanes of stages that each end in an outcome. */
export const pathway: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const lanes = read(data);
    if (lanes.length === 0) return empty(pen, '/lanes');
    const beside: Arrangement = (setting) => lanesOf(lanes, 'beside', setting, pen);
    const above: Arrangement = (setting) => lanesOf(lanes, 'above', setting, pen);
    return fit([above, beside], pen, '/lanes');
  },
  describe: (data, strings) =>
    read(data)
      .map((lane) => describeLane(lane, strings))
      .join('; '),
  table(data, told) {
    const { under, part, detail, link, evidence } = told.words;
    const rows = read(data).flatMap(({ title, stages, outcome }) => {
      const lane = plainText(title);
      const own = stages.map((stage, i) => {
        const [label, about, level] = cellsOf(stage, told);
        return [lane, i === 0 ? '' : stage.inhibited ? `⊣ ${told.words.inhibits}` : '→', label, about, level];
      });
      return outcome === undefined ? own : [...own, [lane, '→', plainText(outcome), '', '']];
    });
    return { head: [under, link, part, detail, evidence], rows };
  },
};

function read(data: JsonObject): readonly Lane[] {
  return objects(data.lanes).map((lane) => ({
    title: text(lane.title),
    tone: optional(lane.tone) ?? 'neutral',
    stages: objects(lane.nodes).map((node) => ({ ...nodeOf(node), inhibited: node.effect === 'inhibits' })),
    outcome: optional(lane.outcome),
    emphasis: emphasisOf(lane),
  }));
}

function describeLane(lane: Lane, strings: DiagramWords): string {
  const chain = lane.stages.map((stage, index) => {
    const link = index === 0 ? '' : stage.inhibited ? ` ⊣ (${strings.inhibits}) ` : ' → ';
    return `${link}${words(stage, strings)}`;
  });
  return `${plainText(lane.title)}: ${chain.join('')}${lane.outcome === undefined ? '' : ` → ${plainText(lane.outcome)}`}`;
}

const padding = 18;
const between = 12;
const bandPadding = 9;

interface Measured {
  readonly lane: Lane;
  readonly title: TextBlock;
  readonly cards: readonly Card[];
  readonly outcome: TextBlock | undefined;
  /** Room above the cards for the marks on their edges. */
  readonly hang: number;
  readonly height: number;
}

/** Lanes as bands below each other; the lane's title stands over its stages or at their left. */
function lanesOf(lanes: readonly Lane[], titles: 'above' | 'beside', setting: Setting, pen: Pen): Painter | undefined {
  const legend = nodeLegend(
    lanes.flatMap((lane) => lane.stages),
    setting,
    pen,
  );
  if (!legend) return undefined;
  const columns =
    Math.max(...lanes.map((lane) => lane.stages.length)) + (lanes.some((lane) => lane.outcome !== undefined) ? 1 : 0);
  const side = titles === 'beside' ? Math.min(190, pen.width * 0.17) : 0;
  const room = pen.width - side - 2 * padding;
  const gap = Math.max(46, Math.min(80, (room / columns) * 0.2));
  const width = Math.min(330, (room - gap * (columns - 1)) / columns);
  const measured = lanes.map((lane) =>
    measureLane(lane, width, titles === 'beside' ? side - padding : pen.width - 2 * padding, titles, setting, pen),
  );
  const bands = measured.filter((band) => band !== undefined);
  if (bands.length !== lanes.length) return undefined;
  const available = pen.height - legend.height;
  const least = bands.reduce((sum, band) => sum + band.height, 0) + between * (lanes.length - 1);
  if (least > available) return undefined;
  const extra = Math.min(60, (available - least) / lanes.length);
  let y = (available - least - extra * lanes.length) / 2;
  const left = padding + side + (room - columns * width - gap * (columns - 1)) / 2;
  return () => {
    const drawn = bands.map((band) => {
      const box: Box = { x: 0, y, width: pen.width, height: band.height + extra };
      y += box.height + between;
      return drawLane(band, box, { left, width, gap, columns, titles }, pen);
    });
    return [...drawn, legend.draw()].join('\n');
  };
}

function measureLane(
  lane: Lane,
  width: number,
  titleWidth: number,
  titles: 'above' | 'beside',
  setting: Setting,
  pen: Pen,
): Measured | undefined {
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  const title = wrap(lane.title, titleWidth, { size: setting.size, bold: true, ...hyphenate });
  const cards = lane.stages
    .map((stage) => measureCard(stage, width, setting, pen, { tone: lane.tone }))
    .filter((card) => card !== undefined);
  const outcome =
    lane.outcome === undefined
      ? undefined
      : wrap(lane.outcome, width - 24, { size: setting.size, bold: true, ...hyphenate });
  if (!title || cards.length !== lane.stages.length || (lane.outcome !== undefined && !outcome)) return undefined;
  const marked = lane.stages.some((stage) => stage.uncertain || setting.badges === 'icon');
  const hang = marked ? overhang - 6 : 0;
  const tallest = Math.max(outcome ? outcome.height + 24 : 0, ...cards.map((card) => card.height)) + hang;
  const height = titles === 'above' ? title.height + 6 + tallest : Math.max(title.height, tallest);
  return { lane, title, cards, outcome, hang, height: height + 2 * bandPadding };
}

interface Grid {
  readonly left: number;
  readonly width: number;
  readonly gap: number;
  readonly columns: number;
  readonly titles: 'above' | 'beside';
}

function drawLane({ lane, title, cards, outcome, hang }: Measured, band: Box, grid: Grid, pen: Pen): string {
  const colours = toneColours(lane.tone) ?? { strong: paint('tone-neutral'), soft: paint('tone-neutral-soft') };
  const above = grid.titles === 'above';
  const top = band.y + bandPadding + hang + (above ? title.height + 6 : 0);
  const bottom = band.y + band.height - bandPadding;
  const tallest = Math.max(outcome ? outcome.height + 24 : 0, ...cards.map((card) => card.height));
  const height = Math.min(bottom - top, tallest + 24);
  const y = (top + bottom - height) / 2;
  const boxAt = (column: number): Box => ({
    x: grid.left + column * (grid.width + grid.gap),
    y,
    width: grid.width,
    height,
  });
  const ground = element('rect', { ...rect(band), rx: 4, fill: paint('wash') });
  const edge = element('rect', { x: band.x, y: band.y, width: 6, height: band.height, fill: colours.strong });
  const titleY = above ? band.y + bandPadding : band.y + (band.height - title.height) / 2;
  const words = drawText(title, { x: padding + 4, y: titleY, fill: colours.strong });
  const stages = cards.map((card, index) => {
    const stage = lane.stages[index];
    const link = index === 0 ? '' : linkInto(boxAt(index - 1), boxAt(index), stage);
    return pen.step((index === 0 ? ground + edge + words : '') + link + card.draw(boxAt(index)));
  });
  if (!outcome) return stages.join('\n');
  const end = boxAt(grid.columns - 1);
  const last = cards.length > 0 ? linkInto(boxAt(cards.length - 1), end, undefined) : ground + edge + words;
  const isQuiet = lane.emphasis === 'dim';
  const edging = isQuiet
    ? { fill: paint('paper'), stroke: colours.strong, 'stroke-width': 2 }
    : { fill: colours.strong };
  const box = element('rect', { ...rect(end), rx: 4, ...edging });
  const result = drawText(outcome, {
    x: end.x + end.width / 2,
    y: end.y + (end.height - outcome.height) / 2,
    anchor: 'middle',
    fill: paint(isQuiet ? 'ink' : 'paper'),
  });
  return [...stages, pen.step(last + dimIf(lane.emphasis, box + result))].join('\n');
}

const rect = ({ x, y, width, height }: Box) => ({ x, y, width, height });

function linkInto(from: Box, to: Box, stage: Stage | undefined): string {
  const a = { x: from.x + from.width + 3, y: from.y + from.height / 2 };
  const head = stage?.inhibited ? 'bar' : 'triangle';
  const b = { x: to.x - (head === 'bar' ? 7 : 5), y: to.y + to.height / 2 };
  return arrow([a, b], {
    dashed: stage?.uncertain === true,
    head,
    ...(stage?.inhibited && { colour: paint('tone-negative') }),
  });
}
