import { deflateSync, inflateSync } from 'node:zlib';
import { readDictionary, writeDictionary, type PdfDictionary } from '../dictionary.ts';
import { PdfFormatError, type PdfFile } from '../objects.ts';
import { operationsOf, type Operations } from './scan.ts';

export interface PdfStream {
  readonly dictionary: PdfDictionary;
  /** Not compressed, as Latin-1. */
  readonly text: string;
}

/** What streams hold, by their objects as they stand in the file: the checker reads what the repair has read or written. */
const unpacked = new WeakMap<Buffer, string>();

/** An object that holds a stream. @throws PdfFormatError when it holds none, or is compressed in an unknown way. */
export function readStream(file: PdfFile, number: number): PdfStream {
  const object = file.objects.get(number);
  const at = object?.indexOf('stream\n') ?? -1;
  if (!object || at < 0) throw new PdfFormatError(`object ${number} is no stream`);
  const head = object.toString('latin1', 0, at);
  const dictionary = readDictionary(head.slice(head.indexOf('obj') + 3));
  const known = unpacked.get(object);
  if (known !== undefined) return { dictionary, text: known };
  const length = Number(dictionary.get('Length'));
  const data = object.subarray(at + 7, at + 7 + length);
  const filter = dictionary.get('Filter');
  if (filter === undefined) return { dictionary, text: data.toString('latin1') };
  if (filter !== '/FlateDecode') throw new PdfFormatError(`object ${number} is compressed with ${filter}`);
  const text = inflateSync(data).toString('latin1');
  unpacked.set(object, text);
  return { dictionary, text };
}

const scanned = new WeakMap<Buffer, Operations>();

/** The operations of a content stream, read once. @throws PdfFormatError as {@link readStream} */
export function readOperations(file: PdfFile, number: number): Operations {
  const object = file.objects.get(number);
  const known = object && scanned.get(object);
  if (known) return known;
  const operations = operationsOf(readStream(file, number).text);
  if (object) scanned.set(object, operations);
  return operations;
}

/** Writes a stream with new content, compressed. */
export function writeStream(file: PdfFile, number: number, dictionary: PdfDictionary, text: string): void {
  const data = deflateSync(Buffer.from(text, 'latin1'));
  const entries = new Map(dictionary).set('Filter', '/FlateDecode').set('Length', String(data.length));
  const head = Buffer.from(`${number} 0 obj\n${writeDictionary(entries)}\nstream\n`, 'latin1');
  const object = Buffer.concat([head, data, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
  unpacked.set(object, text);
  file.objects.set(number, object);
}

/** The number in `12 0 R`. */
export const referenceIn = (value: string | undefined): number | undefined => {
  const number = /^\s*(\d+) 0 R\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** All numbers of references in an array or a single reference. */
export const referencesIn = (value: string | undefined): readonly number[] =>
  [...(value ?? '').matchAll(/(?<!\d)(\d+) 0 R/g)].map(([, number]) => Number(number));
