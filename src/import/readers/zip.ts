import JSZip from 'jszip';
import { UnreadableFile } from '../model.ts';

/** Most megabytes that the texts of a packed file may unpack to, and all its files together. */
const most = { texts: 32, all: 200 } as const;

/** Most files in a packed one: each costs time and memory before a byte of it is read. */
const mostFiles = 10_000;

/** How every entry of the list of files begins. */
const entrySign = Buffer.from('PK\u0001\u0002', 'latin1');

function hasTooMany(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = buffer.indexOf(entrySign);
  for (let count = 0; at >= 0; count++) {
    if (count >= mostFiles) return true;
    at = buffer.indexOf(entrySign, at + entrySign.length);
  }
  return false;
}

/**
 * Opens a packed file after it has been unpacked once within limits. What it says of its sizes is not believed: a few
 * kilobytes can unpack to gigabytes.
 * @throws UnreadableFile when it is damaged or unpacks to too much.
 */
export async function openZip(bytes: Uint8Array): Promise<JSZip> {
  if (hasTooMany(bytes)) throw new UnreadableFile(`it holds more than ${mostFiles} files`);
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new UnreadableFile('it is damaged, or no packed file at all');
  });
  const room = { texts: most.texts * 1e6, all: most.all * 1e6 };
  for (const file of Object.values(zip.files)) {
    const size = await unpackedSize(file, /\.(?:xml|rels)$/i.test(file.name) ? room.texts : room.all);
    if (/\.(?:xml|rels)$/i.test(file.name)) room.texts -= size;
    room.all -= size;
    if (room.texts < 0 || room.all < 0)
      throw new UnreadableFile(`it unpacks to more than ${most.texts} MB of text or ${most.all} MB in all`);
  }
  return zip;
}

/** Counts what a file unpacks to, and stops soon after the limit. */
function unpackedSize(file: JSZip.JSZipObject, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > limit) {
        stream.pause();
        resolve(size);
      }
    });
    stream.on('end', () => resolve(size));
    stream.on('error', () => reject(new UnreadableFile(`${file.name} in it is damaged`)));
  });
}
