import { standIn, type Hue } from './colours.ts';

/** Size of all text in the drawing's own units; the drawing is scaled as a whole. */
export const drawnSize = 16;

/** Size of text in kinds whose other parts have a size of their own. */
export const largeSize = 26;

/** A pie is always as high as a slide's figure; its rows are 22 high. */
const pieSize = '22px';

const many = (count: number, name: (index: number) => string, hue: (index: number) => Hue): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), standIn(hue(index))]));

const all = (hue: Hue, names: string): Record<string, string> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, standIn(hue)]),
  );

/** The theme in Mermaid's words: quiet boxes with an accent outline, ink for text, series where kinds are told apart. */
export const themeVariables: Readonly<Record<string, unknown>> = {
  fontSize: `${drawnSize}px`,
  darkMode: false,
  dropShadow: 'none',
  useGradient: false,
  pieOpacity: '1',
  pieStrokeWidth: '3px',
  pieOuterStrokeWidth: '0px',
  pieTitleTextSize: pieSize,
  pieSectionTextSize: pieSize,
  pieLegendTextSize: pieSize,
  commitLabelFontSize: `${drawnSize}px`,
  tagLabelFontSize: `${drawnSize}px`,
  ...all(
    'ink',
    `primaryTextColor secondaryTextColor tertiaryTextColor textColor nodeTextColor titleColor labelTextColor loopTextColor
    noteTextColor actorTextColor signalTextColor taskTextColor taskTextOutsideColor taskTextDarkColor taskTextLightColor
    taskTextClickableColor classText labelColor stateLabelColor transitionLabelColor pieTitleTextColor pieLegendTextColor
    quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill quadrantPointTextFill quadrantXAxisTextFill
    quadrantYAxisTextFill quadrantTitleFill requirementTextColor relationLabelColor commitLabelColor tagLabelColor
    scaleLabelColor rootLabelColor vennTitleTextColor vennSetTextColor branchLabelColor errorTextColor`,
  ),
  ...all(
    'accent-soft',
    `primaryColor mainBkg nodeBkg actorBkg labelBoxBkgColor taskBkgColor stateBkg personBkg requirementBackground
    activeTaskBkgColor`,
  ),
  ...all(
    'accent',
    `primaryBorderColor nodeBorder actorBorder labelBoxBorderColor taskBorderColor activeTaskBorderColor stateBorder
    personBorder requirementBorderColor tagLabelBorder specialStateColor quadrantPointFill`,
  ),
  ...all(
    'line-strong',
    `lineColor arrowheadColor defaultLinkColor signalColor transitionColor relationColor actorLineColor
    secondaryBorderColor tertiaryBorderColor clusterBorder compositeBorder noteBorderColor activationBorderColor
    doneTaskBorderColor quadrantInternalBorderStrokeFill quadrantExternalBorderStrokeFill archEdgeColor
    archEdgeArrowColor archGroupBorderColor border1 border2 commitLineColor emRelationStroke`,
  ),
  ...all('line', 'gridColor'),
  ...all(
    'wash',
    `secondaryColor tertiaryColor secondBkg clusterBkg noteBkgColor compositeTitleBackground activationBkgColor altBackground
    altSectionBkgColor sectionBkgColor2 sectionBkgColor doneTaskBkgColor rectBkgColor attributeBackgroundColorEven
    innerEndBackground rowEven excludeBkgColor tagLabelBackground quadrant1Fill quadrant3Fill`,
  ),
  ...all(
    'paper',
    `background edgeLabelBackground labelBackground labelBackgroundColor compositeBackground attributeBackgroundColorOdd
    rowOdd pieStrokeColor pieOuterStrokeColor pieSectionTextColor sequenceNumberColor commitLabelBackground quadrant2Fill
    quadrant4Fill relationLabelBackground requirementEdgeLabelBackground stateEdgeLabelBackground erEdgeLabelBackground`,
  ),
  ...all('tone-negative', 'critBorderColor todayLineColor vertLineColor'),
  ...all('tone-negative-soft', 'critBkgColor errorBkgColor'),
  ...many(
    12,
    (i) => `cScale${i}`,
    (i) => `soft-${i}`,
  ),
  ...many(
    12,
    (i) => `cScaleLabel${i}`,
    () => 'ink',
  ),
  ...many(
    12,
    (i) => `cScalePeer${i}`,
    (i) => `hue-${i}`,
  ),
  ...many(
    12,
    (i) => `cScaleInv${i}`,
    (i) => `hue-${i}`,
  ),
  ...many(
    12,
    (i) => `lineColor${i}`,
    (i) => `hue-${i}`,
  ),
  ...many(
    13,
    (i) => `pie${i}`,
    (i) => `hue-${(i + 11) % 12}`,
  ),
  ...many(
    8,
    (i) => `git${i}`,
    (i) => `hue-${i}`,
  ),
  ...many(
    8,
    (i) => `gitInv${i}`,
    () => 'paper',
  ),
  ...many(
    8,
    (i) => `gitBranchLabel${i}`,
    () => 'paper',
  ),
  ...many(
    8,
    (i) => `venn${i + 1}`,
    (i) => `hue-${i}`,
  ),
  ...many(
    8,
    (i) => `fillType${i}`,
    (i) => `soft-${i}`,
  ),
  ...many(
    7,
    (i) => `actor${i}`,
    (i) => `hue-${i}`,
  ),
  xyChart: {
    ...all('ink', 'titleColor xAxisLabelColor xAxisTitleColor yAxisLabelColor yAxisTitleColor dataLabelColor'),
    ...all('line-strong', 'xAxisTickColor xAxisLineColor yAxisTickColor yAxisLineColor'),
    ...all('paper', 'backgroundColor'),
    plotColorPalette: Array.from({ length: 6 }, (_, index) => standIn(`hue-${index}`)).join(','),
  },
  radar: {
    ...all('line-strong', 'axisColor'),
    ...all('line', 'graticuleColor'),
    axisStrokeWidth: 1.5,
    axisLabelFontSize: drawnSize,
    legendFontSize: drawnSize,
    curveStrokeWidth: 2.5,
    curveOpacity: 0.15,
    graticuleOpacity: 0,
    graticuleStrokeWidth: 1,
  },
  packet: {
    ...all('ink', 'startByteColor endByteColor labelColor titleColor'),
    ...all('accent', 'blockStrokeColor'),
    ...all('accent-soft', 'blockFillColor'),
    startByteFontSize: `${drawnSize}px`,
    endByteFontSize: `${drawnSize}px`,
    labelFontSize: `${drawnSize}px`,
    titleFontSize: `${drawnSize}px`,
  },
};

