import type { TopLevelSpec } from 'vega-lite';
import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { textWidth } from '../diagrams/text/measure.ts';
import { boundVega, brokenBound, type VegaParts } from './bounds.ts';
import { numberLocale } from './locale.ts';
import type { DrawnPlot, DrawnScale } from './plot-places.ts';
import { themeConfig } from './theme.ts';

export interface RenderBox {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}

export interface RenderedChart {
  /** As Vega writes it, before it is cleaned. */
  readonly svg: string;
  readonly plot: DrawnPlot;
  readonly warnings: readonly string[];
}

/**
 * Draws a Vega-Lite specification, without a canvas, files or network; text is measured with the theme's font.
 * @throws what Vega-Lite says about a specification that it does not accept
 */
export async function renderSpec(spec: JsonObject, box: RenderBox): Promise<RenderedChart> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  boundVega(vega as unknown as VegaParts);
  const warnings: string[] = [];
  const warn = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(' '));
    return logger;
  };
  const wrong: string[] = [];
  const error = (...words: readonly unknown[]) => {
    wrong.push(words.map((word) => (word instanceof Error ? word.message : String(word))).join(' '));
    return warn(...words);
  };
  const logger = { level: () => logger, error, warn, info: () => logger, debug: () => logger };
  const composed = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'].some((key) => key in spec);
  const panels = panelsOf(spec);
  const sized = composed
    ? spec
    : panels
      ? { ...panelSize(panels, box), ...spec }
      : { width: box.width, height: box.height, autosize: { type: 'fit', contains: 'padding' }, ...spec };
  const user: Json = spec.config ?? {};
  const number = numberLocale(box.lang);
  // Years and other numbers of four digits are easier to read in one piece.
  const labelExpr = `abs(datum.value) < 10000 ? replace(datum.label, '${number.thousands}', '') : datum.label`;
  const config = { ...themeConfig, axisQuantitative: { labelExpr }, ...(user as object), locale: { number } };
  const compiled = compile({ ...sized, config } as unknown as TopLevelSpec, { logger: logger as never });
  // Vega guesses the width of text when there is no canvas; the theme's own widths keep labels inside their room.
  const metrics = vega as unknown as { textMetrics: { width: (item: TextItem, text?: unknown) => number } };
  metrics.textMetrics.width = (item, text) => widthOf(item, text);
  const refuse = () => Promise.reject(new Error('a chart cannot load files or URLs'));
  const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };
  const view = new vega.View(vega.parse(compiled.spec), {
    renderer: 'none',
    loader: loader,
    logger: logger as never,
  });
  try {
    const svg = await view.toSVG();
    const reason = brokenBound(view);
    if (reason !== undefined) throw new Error(reason);
    return { svg, warnings, plot: drawnBy(view as unknown as DrawnView) };
  } catch (error) {
    throw inWords(error, wrong);
  } finally {
    view.finalize();
  }
}

/** The parts of a view of Vega that tell where things stand. */
interface DrawnView {
  origin(): readonly [number, number];
  padding(): { readonly left: number; readonly top: number };
  width(): number;
  height(): number;
  scale(name: string): unknown;
}

/** Marks that an axis has by our settings. */
const marksOfAxis = 5;

function drawnBy(view: DrawnView): DrawnPlot {
  const scaleOf = (name: 'x' | 'y'): DrawnScale | undefined => {
    const scale = scaleIn(view, name) as
      { domain?: () => readonly unknown[]; ticks?: (count: number) => readonly number[] } | undefined;
    const [low, high] = scale?.domain?.() ?? [];
    if (typeof low !== 'number' || typeof high !== 'number' || !scale?.ticks) return undefined;
    return { domain: [low, high], ticks: scale.ticks(marksOfAxis) };
  };
  const [x, y] = view.origin();
  const { left, top } = view.padding();
  return {
    frame: { x: x + left, y: y + top, w: view.width(), h: view.height() },
    scales: { x: scaleOf('x'), y: scaleOf('y') },
  };
}

/** A scale by its name; charts of several panels have none of such names. */
function scaleIn(view: DrawnView, name: string): unknown {
  try {
    return view.scale(name);
  } catch {
    return undefined;
  }
}

/** What JavaScript says when Vega stumbles over a part that could not be made. */
const internal = /^Cannot read prop| is not (?:a function|iterable|defined)\b/;

/** Vega notes what is wrong and goes on until it stumbles: the note is what helps. */
function inWords(error: unknown, wrong: readonly string[]): unknown {
  if (!(error instanceof Error) || !internal.test(error.message)) return error;
  const noted = wrong.find((message) => !internal.test(message));
  return new Error(noted ?? 'its scales, axes or transforms have values that do not go together');
}

interface Panels {
  readonly columns: number;
  readonly rows: number;
}

/** How many small charts a specification divides its data into, side by side and below each other. */
function panelsOf({ encoding, data }: JsonObject): Panels | undefined {
  if (!isObject(encoding)) return undefined;
  const { facet, row, column } = encoding;
  if (!facet && !row && !column) return undefined;
  const rows = isObject(data) && Array.isArray(data.values) ? (data.values as readonly Json[]) : [];
  const count = (channel: Json | undefined): number => {
    const field = isObject(channel) && typeof channel.field === 'string' ? channel.field : undefined;
    const values = field === undefined ? [] : rows.map((one) => (isObject(one) ? JSON.stringify(one[field]) : ''));
    return Math.max(1, new Set(values).size);
  };
  if (!isObject(facet)) return { columns: count(column), rows: count(row) };
  const all = count(facet);
  const columns = typeof facet.columns === 'number' ? Math.min(facet.columns, all) : Math.min(all, 4);
  return { columns, rows: Math.ceil(all / columns) };
}

/** What axes, heads and gaps take beside a panel, in pixels. */
const besides = { width: 46, height: 76, edge: 84 };

/** Panels share the box; each keeps room for its axes and head. */
function panelSize({ columns, rows }: Panels, box: RenderBox): { readonly width: number; readonly height: number } {
  const width = Math.floor((box.width - besides.edge) / columns - besides.width);
  const height = Math.floor((box.height - besides.edge) / rows - besides.height);
  return { width: Math.max(60, width), height: Math.max(50, height) };
}

interface TextItem {
  readonly fontSize?: number | null;
  readonly fontWeight?: unknown;
}

function widthOf(item: TextItem, text: unknown): number {
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  return textWidth(typeof text === 'string' || typeof text === 'number' ? String(text) : '', item.fontSize ?? 11, bold);
}
