import { standIn } from './colours.ts';
import { drawnSize, largeSize } from './look.ts';

/** How close things may stand in one attempt. */
export interface Spacing {
  /** Between neighbours and between ranks. */
  readonly nodes: number;
  readonly ranks: number;
  /** Labels of boxes break beyond this width. */
  readonly wrap: number;
  /** Inside of boxes. */
  readonly padding: number;
  /** Whether words in boxes are bold. */
  readonly isBold: boolean;
}

/** The room of a drawing in its own units, at the scale at which its text can just be read. */
export interface Inner {
  readonly width: number;
  readonly height: number;
}

const plain = { useMaxWidth: false };
const font = 'var(--font-text)';

/** The least room of a link that may have words, or marks at its ends. */
const linked = 40;

/** Kinds that are laid out as boxes and lines. */
export function graphSettings({ nodes, ranks, wrap, padding }: Spacing): object {
  const graph = {
    ...plain,
    ...{ nodeSpacing: nodes, rankSpacing: ranks, wrappingWidth: wrap, padding, diagramPadding: 2 },
    curve: 'linear',
    htmlLabels: false,
  };
  return {
    // The name of a group has a line of its own above its boxes.
    flowchart: { ...graph, subGraphTitleMargin: { top: 2, bottom: 12 } },
    state: { ...graph, titleTopMargin: 12 },
    // Words of links and the numbers at their ends stand between the boxes.
    class: { ...graph, rankSpacing: Math.max(ranks, linked * 1.5), hideEmptyMembersBox: true },
    er: {
      ...plain,
      ...{ fontSize: drawnSize, nodeSpacing: nodes * 2, rankSpacing: Math.max(ranks, linked * 1.5), diagramPadding: 4 },
      ...{ entityPadding: 10, minEntityWidth: 60, minEntityHeight: 30 },
    },
    requirement: { ...plain, fontSize: drawnSize },
    mindmap: { ...plain, padding: 8, maxNodeWidth: wrap },
    kanban: { ...plain, padding: 8, sectionWidth: Math.min(wrap, 180) },
    block: { ...plain, padding: 8 },
    architecture: { ...plain, fontSize: drawnSize, iconSize: 60, padding: 30 },
    gitGraph: { ...plain, mainBranchOrder: 0, rotateCommitLabel: false, parallelCommits: false, titleTopMargin: 12 },
    treeView: plain,
  };
}

/** Kinds in which people or systems stand side by side. */
export function sequenceSettings({ nodes, ranks, wrap }: Spacing): object {
  const of = (names: readonly string[], value: unknown, ending: string): object =>
    Object.fromEntries(names.map((name) => [name + ending, value]));
  const talkers = ['actor', 'message', 'note'];
  const people = ['person', 'system', 'container', 'component', 'boundary', 'message'].flatMap((name) => [
    name,
    `external_${name}`,
  ]);
  return {
    sequence: {
      ...plain,
      ...{ diagramMarginX: 4, diagramMarginY: 4, actorMargin: nodes, width: wrap * 0.75, height: 36 },
      ...{ boxMargin: 6, boxTextMargin: 4, noteMargin: 6, messageMargin: ranks * 0.6, wrapPadding: 6 },
      ...{ mirrorActors: false, wrap: true, bottomMarginAdj: 2, rightAngles: false, labelBoxHeight: 22 },
      ...of(talkers, drawnSize, 'FontSize'),
      ...of(talkers, font, 'FontFamily'),
      ...{ actorFontWeight: 600, messageFontWeight: 400, noteFontWeight: 400 },
    },
    c4: {
      ...plain,
      ...{ c4ShapeMargin: 36, c4ShapePadding: 14, width: 180, diagramMarginX: 8, diagramMarginY: 8, c4ShapeInRow: 4 },
      wrap: true,
      ...of(people, drawnSize, 'FontSize'),
      ...of(people, font, 'FontFamily'),
    },
  };
}

/** Kinds that are as large as they are told to be: in the shape of the box, so that they fill it. */
export function pageSettings({ width, height }: Inner): object {
  const sizes = (names: string): object =>
    Object.fromEntries(names.split(' ').map((name) => [`${name}FontSize`, drawnSize]));
  const axis = sizes('label title');
  return {
    gantt: {
      ...plain,
      ...{ useWidth: width, barHeight: 30, barGap: 8, topPadding: 50, leftPadding: 130, rightPadding: 40 },
      ...{ gridLineStartPadding: 40, fontSize: drawnSize, sectionFontSize: drawnSize, numberSectionStyles: 4 },
    },
    journey: {
      ...plain,
      ...{ textPlacement: 'tspan', diagramMarginX: 8, diagramMarginY: 8, leftMargin: 150, width: 190, height: 52 },
      // Faces stand as far below the steps as Mermaid likes: only large words can be read beside them.
      ...{ taskFontSize: largeSize, taskFontFamily: font, taskMargin: 24, titleFontSize: `${largeSize}px` },
      actorColours: Array.from({ length: 6 }, (_, index) => standIn(`hue-${index}`)),
    },
    timeline: { ...plain, padding: 10, leftMargin: 16, disableMulticolor: false },
    pie: { ...plain, textPosition: 0.62 },
    quadrantChart: {
      ...plain,
      ...{ chartWidth: width * 0.9, chartHeight: Math.min(height, width), pointRadius: 6 },
      ...sizes('title'),
      ...{ quadrantLabelFontSize: drawnSize, pointLabelFontSize: drawnSize },
      ...{ xAxisLabelFontSize: drawnSize, yAxisLabelFontSize: drawnSize },
    },
    xyChart: { ...plain, width, height, titleFontSize: drawnSize, xAxis: axis, yAxis: axis },
    sankey: { ...plain, width, height, linkColor: 'source', nodeAlignment: 'justify', showValues: true },
    radar: {
      ...plain,
      ...{
        width: height - 60,
        height: height - 60,
        marginTop: 30,
        marginBottom: 30,
        marginLeft: 150,
        marginRight: 150,
      },
    },
    treemap: { ...plain, nodeWidth: 90, nodeHeight: 40, padding: 8, ...sizes('value label') },
    packet: { ...plain, rowHeight: 40, bitWidth: (width - 12) / 32, paddingX: 4, paddingY: 26, bitsPerRow: 32 },
    venn: plain,
  };
}
