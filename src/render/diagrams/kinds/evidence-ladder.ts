import type { JsonObject, Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import type { Box, Point } from '../geometry.ts';
import { dimIf } from '../emphasis.ts';
import { paint } from '../paint.ts';
import { dashes } from '../parts/arrow.ts';
import { evidenceBadge, usedLevels } from '../parts/badge.ts';
import { evidenceIcon, tick } from '../parts/icons.ts';
import { layoutLegend, type LegendEntry } from '../parts/legend.ts';
import { nodeOf, objects, type NodeData } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import { withoutEmptyColumns } from '../../data-table.ts';
import type { DiagramWords } from '../../../wire/index.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { cellsOf, words } from './words.ts';

interface Rung extends NodeData {
  /** Not said of every rung: then it claims neither. */
  readonly reached: boolean | undefined;
}

/** Steps of proof from the bottom up; each higher rung stands further in, ticked when it has been reached. */
export const evidenceLadder: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const rungs = read(data);
    if (rungs.length === 0) return empty(pen, '/rungs');
    const stacked: Arrangement = (setting) => ladder(rungs, 'stacked', setting, pen);
    const inline: Arrangement = (setting) => ladder(rungs, 'inline', setting, pen);
    return fit([stacked, inline], pen, '/rungs');
  },
  describe: (data, strings) =>
    read(data)
      .map(
        (rung, index) =>
          `${index + 1}. ${[words(rung, strings), stateOf(rung, strings)].filter((said) => said !== '').join(': ')}`,
      )
      .join('; '),
  table(data, told) {
    const { number, part, detail, evidence, state } = told.words;
    const rows = read(data).map((rung, i) => [String(i + 1), ...cellsOf(rung, told), stateOf(rung, told.words)]);
    return withoutEmptyColumns({ head: [number, part, detail, evidence, state], rows });
  },
};

function read(data: JsonObject): readonly Rung[] {
  return objects(data.rungs).map(({ reached, ...rung }) => ({
    ...nodeOf(rung),
    reached: typeof reached === 'boolean' ? reached : undefined,
  }));
}

const stateOf = ({ reached }: Rung, strings: DiagramWords): string =>
  reached === undefined ? '' : reached ? strings.reached : strings.notReached;

/** Green for what is reached, broken lines for what is not, and neither where nothing is said. */
const outlineOf = ({ reached }: Rung): { readonly stroke: string; readonly 'stroke-dasharray'?: string } => ({
  stroke: reached === true ? paint('tone-positive') : paint('line-strong'),
  ...(reached === false ? { 'stroke-dasharray': dashes } : {}),
});

const disc = 18;
const gutter = 60;
const padding = 16;

/** Label above detail, or both in one line when there are many rungs. */
function ladder(rungs: readonly Rung[], mode: 'stacked' | 'inline', setting: Setting, pen: Pen): Painter | undefined {
  const legend = layoutLegend(signs(rungs, setting, pen), pen);
  if (!legend) return undefined;
  const indent = Math.min(28, (pen.width * 0.14) / rungs.length);
  const available = pen.height - legend.height;
  const between = mode === 'stacked' ? 10 : 6;
  const texts = rungs.map((rung, index) => {
    const badge = setting.badges === 'label' ? evidenceBadge(rung.evidence, pen) : undefined;
    const taken = badge ? badge.width + padding : rung.evidence === undefined ? 0 : 44;
    const width = pen.width - gutter - index * indent - 2 * padding - taken;
    return blocksOf(rung, mode, width, setting);
  });
  const blocks = texts.filter((text) => text !== undefined);
  if (blocks.length !== rungs.length) return undefined;
  const least = blocks.map(
    (text) =>
      Math.max(
        text.reduce((sum, block) => sum + block.height, 0),
        37,
      ) + (mode === 'stacked' ? 14 : 7),
  );
  const spare = available - least.reduce((sum, height) => sum + height, 0) - between * (rungs.length - 1);
  if (spare < 0) return undefined;
  const extra = Math.min(34, spare / rungs.length);
  let bottom = available - (spare - extra * rungs.length) / 2;
  const boxes = least.map((height, index): Box => {
    const box = {
      x: gutter + index * indent,
      y: bottom - height - extra,
      width: pen.width - gutter - index * indent,
      height: height + extra,
    };
    bottom = box.y - between;
    return box;
  });
  return () => {
    const drawn = rungs.map((rung, index) => {
      const box = boxes[index] ?? { x: 0, y: 0, width: 0, height: 0 };
      return pen.step(
        riser(boxes[index - 1], box, rung) +
          dimIf(rung.emphasis, drawRung(rung, box, blocks[index] ?? [], setting, pen)),
      );
    });
    return [...drawn, legend.draw()].join('\n');
  };
}

