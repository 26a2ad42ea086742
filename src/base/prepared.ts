import { readFileSync } from 'node:fs';
import { isObject, type JsonObject } from './json.ts';

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
