import { Readings } from './reading.ts';

/** Where the file breaks the form that Chrome's PDF writer gives it. */
export class PdfFormatError extends Error {
  override readonly name = 'PdfFormatError';
}

/**
 * A PDF file as its indirect objects. Only the form that Skia writes is understood: one classic cross-reference table
 * (ISO 32000-1, 7.5.4), no object streams, generation 0 throughout. Objects are kept as bytes and moved whole, so what
 * is not touched stays as it was.
 */
export interface PdfFile {
  /** `12 0 obj … endobj` of each object, by number. */
  readonly objects: Map<number, Buffer>;
  /** Object number of the catalog. */
  readonly root: number;
  /** Object number of the information dictionary. */
  readonly info: number;
}

const entryLength = 20;

/** @throws PdfFormatError when the file is in another form. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableAt = Number(
    /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 64)))?.[1],
  );
  const head = /^xref\n0 (\d+)\n/.exec(file.toString('latin1', tableAt, tableAt + 32));
  if (!head) throw new PdfFormatError('no classic cross-reference table');
  const entriesAt = tableAt + head[0].length;
  const count = Number(head[1]);
  const offsets = readOffsets(file.toString('latin1', entriesAt, entriesAt + count * entryLength));
  const trailer = file.toString('latin1', entriesAt + count * entryLength);
  return { objects: cut(file, offsets, tableAt), root: reference(trailer, 'Root'), info: reference(trailer, 'Info') };
}

function readOffsets(table: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  for (let number = 1; number * entryLength < table.length; number++) {
    const at = number * entryLength;
    const offset = Number(table.slice(at, at + 10));
    const isEntry = Number.isInteger(offset) && endings.has(table.slice(at + 18, at + 20));
    const rest = table.slice(at + 10, at + 18);
    if (isEntry && rest === ' 65535 f') continue;
    if (!isEntry || rest !== ' 00000 n') throw new PdfFormatError(`unknown cross-reference entry for object ${number}`);
    offsets.set(number, offset);
  }
  return offsets;
}

/** The ends of entries (7.5.4). */
const endings = new Set([' \n', ' \r', '\r\n']);

/** Each object reaches to the next one: Skia leaves nothing between them. */
function cut(file: Buffer, offsets: ReadonlyMap<number, number>, end: number): Map<number, Buffer> {
  const sorted = [...offsets].sort((a, b) => a[1] - b[1]);
  return new Map(
    sorted.map(([number, offset], i) => {
      const object = file.subarray(offset, sorted[i + 1]?.[1] ?? end);
      const head = `${number} 0 obj\n`;
      if (object.toString('latin1', 0, head.length) !== head)
        throw new PdfFormatError(`object ${number} is not where it should be`);
      return [number, object];
    }),
  );
}

function reference(trailer: string, key: string): number {
  const match = new RegExp(`/${key} (\\d+) 0 R`).exec(trailer);
  if (!match) throw new PdfFormatError(`no /${key} in the trailer`);
  return Number(match[1]);
}

const streamEnd = Buffer.from('endstream\nendobj\n');

/** Whether an object holds a stream; looked at from its end, as a stream may be long. */
export const isStream = (object: Buffer): boolean =>
  object.length >= streamEnd.length && streamEnd.compare(object, object.length - streamEnd.length, object.length) === 0;

const texts = new Readings<string>();

/** The text of an object without `obj` and `endobj`; for objects that hold no stream. */
export function objectText(file: PdfFile, number: number): string {
  const known = texts.get(file, number);
  if (known !== undefined) return known;
  const whole = file.objects.get(number)?.toString('latin1').trimEnd() ?? '';
  const head = `${number} 0 obj\n`;
  const body = whole.slice(head.length, -'endobj'.length).trimEnd();
  if (!whole.startsWith(head) || !whole.endsWith('endobj') || body === '')
    throw new PdfFormatError(`object ${number} is missing or in an unknown form`);
  return texts.set(file, number, body);
}

/** Puts an object in place of another, or adds it. */
export function setObject(file: PdfFile, number: number, body: string): void {
  file.objects.set(number, Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1'));
  texts.set(file, number, body);
}

/** An entry of the cross-reference table; a number without an object is free and not used again (7.5.4). */
const entryOf = (offset: number | undefined): string =>
  offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;

/** The first free object number. A long deck has more objects than a function takes arguments. */
export function nextNumber(file: PdfFile): number {
  let most = 0;
  for (const number of file.objects.keys()) if (number > most) most = number;
  return most + 1;
}

/**
 * Writes the objects in the order they had, with a new cross-reference table.
 * @param id gives the file identifier (ISO 32000-1, 14.4; 32 hexadecimal digits) of the written objects.
 */
export function writePdf(file: PdfFile, id: (body: Buffer) => string): Uint8Array {
  // 1.7: what Chrome writes for tagged tables (Scope, Headers) is newer than the 1.4 of its header.
  const header = Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1');
  const offsets = new Map<number, number>();
  let at = header.length;
  for (const [number, object] of file.objects) {
    offsets.set(number, at);
    at += object.length;
  }
  const size = nextNumber(file);
  const entries = Array.from({ length: size - 1 }, (_, i) => entryOf(offsets.get(i + 1)));
  const body = Buffer.concat([header, ...file.objects.values()]);
  const digest = id(body);
  const trailer = `<</Size ${size}\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n/ID [<${digest}> <${digest}>]>>`;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(table, 'latin1')]);
}