function blocksOf(
  rung: Rung,
  mode: 'stacked' | 'inline',
  width: number,
  setting: Setting,
): readonly TextBlock[] | undefined {
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  if (mode === 'inline') {
    const source = rung.detail === undefined ? `**${rung.label}**` : `**${rung.label}** – ${rung.detail}`;
    const block = wrap(source, width, { size: setting.small, ...hyphenate });
    return block && [block];
  }
  const label = wrap(rung.label, width, { size: setting.size, bold: true, ...hyphenate });
  const detail =
    rung.detail === undefined ? undefined : wrap(rung.detail, width, { size: setting.small, ...hyphenate });
  if (!label || (rung.detail !== undefined && !detail)) return undefined;
  return detail ? [label, detail] : [label];
}

const discOf = (box: Box): Point => ({ x: box.x - gutter + disc + 2, y: box.y + box.height / 2 });

/** The line that climbs from one disc to the next. */
function riser(from: Box | undefined, to: Box, rung: Rung): string {
  if (!from) return '';
  const a = discOf(from);
  const b = discOf(to);
  return element('path', {
    d: `M${a.x} ${a.y - disc}L${b.x} ${b.y + disc}`,
    'stroke-width': 3,
    ...outlineOf(rung),
  });
}

function drawRung(rung: Rung, box: Box, blocks: readonly TextBlock[], setting: Setting, pen: Pen): string {
  const outline = element('rect', {
    ...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 4 },
    fill: rung.reached === true ? paint('tone-positive-soft') : paint('paper'),
    'stroke-width': rung.emphasis === 'lit' ? 5 : 2,
    ...outlineOf(rung),
  });
  let y = box.y + (box.height - blocks.reduce((sum, block) => sum + block.height, 0)) / 2;
  const lines = blocks.map((block) => {
    const drawn = drawText(block, { x: box.x + padding, y });
    y += block.height;
    return drawn;
  });
  const level = pen.evidence.get(rung.evidence ?? '');
  const badge = setting.badges === 'label' ? evidenceBadge(rung.evidence, pen) : undefined;
  const right = box.x + box.width - padding;
  const middle = box.y + box.height / 2;
  const icon = level ? evidenceIcon(level.tone, { x: right - 14, y: middle }, 15) : '';
  const proof = badge ? badge.draw(right - badge.width, middle - badge.height / 2) : icon;
  return [reachedSign(discOf(box), rung.reached), outline, ...lines, proof].join('\n');
}

/** A filled disc with a tick, a hollow one, or a small full one where nothing is said. */
function reachedSign(centre: Point, reached: boolean | undefined, radius = disc): string {
  const circle = element('circle', {
    ...{ cx: centre.x, cy: centre.y, r: reached === undefined ? radius / 2 : radius },
    fill: paint(reached === undefined ? 'line-strong' : reached ? 'tone-positive' : 'paper'),
    stroke: reached === true ? paint('tone-positive') : paint('line-strong'),
    'stroke-width': 3,
  });
  return circle + (reached === true ? tick(centre, paint('paper')) : '');
}

function signs(rungs: readonly Rung[], setting: Setting, pen: Pen): readonly LegendEntry[] {
  const levels = usedLevels(
    rungs.map((rung) => rung.evidence),
    setting,
    pen,
  );
  const sign = (reached: boolean) => (x: number, y: number) => reachedSign({ x: x + 24, y: y + 14 }, reached, 14);
  return [
    ...levels.map((level) => ({
      label: level.label,
      sign: (x: number, y: number) => evidenceIcon(level.tone, { x: x + 24, y: y + 14 }, 14),
    })),
    ...(rungs.some((rung) => rung.reached === true) ? [{ label: pen.words.reached, sign: sign(true) }] : []),
    ...(rungs.some((rung) => rung.reached === false) ? [{ label: pen.words.notReached, sign: sign(false) }] : []),
  ];
}
