/** A regular file in a tar archive. */
export interface TarEntry {
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  readonly bytes: Uint8Array;
}

const block = 512;

/**
 * Reads the regular files of a POSIX ustar archive (IEEE 1003.1, "ustar Interchange Format"); links and folders are
 * left out. Only archives that ship with a package are read, so long names (pax, GNU) are an error rather than a feature.
 * @throws Error when the archive is cut short, or a name would leave the folder it is unpacked in.
 */
export function readTar(archive: Uint8Array): readonly TarEntry[] {
  const entries: TarEntry[] = [];
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + block);
    const size = octal(header, 124, 12);
    const type = String.fromCharCode(header[156] ?? 0);
    const start = at + block;
    if (start + size > archive.length) throw new Error('The archive is cut short.');
    if (type === '0' || type === '\0') {
      const path = safePath([text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/'));
      entries.push({ path, mode: octal(header, 100, 8) & 0o777, bytes: archive.subarray(start, start + size) });
    } else if (!['1', '2', '5'].includes(type)) {
      throw new Error(`The archive has an entry of the unknown type ${JSON.stringify(type)}.`);
    }
    at = start + Math.ceil(size / block) * block;
  }
  return entries;
}

function safePath(path: string): string {
  if (path.startsWith('/') || path.split('/').includes('..'))
    throw new Error(`The archive has the unsafe path ${path}.`);
  return path;
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = Buffer.from(header.subarray(start, start + length));
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

const octal = (header: Uint8Array, start: number, length: number): number =>
  Number.parseInt(text(header, start, length).trim() || '0', 8);
