import type { Paint, Rect, Stroke } from '../../scene.ts';
import { lineXml } from '../frame.ts';
import { solid, type OfficeTheme } from '../theme.ts';
import { centipoints, el, xmlText } from '../xml.ts';
import type { Range } from './sheet.ts';

/** What the writers of the parts of one chart know. */
export interface ChartLook {
  readonly theme: OfficeTheme;
  readonly font: string;
  readonly paint: (token: string) => Paint;
  /** Pixels of the slide of a length of the drawing. */
  readonly px: (length: number) => number;
  /** The chart on its slide. */
  readonly rect: Rect;
  /** Where a text of the drawing stands on the slide. */
  readonly words: ReadonlyMap<string, Rect>;
}

export const value = (name: string, val: string | number): string => el(name, { val });

/** The look of letters. */
function letters(
  name: string,
  size: number,
  token: string,
  { font, theme, paint, px }: ChartLook,
  isBold = false,
): string {
  const typeface = font === theme.fonts.text ? '+mn-lt' : font === theme.fonts.title ? '+mj-lt' : font;
  return el(
    name,
    { sz: Math.max(100, centipoints(px(size))), b: isBold ? 1 : 0 },
    solid(paint(token), theme),
    el('a:latin', { typeface }),
  );
}

/** Letters of a part of a chart: level, in one size and colour. */
export const textLook = (size: number, token: string, look: ChartLook, isBold = false): string =>
  el(
    'c:txPr',
    {},
    '<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>',
    el('a:p', {}, el('a:pPr', {}, letters('a:defRPr', size, token, look, isBold)), '<a:endParaRPr lang="en"/>'),
  );

/** A text of its own: the title of an axis. */
export function titleXml(text: string, size: number, look: ChartLook): string {
  const run = el('a:r', {}, letters('a:rPr', size, 'ink', look, true), el('a:t', {}, xmlText(text)));
  const head = el('a:pPr', {}, letters('a:defRPr', size, 'ink', look, true));
  const body = el('c:rich', {}, '<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>', el('a:p', {}, head, run));
  const place = look.words.get(text);
  const { x, y, w, h } = look.rect;
  // Office leaves some room around the letters of a title.
  const layout = place ? manualLayout({ x: (place.x - x - 4) / w, y: Math.max(0, (place.y - y - 6) / h) }) : '';
  return el('c:title', {}, el('c:tx', {}, body), layout, value('c:overlay', place ? 1 : 0));
}

/** A place in parts of the whole chart. */
export function manualLayout(
  place: { readonly x: number; readonly y: number; readonly w?: number; readonly h?: number },
  isInner = false,
): string {
  const share = (part: number): string => String(Number(part.toFixed(5)));
  return el(
    'c:layout',
    {},
    el(
      'c:manualLayout',
      {},
      isInner ? value('c:layoutTarget', 'inner') : '',
      value('c:xMode', 'edge'),
      value('c:yMode', 'edge'),
      value('c:x', share(place.x)),
      value('c:y', share(place.y)),
      place.w === undefined ? '' : value('c:w', share(place.w)),
      place.h === undefined ? '' : value('c:h', share(place.h)),
    ),
  );
}

/** A line of a chart; without a colour there is none. */
export function stroke(token: string | undefined, width: number, look: ChartLook, more: Partial<Stroke> = {}): string {
  if (token === undefined) return '<a:ln><a:noFill/></a:ln>';
  return lineXml({ paint: look.paint(token), width: look.px(width), dash: [], cap: 'round', ...more }, look);
}

/** Texts or numbers of the sheet, with what stands there now. */
export function rangeXml(kind: 'str' | 'num', range: Range, form = 'General'): string {
  const points = range.values.flatMap((at, idx) =>
    at === null ? [] : [el('c:pt', { idx }, el('c:v', {}, xmlText(String(at))))],
  );
  const count = value('c:ptCount', range.values.length);
  const cache =
    kind === 'str'
      ? el('c:strCache', {}, count, ...points)
      : el('c:numCache', {}, el('c:formatCode', {}, xmlText(form)), count, ...points);
  return el(`c:${kind}Ref`, {}, el('c:f', {}, xmlText(range.ref)), cache);
}
