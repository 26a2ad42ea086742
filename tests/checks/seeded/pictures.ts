import { deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([size, body, sum]);
}

/** A PNG whose left half has one colour and whose right half another. */
export function png(
  width: number,
  height: number,
  left: readonly number[],
  right: readonly number[] = left,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, (_, x) => (x < width / 2 ? left : right)).flat()]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" width="800" height="400" font-size="40">${inside}</svg>`;

export const files: Readonly<Record<string, string | Uint8Array>> = {
  'images/figure.svg': svg('<rect width="800" height="400" fill="#e4eced"/>'),
  'images/words.svg': svg(
    '<rect width="800" height="400" fill="#e4eced"/><text x="20" y="60" fill="#14202b">A word</text><text x="780" y="390" text-anchor="end" fill="#14202b">gypsy</text>',
  ),
  'images/cut.svg': svg(
    '<rect width="800" height="400" fill="#e4eced"/><text x="620" y="60" fill="#14202b">A label that is far too long for the drawing it stands in, by any measure</text>',
  ),
  'images/photo.png': png(1600, 800, [90, 120, 130]),
};
