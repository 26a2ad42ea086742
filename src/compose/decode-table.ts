import { fromWindows1252 } from '../text/index.ts';

/**
 * The text of a CSV file, in the encodings that spreadsheets write: UTF-8, UTF-16 with its mark, else Windows-1252.
 * @returns `undefined` for a workbook (xlsx, ods, xls), which is no text at all
 */
export function decodeTable(bytes: Uint8Array): string | undefined {
  const starts = (...wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return undefined;
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Every byte is a character there, so that nothing is lost.
    return fromWindows1252(bytes);
  }
}
