import { deflateSync, inflateSync } from 'node:zlib';
import { readDictionary, writeDictionary } from '../dictionary.ts';
import { PdfFormatError, type PdfFile } from '../objects.ts';
import { Readings } from '../reading.ts';
import { operationsOf, type Operations } from './scan.ts';

export interface PdfStream {
  /** Not to be changed. */
  readonly dictionary: ReadonlyMap<string, string>;
  /** Not compressed, as Latin-1. */
  readonly text: string;
}

const dictionaries = new Readings<ReadonlyMap<string, string>>();
const unpacked = new Readings<string>();
const scanned = new Readings<Operations>();

/** An object that holds a stream. @throws PdfFormatError when it holds none, or is compressed in an unknown way. */
export function readStream(file: PdfFile, number: number): PdfStream {
  const dictionary = streamDictionary(file, number);
  const text = unpacked.get(file, number) ?? unpacked.set(file, number, streamData(file, number).toString('latin1'));
  return { dictionary, text };
}

/** The dictionary of an object that holds a stream; not to be changed. @throws PdfFormatError when it holds none. */
export function streamDictionary(file: PdfFile, number: number): ReadonlyMap<string, string> {
  const known = dictionaries.get(file, number);
  if (known) return known;
  const object = file.objects.get(number);
  const at = object?.indexOf('stream\n') ?? -1;
  if (!object || at < 0) throw new PdfFormatError(`object ${number} is no stream`);
  const head = object.toString('latin1', 0, at);
  return dictionaries.set(file, number, readDictionary(head.slice(head.indexOf('obj') + 3)));
}

/** What a stream holds, not compressed. @throws PdfFormatError when it is compressed in an unknown way. */
export function streamData(file: PdfFile, number: number): Buffer {
  const dictionary = streamDictionary(file, number);
  const object = file.objects.get(number) ?? Buffer.of();
  const at = object.indexOf('stream\n') + 'stream\n'.length;
  const data = object.subarray(at, at + Number(dictionary.get('Length')));
  const filter = dictionary.get('Filter');
  if (filter === undefined) return data;
  if (filter !== '/FlateDecode') throw new PdfFormatError(`object ${number} is compressed with ${filter}`);
  return inflateSync(data);
}

/** The operations of a content stream, read once. @throws PdfFormatError as {@link readStream} */
export const readOperations = (file: PdfFile, number: number): Operations =>
  scanned.get(file, number) ?? scanned.set(file, number, operationsOf(readStream(file, number).text));

/** A fifth faster than the usual 6, for one byte in two hundred; 4 would take half, for one in thirty. */
const effort = 5;

/** Writes a stream with new content, compressed. */
export function writeStream(
  file: PdfFile,
  number: number,
  dictionary: ReadonlyMap<string, string>,
  text: string,
): void {
  const data = deflateSync(Buffer.from(text, 'latin1'), { level: effort });
  const entries = new Map(dictionary).set('Filter', '/FlateDecode').set('Length', String(data.length));
  const head = Buffer.from(`${number} 0 obj\n${writeDictionary(entries)}\nstream\n`, 'latin1');
  file.objects.set(number, Buffer.concat([head, data, Buffer.from('\nendstream\nendobj\n', 'latin1')]));
  unpacked.set(file, number, text);
  dictionaries.set(file, number, entries);
}

/** The number in `12 0 R`. */
export const referenceIn = (value: string | undefined): number | undefined => {
  const number = /^\s*(\d+) 0 R\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** All numbers of references in an array or a single reference. */
export const referencesIn = (value: string | undefined): readonly number[] =>
  [...(value ?? '').matchAll(/(?<!\d)(\d+) 0 R/g)].map(([, number]) => Number(number));
