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
