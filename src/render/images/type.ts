export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml';

const extensions: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** The type that a file name promises. */
export function typeOfName(name: string): ImageType | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

/** The type that the first bytes of a file show. */
export function typeOfBytes(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 64))) return 'image/avif';
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  return text.startsWith('<') && /<svg[\s>]/.test(head) ? 'image/svg+xml' : svgAfterPrologue(text);
}

/** A drawing whose `<svg>` stands behind a long comment or prologue. */
function svgAfterPrologue(text: string): ImageType | undefined {
  return /^<\?xml\s|^<!DOCTYPE svg|^<!--/.test(text) ? 'image/svg+xml' : undefined;
}
