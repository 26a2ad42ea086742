import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ZipFile {
  /** Path with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it stands as it is, as the first file of an EPUB must. */
  readonly stored?: boolean;
}

/** 1 January 1980, midnight: archives tell no time, so that the same files give the same bytes everywhere. */
const date = 0x21;
/** Names are UTF-8. */
const flags = 0x800;

/** Writes a zip archive (APPNOTE 6.3.3) of less than 4 GB, the files in their order. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, stored = false } of files) {
    const name = Buffer.from(path);
    const data = stored ? Buffer.from(bytes) : deflateRawSync(bytes, { level: 9 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt16LE(date, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(bytes.byteLength, 18);
    shared.writeUInt16LE(name.length, 22);
    parts.push(signature(0x04034b50), shared, name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(signature(0x02014b50), versionMadeBy, shared, place, name);
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, signature(0x06054b50), end]);
}

const versionMadeBy = Buffer.from([20, 0]);

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
