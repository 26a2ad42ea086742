// Rewrites the name table of a TrueType font: what the Open Font License asks of a modified version of a family
// with a reserved name. Format: https://learn.microsoft.com/typography/opentype/spec/name
const headerSize = 12;
const recordSize = 16;

/** Style names of the source families, as a reader of a font menu expects them. */
const styleNames = { Regular: 'Regular', It: 'Italic', Semibold: 'SemiBold', SemiboldIt: 'SemiBold Italic' };

/** Reads the table directory of an sfnt file: `[{ tag, data }]`. */
function readTables(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = headerSize + i * recordSize;
    const offset = font.readUInt32BE(at + 8);
    return {
      tag: font.toString('latin1', at, at + 4),
      data: font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    };
  });
}

/** The strings of a name table by name id (Windows platform, UTF-16). */
function readNames(table) {
  const names = new Map();
  const strings = table.readUInt16BE(4);
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + i * 12;
    if (table.readUInt16BE(at) !== 3) continue;
    const start = strings + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    names.set(table.readUInt16BE(at + 6), text.swap16().toString('utf16le'));
  }
  return names;
}

function writeNames(names) {
  const entries = [...names].sort(([a], [b]) => a - b).map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()]);
  const head = Buffer.alloc(6 + entries.length * 12);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  entries.forEach(([id, text], i) => {
    [3, 1, 0x409, id, text.length, offset].forEach((value, field) => head.writeUInt16BE(value, 6 + i * 12 + field * 2));
    offset += text.length;
  });
  return Buffer.concat([head, ...entries.map(([, text]) => text)]);
}

const pad = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

function checksum(data) {
  const padded = pad(data);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function writeTables(version, tables) {
  const head = Buffer.alloc(headerSize + tables.length * recordSize);
  const power = Math.floor(Math.log2(tables.length));
  version.copy(head, 0, 0, 4);
  [tables.length, 16 * 2 ** power, power, tables.length * 16 - 16 * 2 ** power].forEach((v, i) =>
    head.writeUInt16BE(v, 4 + i * 2),
  );
  let offset = head.length;
  tables.forEach(({ tag, data }, i) => {
    const at = headerSize + i * recordSize;
    head.write(tag, at, 'latin1');
    [checksum(data), offset, data.length].forEach((value, field) => head.writeUInt32BE(value, at + 4 + field * 4));
    offset += pad(data).length;
  });
  return Buffer.concat([head, ...tables.map(({ data }) => pad(data))]);
}

/**
 * Gives a font the family name `family`; keeps its copyright and licence.
 * @param {Buffer} font a TrueType (sfnt) file
 * @param {string} family for example `Lectern Sans`
 * @param {string} style style name as in the source family's file names, for example `SemiboldIt`
 */
export function renameFont(font, family, style) {
  const styleName = styleNames[style];
  const tables = readTables(font).map(({ tag, data }) => {
    if (tag !== 'name') return { tag, data };
    const old = readNames(data);
    const postscript = `${family}-${styleName}`.replaceAll(' ', '');
    const names = new Map([
      [0, old.get(0) ?? ''],
      [1, styleName === 'Regular' || styleName === 'Italic' ? family : `${family} SemiBold`],
      [2, styleName.includes('Italic') ? 'Italic' : 'Regular'],
      [3, postscript],
      [4, `${family} ${styleName}`],
      [5, old.get(5) ?? 'Version 1.0'],
      [6, postscript],
      [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
      [14, 'https://openfontlicense.org'],
    ]);
    return { tag, data: writeNames(names) };
  });
  return writeTables(font.subarray(0, 4), tables);
}
