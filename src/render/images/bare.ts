import type { ImageType } from './type.ts';

/** PNG chunks that decide what is seen: pixels, palette, transparency, colours, density. */
const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);

/**
 * The picture without what cameras and programs write into it besides the pixels: names, places, dates, folders,
 * comments. The pixels' own bytes stay as they are. `undefined` when this cannot be done without encoding it anew.
 */
export function bareImage(bytes: Uint8Array, type: ImageType): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bare = strippers[type]?.(view);
  return bare?.equals(view) === true ? bytes : bare && new Uint8Array(bare);
}

const strippers: Partial<Record<ImageType, (view: Buffer) => Buffer | undefined>> = {
  'image/png': barePng,
  'image/jpeg': bareJpeg,
  'image/webp': bareWebp,
};

function barePng(view: Buffer): Buffer | undefined {
  const parts = [view.subarray(0, 8)];
  for (let at = 8; at + 12 <= view.length;) {
    const end = at + 12 + view.readUInt32BE(at);
    if (end > view.length) return undefined;
    const name = view.toString('latin1', at + 4, at + 8);
    // A turned picture lies in eXIf; without it the picture would lie down.
    if (name === 'eXIf' && isTurned(view.subarray(at + 8, end - 4))) return undefined;
    if (pngKept.has(name)) parts.push(view.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}

/** Keeps JFIF (APP0), the colour profile (APP2) and Adobe's colour transform (APP14) of the application segments. */
const isKept = (marker: number): boolean =>
  marker === 0xe0 || marker === 0xe2 || marker === 0xee || (marker < 0xe0 && marker !== 0xfe) || marker === 0xff;

function bareJpeg(view: Buffer): Buffer | undefined {
  const parts = [view.subarray(0, 2)];
  for (let at = 2; at + 4 <= view.length;) {
    const marker = view[at + 1] ?? 0;
    if (view[at] !== 0xff) return undefined;
    // The scan and all after it, up to the end of the picture: what is appended behind is no part of it.
    if (marker === 0xda) {
      const last = view.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return last < at ? undefined : Buffer.concat([...parts, view.subarray(at, last + 2)]);
    }
    const end = at + 2 + view.readUInt16BE(at + 2);
    const content = view.subarray(at + 4, end);
    if (marker === 0xe1 && content.toString('latin1', 0, 4) === 'Exif' && isTurned(content.subarray(6)))
      return undefined;
    const isOtherApp2 = marker === 0xe2 && content.toString('latin1', 0, 11) !== 'ICC_PROFILE';
    if (isKept(marker) && !isOtherApp2) parts.push(view.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** In the flags of a VP8X chunk: the file has camera data, or XMP. */
const webpNotes = 0x08 | 0x04;

function bareWebp(view: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  const end = Math.min(view.length, 8 + view.readUInt32LE(4));
  for (let at = 12; at + 8 <= end;) {
    const name = view.toString('latin1', at, at + 4);
    const size = view.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (next > view.length) return undefined;
    const chunk = Buffer.from(view.subarray(at, next));
    if (name === 'EXIF' && isTurned(chunk.subarray(chunk.toString('latin1', 8, 12) === 'Exif' ? 14 : 8)))
      return undefined;
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~webpNotes;
    if (name !== 'EXIF' && name !== 'XMP ') parts.push(chunk);
    at = next;
  }
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** Whether a TIFF block of camera data says that the picture must be turned, or cannot be read. */
function isTurned(tiff: Buffer): boolean {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    const orientation = 0x0112;
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12;
      if (short(at) === orientation) return short(at + 8) !== 1;
    }
    return false;
  } catch {
    return true;
  }
}
