import { hashParts, type Hash } from '../base/index.ts';
import type { Composition } from '../model/index.ts';

/** Keeps packed style sheets from one run to the next; one that is lost is packed again. */
export interface StyleCache {
  get(key: Hash): Promise<string | undefined>;
  put(key: Hash, css: string): Promise<void>;
}

/** Packed style sheets of this run. Lessons with the same layouts share one; a handful serve thousands of lessons. */
const packed = new Map<Hash, Promise<string>>();
const mostPacked = 64;

/**
 * The packed style sheet of a composition. Packing takes longer than rendering the slides, so it is done once for each
 * style sheet.
 */
export function packedStyle(
  { css, uses }: Composition,
  pack: () => Promise<string> | string,
  cache: StyleCache | undefined,
): Promise<string> {
  const key = hashParts(['packed-style/2', css, JSON.stringify(uses)]);
  const known = packed.get(key);
  if (known) return known;
  const made = fetchOrPack(key, pack, cache);
  const [oldest] = packed.keys();
  if (packed.size >= mostPacked && oldest !== undefined) packed.delete(oldest);
  packed.set(key, made);
  made.catch(() => packed.delete(key));
  return made;
}

async function fetchOrPack(
  key: Hash,
  pack: () => Promise<string> | string,
  cache: StyleCache | undefined,
): Promise<string> {
  const kept = await cache?.get(key);
  if (kept !== undefined) return kept;
  const css = await pack();
  await cache?.put(key, css);
  return css;
}
