import type { Rect, Stroke } from '../scene.ts';
import { solid, type OfficeTheme } from './theme.ts';
import { el, emu } from './xml.ts';

const limit = 51_206_400;
export const within = (value: number): number => Math.max(-limit, Math.min(limit, emu(value)));
export const size = (value: number): number => Math.max(0, within(value));

/** Where a shape stands. */
export const transform = (rect: Rect, more: { readonly turn?: number; readonly name?: string } = {}): string =>
  el(
    more.name ?? 'a:xfrm',
    more.turn === undefined ? {} : { rot: Math.round(more.turn * 60_000) },
    el('a:off', { x: within(rect.x), y: within(rect.y) }),
    el('a:ext', { cx: size(rect.w), cy: size(rect.h) }),
  );

export function lineXml(stroke: Stroke | undefined, draft: { readonly theme: OfficeTheme }, name = 'a:ln'): string {
  if (!stroke) return el(name, {}, '<a:noFill/>');
  const { width, paint, dash, cap } = stroke;
  const caps = { butt: 'flat', round: 'rnd', square: 'sq' } as const;
  const at = Math.max(width, 0.1);
  const parts = dash.length % 2 === 1 ? [...dash, ...dash] : dash;
  const stops = parts.flatMap((on, i) =>
    i % 2 === 0 ? [el('a:ds', { d: thousandths(on / at), sp: thousandths((parts[i + 1] ?? on) / at) })] : [],
  );
  const dashes = stops.length === 0 ? '' : el('a:custDash', {}, ...stops);
  const w = Math.min(20_116_800, emu(width));
  return el(name, { w, cap: caps[cap] }, solid(paint, draft.theme), dashes, '<a:round/>');
}

const thousandths = (share: number): number => Math.max(1, Math.round(share * 100_000));

const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** The number and name of a shape; `alt` empty for ornament, absent for what is text itself. */
export const identity = (id: number, name: string, alt?: string): string =>
  el('p:cNvPr', { id, name, descr: alt === '' ? undefined : alt }, alt === '' ? decorative : '');
