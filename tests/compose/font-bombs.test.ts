import { brotliCompressSync, constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { advances } from '../../src/compose/fit/woff.ts';

const bytesOf = (length: number, numbers: Readonly<Record<number, number>>): Buffer => {
  const bytes = Buffer.alloc(length);
  for (const [at, value] of Object.entries(numbers)) bytes.writeUInt16BE(value, Number(at));
  return bytes;
};

const head = bytesOf(54, { 18: 1000 });
const hhea = bytesOf(36, { 34: 1 });
const hmtx = bytesOf(4, { 0: 500 });

/** A table for all of Unicode whose runs are given. */
function cmapOf(runs: readonly (readonly [from: number, to: number])[]): Buffer {
  const bytes = Buffer.alloc(28 + 12 * runs.length);
  bytes.writeUInt16BE(1, 2);
  bytes.writeUInt32BE(12, 8);
  bytes.writeUInt16BE(12, 12);
  bytes.writeUInt32BE(runs.length, 24);
  for (const [i, [from, to]] of runs.entries()) {
    bytes.writeUInt32BE(from, 28 + 12 * i);
    bytes.writeUInt32BE(to, 32 + 12 * i);
  }
  return bytes;
}

/** A table of the first plane whose every run is the whole plane. */
function planes(count: number): Buffer {
  const bytes = Buffer.alloc(12 + 16 + 8 * count);
  bytes.writeUInt16BE(1, 2);
  bytes.writeUInt32BE(12, 8);
  bytes.writeUInt16BE(4, 12);
  bytes.writeUInt16BE(2 * count, 18);
  for (let i = 0; i < count; i++) bytes.writeUInt16BE(0xfffe, 26 + 2 * i);
  return bytes;
}

type Table = readonly [tag: string, bytes: Buffer];
const tablesWith = (cmap: Buffer): readonly Table[] => [
  ['head', head],
  ['hhea', hhea],
  ['hmtx', hmtx],
  ['cmap', cmap],
];

function trueType(tables: readonly Table[]): Buffer {
  const start = 12 + 16 * tables.length;
  const directory = Buffer.alloc(start);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  let at = start;
  for (const [i, [tag, bytes]] of tables.entries()) {
    directory.write(tag, 12 + 16 * i, 'latin1');
    directory.writeUInt32BE(at, 20 + 16 * i);
    directory.writeUInt32BE(bytes.length, 24 + 16 * i);
    at += bytes.length;
  }
  return Buffer.concat([directory, ...tables.map(([, bytes]) => bytes)]);
}

/** WOFF 2 (https://www.w3.org/TR/WOFF2): tags of its own, lengths in groups of seven bits, one Brotli stream. */
function woff2(tables: readonly Table[]): Buffer {
  const directory = tables.flatMap(([tag, { length }]) => [
    0x3f,
    ...Buffer.from(tag, 'latin1'),
    ...[28, 21, 14, 7].map((shift) => 0x80 | ((length >>> shift) & 0x7f)),
    length & 0x7f,
  ]);
  const packed = brotliCompressSync(Buffer.concat(tables.map(([, bytes]) => bytes)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
  const start = Buffer.alloc(48);
  start.writeUInt32BE(0x774f4632, 0);
  start.writeUInt16BE(tables.length, 12);
  start.writeUInt32BE(packed.length, 20);
  return Buffer.concat([start, Buffer.from(directory), packed]);
}

/** WOFF: a directory of tables that are deflated each. */
function woff(tables: readonly Table[]): Buffer {
  const parts = tables.map(([, bytes]) => deflateSync(bytes, { level: 1 }));
  const directory = Buffer.alloc(44 + 20 * tables.length);
  directory.writeUInt32BE(0x774f4646, 0);
  directory.writeUInt16BE(tables.length, 12);
  let at = directory.length;
  for (const [i, [tag, bytes]] of tables.entries()) {
    directory.write(tag, 44 + 20 * i, 'latin1');
    directory.writeUInt32BE(at, 48 + 20 * i);
    directory.writeUInt32BE(parts[i]?.length ?? 0, 52 + 20 * i);
    directory.writeUInt32BE(bytes.length + 100, 56 + 20 * i);
    at += parts[i]?.length ?? 0;
  }
  return Buffer.concat([directory, ...parts]);
}

const good = tablesWith(
  cmapOf([
    [65, 66],
    [97, 97],
  ]),
);
const zeros: Table = ['junk', Buffer.alloc(120_000_000)];

describe('a font that somebody made to do harm', () => {
  it('is read when it is an honest one, in each format', () => {
    const widths = [...new Map([65, 66, 97].map((code) => [code, 0.5]))];
    for (const make of [trueType, woff, woff2]) expect([...(advances(make(good)) ?? [])]).toEqual(widths);
  });

  it('is none when a few kilobytes unpack to more than fonts hold', () => {
    const bomb = woff2([...good, zeros]);
    expect(bomb.length).toBeLessThan(30_000);
    expect(advances(bomb)).toBeUndefined();
    expect(advances(woff([...good.slice(0, 3), ['cmap', Buffer.concat([cmapOf([]), zeros[1]])]]))).toBeUndefined();
  });

  it('is none when its runs of characters do not rise', () => {
    const again = Array.from({ length: 100_000 }, () => [0, 0x10ffff] as const);
    expect(advances(trueType(tablesWith(cmapOf(again))))).toBeUndefined();
    expect(advances(trueType(tablesWith(planes(30_000))))).toBeUndefined();
  });

  it('unpacks a table once, however often it is named', () => {
    const many = Array.from({ length: 3_000 }, () => ['cmap', cmapOf([[65, 40_000]])] as const);
    expect(advances(woff([...good.slice(0, 3), ...many]))?.size).toBe(40_000 - 64);
  });
});
