/** What a TrueType font program tells of its glyphs (ISO/IEC 14496-22). */
export interface FontProgram {
  readonly glyphs: number;
  /** Width of a glyph in thousandths of its size. */
  readonly widthOf: (glyph: number) => number | undefined;
}

/** Reads `head`, `maxp`, `hhea` and `hmtx`; `undefined` when the program is something else. */
export function readFontProgram(bytes: Buffer): FontProgram | undefined {
  if (bytes.length < 12 || ![0x00010000, 0x74727565].includes(bytes.readUInt32BE(0))) return undefined;
  const tables = new Map<string, number>();
  const count = bytes.readUInt16BE(4);
  for (let at = 12; at + 16 <= bytes.length && at < 12 + 16 * count; at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  const [head, maxp, hhea, hmtx] = ['head', 'maxp', 'hhea', 'hmtx'].map((name) => tables.get(name));
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const units = bytes.readUInt16BE(head + 18);
  const metrics = bytes.readUInt16BE(hhea + 34);
  const widthOf = (glyph: number): number | undefined => {
    const at = hmtx + 4 * Math.min(glyph, metrics - 1);
    return at + 2 <= bytes.length ? (bytes.readUInt16BE(at) * 1000) / units : undefined;
  };
  return { glyphs: bytes.readUInt16BE(maxp + 4), widthOf };
}
