/// <reference lib="dom" />
import type { Json } from '../base/index.ts';

/** A part of a slide, in parts of its width and height. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page: where two pictures differ, as boxes in parts of width and height. Boxes are whole tiles, and tiles that
 * touch are one box.
 */
export async function differingParts(old: string, now: string): Promise<readonly Part[]> {
  const tile = 20;
  const read = async (text: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(image, 0, 0);
    return context?.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [a, b] = [await read(old), await read(now)];
  if (!a || !b) return [];
  if (a.width !== b.width || a.height !== b.height) return [{ x: 0, y: 0, width: 1, height: 1 }];
  const columns = Math.ceil(a.width / tile);
  const rows = Math.ceil(a.height / tile);
  const differs = new Uint8Array(columns * rows);
  const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
  for (let i = 0; i < left.length; i++) {
    if (left[i] === right[i]) continue;
    const [x, y] = [i % a.width, Math.floor(i / a.width)];
    differs[Math.floor(y / tile) * columns + Math.floor(x / tile)] = 1;
  }
  const parts: Part[] = [];
  for (let start = 0; start < differs.length; start++) {
    if (differs[start] !== 1) continue;
    const open = [start];
    differs[start] = 2;
    let [minX, minY, maxX, maxY] = [columns, rows, 0, 0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      [minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)];
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          const next = ny * columns + nx;
          if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || differs[next] !== 1) continue;
          differs[next] = 2;
          open.push(next);
        }
    }
    const [right2, bottom] = [Math.min(a.width, (maxX + 1) * tile), Math.min(a.height, (maxY + 1) * tile)];
    parts.push({
      x: (minX * tile) / a.width,
      y: (minY * tile) / a.height,
      width: (right2 - minX * tile) / a.width,
      height: (bottom - minY * tile) / a.height,
    });
  }
  return parts;
}

/** Runs in the page: shows a picture alone, with outlines around its parts. */
export async function showMarked(picture: string, width: number, parts: Json): Promise<void> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  image.style.cssText = `display:block;width:${width}px`;
  document.body.style.cssText = 'margin:0;position:relative';
  document.body.replaceChildren(image);
  const outlines = (parts as unknown as readonly Part[]).map(({ x, y, width: across, height }) => {
    const outline = document.createElement('div');
    const [left, top] = [x * width, y * image.offsetHeight];
    outline.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${across * width}px;height:${height * image.offsetHeight}px;border:4px solid #d0006f;border-radius:6px;box-shadow:0 0 0 2px #fff,inset 0 0 0 2px #fff;box-sizing:border-box`;
    return outline;
  });
  document.body.append(...outlines);
}
