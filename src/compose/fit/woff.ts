import { brotliDecompressSync, inflateSync } from 'node:zlib';

/** The tables of a font that its advance widths are read from. */
interface Tables {
  readonly get: (tag: string) => DataView | undefined;
  /** Whether `hmtx` stands in the shape that WOFF 2 gives it: one byte before the widths. */
  readonly isShort: boolean;
}

/**
 * The bytes that the tables of a font may unpack to: fonts of large scripts have some tens of megabytes, and a file of a
 * few kilobytes can say that it holds gigabytes.
 */
const largest = { maxOutputLength: 100_000_000 };

/** The tags that WOFF 2 writes as a number; only their order matters. */
const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill';
const tagOf = (index: number): string => knownTags.slice(index * 5, index * 5 + 4);

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));

/**
 * Advance widths in em by code point, for those that the font has; `undefined` when it is no font that Lectern can read
 * (WOFF 2, WOFF, TrueType or OpenType).
 */
export function advances(bytes: Uint8Array): ReadonlyMap<number, number> | undefined {
  try {
    const tables = tablesOf(bytes);
    return tables && widthsOf(tables);
  } catch {
    return undefined;
  }
}

function tablesOf(bytes: Uint8Array): Tables | undefined {
  const view = viewOf(bytes);
  switch (view.getUint32(0)) {
    case 0x774f4632:
      return woff2(bytes, view);
    case 0x774f4646:
      return plain(bytes, view, 44, 20, (at) => ({
        offset: view.getUint32(at + 4),
        length: view.getUint32(at + 8),
        whole: view.getUint32(at + 12),
      }));
    case 0x00010000:
    case 0x4f54544f:
      return plain(bytes, view, 12, 16, (at) => ({
        offset: view.getUint32(at + 8),
        length: view.getUint32(at + 12),
        whole: view.getUint32(at + 12),
      }));
    default:
      return undefined;
  }
}

/** TrueType, OpenType and WOFF: a directory of tables, those of WOFF deflated each. */
function plain(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  step: number,
  entry: (at: number) => { offset: number; length: number; whole: number },
): Tables {
  const count = view.getUint16(start === 44 ? 12 : 4);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const at = start + i * step;
    const { offset, length, whole } = entry(at);
    const tag = textAt(view, at);
    // The first of a name counts, so that a table named ten thousand times is unpacked once.
    if (tables.has(tag) || !['cmap', 'head', 'hhea', 'hmtx'].includes(tag)) continue;
    const part = bytes.subarray(offset, offset + length);
    tables.set(tag, viewOf(length < whole ? inflateSync(part, largest) : part));
  }
  return { get: (tag) => tables.get(tag), isShort: false };
}

/** WOFF 2: one Brotli stream for all tables, some of them in a shape of their own. */
function woff2(bytes: Uint8Array, view: DataView): Tables {
  const count = view.getUint16(12);
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = view.getUint8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 128) break;
    }
    return value;
  };
  const places = new Map<string, { readonly start: number; readonly length: number }>();
  let start = 0;
  let isShort = false;
  for (let i = 0; i < count; i++) {
    const flags = view.getUint8(at++);
    const index = flags & 0x3f;
    const tag = index === 0x3f ? textAt(view, at) : tagOf(index);
    if (index === 0x3f) at += 4;
    const version = flags >> 6;
    const whole = number();
    const changed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = changed ? number() : whole;
    if (tag === 'hmtx') isShort = changed;
    places.set(tag, { start, length });
    start += length;
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + view.getUint32(20)), largest);
  return {
    get: (tag) => {
      const place = places.get(tag);
      return place && viewOf(data.subarray(place.start, place.start + place.length));
    },
    isShort,
  };
}

function widthsOf({ get, isShort }: Tables): ReadonlyMap<number, number> | undefined {
  const [head, hhea, hmtx, cmap] = [get('head'), get('hhea'), get('hmtx'), get('cmap')];
  if (!head || !hhea || !hmtx || !cmap) return undefined;
  const em = head.getUint16(18);
  const count = hhea.getUint16(34);
  const widths = new Map<number, number>();
  for (const [code, glyph] of glyphsOf(cmap)) {
    const entry = Math.min(glyph, count - 1);
    widths.set(code, hmtx.getUint16(isShort ? 1 + 2 * entry : 4 * entry) / em);
  }
  return widths;
}

type Glyphs = readonly (readonly [code: number, glyph: number])[];

/**
 * The glyph of each code point, from the table for all of Unicode or that for its first plane.
 * @throws RangeError when code points do not rise, as they must: such a table could name each of them without end.
 */
function glyphsOf(cmap: DataView): Glyphs {
  let found: Glyphs | undefined;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const offset = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(offset);
    if (format === 12) return groups(cmap, offset);
    if (format === 4) found ??= segments(cmap, offset);
  }
  return found ?? [];
}

/** The first code point of a run, which is higher than the last one of the run before it. */
function rising(from: number, last: number): number {
  if (from <= last) throw new RangeError('The code points of the font do not rise');
  return from;
}

function groups(cmap: DataView, offset: number): Glyphs {
  const found: [number, number][] = [];
  let last = -1;
  for (let i = 0; i < cmap.getUint32(offset + 12); i++) {
    const at = offset + 16 + i * 12;
    const from = rising(cmap.getUint32(at), last);
    const glyph = cmap.getUint32(at + 8);
    last = Math.max(from, Math.min(cmap.getUint32(at + 4), 0x10ffff));
    for (let code = from; code <= last; code++) found.push([code, glyph + code - from]);
  }
  return found;
}

function segments(cmap: DataView, offset: number): Glyphs {
  const found: [number, number][] = [];
  const count = cmap.getUint16(offset + 6) / 2;
  let last = -1;
  for (let i = 0; i < count; i++) {
    const end = cmap.getUint16(offset + 14 + 2 * i);
    const start = rising(cmap.getUint16(offset + 16 + 2 * (count + i)), last);
    last = Math.max(start, end);
    const delta = cmap.getUint16(offset + 16 + 2 * (2 * count + i));
    const rangeAt = offset + 16 + 2 * (3 * count + i);
    const range = cmap.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - start));
      if (glyph !== 0) found.push([code, (glyph + delta) & 0xffff]);
    }
  }
  return found;
}
