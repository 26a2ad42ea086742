import { fromWindows1252 } from '../../text/index.ts';
import type { Loss } from '../model.ts';

/** The characters of a file, and what could not be kept of it. */
export interface Decoded {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** UTF-16 without a mark: every other byte of ordinary text is 0. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4000);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, i) => (byte === 0 ? (zeros[i % 2] = (zeros[i % 2] ?? 0) + 1) : undefined));
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && odd > even * 4) return 'utf-16le';
  return even > sample.length / 8 && even > odd * 4 ? 'utf-16be' : undefined;
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decoder(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// Tab, line feed and form feed are text; the other controls have no place in a source.
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/**
 * Reads the bytes of a text as people saved it: UTF-8, UTF-16 with or without its mark, else the encoding that it names, else
 * Windows-1252. Line ends become plain.
 * @param named an encoding that the file itself names.
 */
export function decode(bytes: Uint8Array, named?: string): Decoded {
  const wide = markedEncoding(bytes) ?? wideEncoding(bytes);
  const losses: Loss[] = [];
  let text = wide === undefined ? utf8(bytes) : new TextDecoder(wide).decode(bytes);
  if (text === undefined) {
    const own = decoder(named);
    const isOwn = own !== undefined && !/^(?:utf-8|windows-1252)$/.test(own.encoding);
    text = isOwn ? own.decode(bytes) : fromWindows1252(bytes);
    if (own === undefined) losses.push({ kind: 'windows-1252' });
  }
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .toWellFormed();
  const controls = plain.match(control)?.length ?? 0;
  if (controls > 0) losses.push({ kind: 'controls', of: [String(controls)] });
  return { text: plain.replace(control, ''), losses };
}
