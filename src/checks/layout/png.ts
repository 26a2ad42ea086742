import { inflateSync } from 'node:zlib';
import type { Rgb } from './scene.ts';

/** A box in whole pixels. */
export type PixelBox = readonly [left: number, top: number, width: number, height: number];

/** A picture of 8 bits a channel. */
interface Pixels {
  readonly width: number;
  /** Bytes of a pixel: 3 or 4, of which the first three are red, green and blue. */
  readonly step: number;
  readonly data: Uint8Array;
}

const headLength = 8;
const chunkFrame = 12;

/**
 * Reads a PNG as the browser writes it of a page: 8 bits a channel, with colour, not interlaced (PNG 3, 11.2 and 9.2).
 * @throws Error when it is in another form
 */
export function readPng(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const packed: Buffer[] = [];
  let [width, height, step] = [0, 0, 0];
  for (let at = headLength; at + chunkFrame <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      const isKnown = body[8] === 8 && body[12] === 0 && (body[9] === 2 || body[9] === 6);
      if (!isKnown) throw new Error('The picture is in a form that is not known.');
      step = body[9] === 2 ? 3 : 4;
    } else if (type === 'IDAT') packed.push(body);
    at += length + chunkFrame;
  }
  return { width, step, data: unfiltered(inflateSync(Buffer.concat(packed)), width * step, { height, step }) };
}

/** Takes back what was done to each row so that it packs better. */
function unfiltered(
  rows: Uint8Array,
  length: number,
  { height, step }: { readonly height: number; readonly step: number },
): Uint8Array {
  const out = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const from = row * (length + 1) + 1;
    const to = row * length;
    const filter = rows[from - 1];
    if (filter === 0) out.set(rows.subarray(from, from + length), to);
    else if (filter === 2 && row > 0)
      for (let i = 0; i < length; i++) out[to + i] = (rows[from + i] ?? 0) + (out[to - length + i] ?? 0);
    else
      for (let i = 0; i < length; i++) {
        const left = i < step ? 0 : (out[to + i - step] ?? 0);
        const above = row === 0 ? 0 : (out[to + i - length] ?? 0);
        const corner = row === 0 || i < step ? 0 : (out[to + i - length - step] ?? 0);
        out[to + i] = (rows[from + i] ?? 0) + guess(filter, left, above, corner);
      }
  }
  return out;
}

function guess(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Every third pixel is enough. */
const stride = 3;

/** The darkest, middle and lightest colours of a box: 5th, 50th and 95th percentile of lightness. */
export function gradesOf({ width, step, data }: Pixels, [left, top, wide, high]: PixelBox): readonly Rgb[] {
  const count = Math.ceil((wide * high) / stride);
  const lightness = new Float64Array(count);
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const pixel = i * stride;
    const at = ((top + Math.floor(pixel / wide)) * width + left + (pixel % wide)) * step;
    places[i] = at;
    lightness[i] = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  const sorted = lightness.slice().sort();
  return [0.05, 0.5, 0.95].map((share): Rgb => {
    const place = Math.floor((count - 1) * share);
    const wanted = sorted[place] ?? 0;
    // Of those that are equally light the one that would stand there if they were sorted in their order.
    let found = lightness.indexOf(wanted);
    for (let before = place - sorted.indexOf(wanted); before > 0; before--)
      found = lightness.indexOf(wanted, found + 1);
    const at = places[found] ?? 0;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
}
