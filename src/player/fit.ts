import type { Region } from './store.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the slide's left top corner lands in the viewport, and how much it is enlarged. */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Fits the slide, or a region of it, into the viewport and centres it (letterbox). */
export function fit(slide: Size, viewport: Size, region: Region | null): Fit {
  const part = region ?? { x: 0, y: 0, ...slide };
  const scale = Math.min(viewport.width / part.width, viewport.height / part.height);
  return {
    x: (viewport.width - part.width * scale) / 2 - part.x * scale,
    y: (viewport.height - part.height * scale) / 2 - part.y * scale,
    scale,
  };
}

/** Nothing is enlarged more than this many times. */
const deepest = 6;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** A region of the slide's own shape around a centre, `factor` times enlarged, kept inside the slide. `null` at 1 or less. */
export function regionAround(slide: Size, center: readonly [number, number], factor: number): Region | null {
  const zoom = Math.min(factor, deepest);
  if (zoom <= 1.05) return null;
  const width = slide.width / zoom;
  const height = slide.height / zoom;
  return {
    x: clamp(center[0] - width / 2, 0, slide.width - width),
    y: clamp(center[1] - height / 2, 0, slide.height - height),
    width,
    height,
  };
}

/** The middle of a region. */
export const centerOf = ({ x, y, width, height }: Region): readonly [number, number] => [x + width / 2, y + height / 2];

/** The region between two corners, in any order. */
export function spanned(a: readonly [number, number], b: readonly [number, number]): Region {
  return {
    x: Math.min(a[0], b[0]),
    y: Math.min(a[1], b[1]),
    width: Math.abs(a[0] - b[0]),
    height: Math.abs(a[1] - b[1]),
  };
}
