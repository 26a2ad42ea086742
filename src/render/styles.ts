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

/** Stands for the pattern of the covers while a style sheet is packed and kept. */
export const patternMark = 'url(data:image/svg+xml,lectern-pattern)';

/** The style sheet with the mark in place of the pattern that compose has written, and the pattern. */
function withoutPattern(css: string): { readonly css: string; readonly pattern: string } | undefined {
  const name = '\n  --pattern: ';
  const start = css.lastIndexOf(`${name}url(data:image/svg+xml,`) + name.length;
  const end = css.indexOf(')', start) + 1;
  if (start < name.length || end === 0 || css.includes(patternMark)) return undefined;
  return { css: css.slice(0, start) + patternMark + css.slice(end), pattern: css.slice(start, end) };
}

/**
 * The packed style sheet of a composition. Packing takes longer than rendering the slides, so it is done once for each
 * style sheet; the pattern of the covers, another one for each title, does not make it another one.
 */
export async function packedStyle(
  composition: Composition,
  pack: (composition: Composition) => string,
  cache: StyleCache | undefined,
): Promise<string> {
  const plain = withoutPattern(composition.css);
  if (plain) {
    const [before, after, ...more] = (await packedOnce({ ...composition, css: plain.css }, pack, cache)).split(
      patternMark,
    );
    if (before !== undefined && after !== undefined && more.length === 0) return before + plain.pattern + after;
  }
  return packedOnce(composition, pack, cache);
}

function packedOnce(
  composition: Composition,
  pack: (composition: Composition) => string,
  cache: StyleCache | undefined,
): Promise<string> {
  const { css, uses } = composition;
  const key = hashParts(['packed-style/3', css, JSON.stringify(uses)]);
  const known = packed.get(key);
  if (known) return known;
  const made = fetchOrPack(key, () => pack(composition), cache);
  const [oldest] = packed.keys();
  if (packed.size >= mostPacked && oldest !== undefined) packed.delete(oldest);
  packed.set(key, made);
  made.catch(() => packed.delete(key));
  return made;
}

async function fetchOrPack(key: Hash, pack: () => string, cache: StyleCache | undefined): Promise<string> {
  const kept = await cache?.get(key);
  if (kept !== undefined) return kept;
  const css = pack();
  await cache?.put(key, css);
  return css;
}