/** What Mermaid's variables do not reach. */
export const themeCSS = `
.node :is(rect,circle,ellipse,polygon,path), .cluster rect, .actor, .note, .labelBox {stroke-width:1.6px}
.edge-thickness-normal, .relation, .relationshipLine, .transition, .messageLine0, .messageLine1 {stroke-width:1.6px}
.cluster text, .cluster-label text, .statediagram-cluster .cluster-label text {font-weight:600}
.grid .tick text, .packetByte, .packetLabel, .treemapSectionLabel, .treemapSectionValue {font-size:${drawnSize}px !important}
.sequenceNumber, .edgeTerminals :is(text,tspan), .cardinality, .commit-label, .tag-label {font-size:${drawnSize}px !important}
.treemapSectionValue {font-style:normal !important}
text.legend, .journey-section text, .task text {font-size:${largeSize}px !important}
.node-labels text, .sankey-label-bg, .sankey text {font-size:${drawnSize}px !important}
.sectionTitle, .titleText, .pieTitleText, .packetTitle, .radarTitle {font-weight:600}
.face {fill:${standIn('paper')}; stroke:${standIn('line-strong')}}
.mouth {stroke:${standIn('ink')}}
.commit-label-bkg, .radarGraticule {fill:none; stroke:${standIn('line')}}
.grid .tick line {stroke:${standIn('line')}; opacity:1}
.grid .tick {opacity:1}
.messageGround {fill:${standIn('paper')}}
.edgeLabel rect, .labelBkg, .edgeLabel .background {opacity:1 !important}
`;

/** Words in boxes carry further when they are bold; where room is short, plain letters are larger. */
export const boldLabels = '.node .label :is(text, tspan) {font-weight:600}\n';

/** The columns of a time line are always as wide: words in them are as large as the longest allows. */
export const columnLook = (letters: number): string => {
  const size = Math.max(drawnSize, Math.min(24, Math.floor(columnWidth / (letters * letterWidth))));
  return `.timeline-node text {font-size:${size}px !important}\n`;
};
const columnWidth = 165;
/** Of the size of the text. */
const letterWidth = 0.56;
