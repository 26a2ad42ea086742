import type { Asset } from '../../model/index.ts';
import type { ChartItem, GroupItem, Item, Rect, SceneSlide } from './scene.ts';

/** Colours of the theme with which charts are drawn. */
export const chartColors = ['ink', 'paper', 'muted', 'line', 'line-strong', 'shape-muted', 'signal', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']; // prettier-ignore

/** Of a chart that stays a drawing: its slide, and what Office cannot draw of it. */
export interface PlainChart {
  readonly slide: SceneSlide;
  readonly because: string;
}

/** The name that a drawing has in the deck. */
const nameOf = ({ path }: Asset): string => `${path.replace('assets/', '').replace('.svg', '')}-desc`;

/** What the drawing says and where; what is said twice has no place. */
function wordsOf({ items }: GroupItem): ReadonlyMap<string, Rect> {
  const words = new Map<string, Rect>();
  const twice = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const text = item.paragraphs.map(({ lines }) => lines.map((line) => line.map((run) => run.text).join('')).join(' ')).join(' '); // prettier-ignore
    if (words.has(text)) twice.add(text);
    words.set(text, item.rect);
  }
  for (const text of twice) words.delete(text);
  return words;
}

const fontOf = ({ items }: GroupItem): string | undefined =>
  items.flatMap((item) => (item.kind === 'text' ? (item.paragraphs[0]?.lines[0]?.[0]?.font ?? []) : []))[0];

/** The part of a place that a drawing fills which keeps its shape. */
function fitted({ x, y, w, h }: Rect, shape: number): Rect {
  const width = Math.min(w, h * shape);
  const height = width / shape;
  return { x: x + (w - width) / 2, y: y + (h - height) / 2, w: width, h: height };
}

/** The slides with charts that Office draws from their numbers in the place of our drawings, and those that stay as they are. */
export function withCharts(
  slides: readonly SceneSlide[],
  assets: readonly Asset[],
): { readonly slides: readonly SceneSlide[]; readonly plain: readonly PlainChart[] } {
  const plots = new Map(assets.flatMap((asset) => (asset.plot ? [[nameOf(asset), asset.plot] as const] : [])));
  const plain: PlainChart[] = [];
  const chartOf = (item: Item, slide: SceneSlide): Item => {
    const plot = item.kind === 'group' ? plots.get(item.name ?? '') : undefined;
    if (item.kind !== 'group' || !plot) return item;
    if ('because' in plot) {
      plain.push({ slide, because: plot.because });
      return item;
    }
    const { alt, step } = item;
    const rect = fitted(item.rect, plot.size.width / plot.size.height);
    const chart: ChartItem = { kind: 'chart', rect, alt, plot, words: wordsOf(item), font: fontOf(item) ?? slide.fonts.text, tokens: slide.tokens }; // prettier-ignore
    return { ...chart, ...(step !== undefined && { step }) };
  };
  const made = slides.map((slide) => ({ ...slide, items: slide.items.map((item) => chartOf(item, slide)) }));
  return { slides: made, plain };
}
