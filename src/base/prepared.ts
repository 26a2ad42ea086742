import { readFileSync } from 'node:fs';
import { hashOf, type Hash } from './hash.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { memo } from './memo.ts';

/**
 * What the bundler has made of Lectern's own templates beforehand and left beside the code, by the name of its file.
 * @returns `undefined` when Lectern runs unbundled: then everything is made when it is needed.
 */
export function preparedFile(name: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes that the bundler has left beside the code. @returns `undefined` when there are none. */
export function preparedBytes(name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(new URL(name, import.meta.url)));
  } catch {
    return undefined;
  }
}

const preparedOnce = memo((name: string) => preparedFile(name) ?? {});

/**
 * What was made beforehand of a file of Lectern's own, from what the bundler left by the hash of the file.
 * @returns `undefined` for any other file, and when Lectern runs unbundled
 */
export const preparedFor = (name: string, bytes: Uint8Array): Json | undefined => preparedOnce(name)[hashOf(bytes)];

/** What the bundler is to leave for {@link preparedFor}: what is made of each of some files, but for those that give nothing. */
export const preparedFrom = <T>(
  files: readonly Uint8Array[],
  make: (bytes: Uint8Array) => T | undefined,
): Readonly<Record<Hash, T>> =>
  Object.fromEntries(
    files.flatMap((bytes) => {
      const made = make(bytes);
      return made === undefined ? [] : [[hashOf(bytes), made] as const];
    }),
  );
