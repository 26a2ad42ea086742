import { suggest } from '../../base/index.ts';
import type { Catalogue } from './catalogue.ts';

/** A name as it is compared: accents, case, spaces and hyphens make no difference. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
const singular = (name: string): string => bare(name).replace(/s$/, '');

/**
 * The layouts that a name may stand for: the one with this name, else those with it in other case or in the plural, and
 * those that are also called so (`x-names`), in whatever language.
 */
export function layoutsNamed(catalogue: Catalogue, written: string): readonly string[] {
  const { names } = catalogue;
  if (names.includes(written)) return [written];
  const same = names.find((name) => bare(name) === bare(written));
  if (same !== undefined) return [same];
  const alike = names.filter((name) => singular(name) === singular(written));
  const called = names.filter((name) => calledSo(catalogue, name).some((other) => bare(other) === bare(written)));
  return [...new Set([...alike, ...called])];
}

/** The other words for a layout. */
function calledSo(catalogue: Catalogue, name: string): readonly string[] {
  const layout = catalogue.get(name);
  return layout?.ok === true ? layout.value.names : [];
}

/** What parts the words of a name. */
const gaps = [' ', '-', '_', '+', '/', '&', ','];

/**
 * The layouts that one word of a longer name stands for, the last one first: `decision tree` is a tree. Of a word in one
 * piece, its end: `Zustandsdiagramm`.
 */
export function layoutsWithin(catalogue: Catalogue, written: string): readonly string[] {
  const words = gaps.reduce<readonly string[]>((parts, gap) => parts.flatMap((part) => part.split(gap)), [written]);
  const own = words.filter((word) => word.length > 2);
  for (const word of own.length > 1 ? own.toReversed() : []) {
    const named = layoutsNamed(catalogue, word);
    if (named.length > 0) return named;
  }
  const last = bare(own.at(-1) ?? '');
  const endings = catalogue.names.flatMap((name) =>
    [name, ...calledSo(catalogue, name)]
      .map(bare)
      .filter((word) => word.length >= shortestEnding && word.length < last.length && last.endsWith(word))
      .map((word) => ({ name, length: word.length })),
  );
  const longest = Math.max(0, ...endings.map(({ length }) => length));
  return [...new Set(endings.filter(({ length }) => length === longest).map(({ name }) => name))];
}

/** Shorter words end many others by chance. */
const shortestEnding = 5;

/** The layouts of which a name is one of the words but for a slip of the pen. */
export function layoutsNear(catalogue: Catalogue, written: string): readonly string[] {
  // Of short words too many are alike.
  if (written.length < 4) return [];
  const words = new Map<string, readonly string[]>();
  for (const name of catalogue.names)
    for (const word of [name, ...calledSo(catalogue, name)]) words.set(word, [...(words.get(word) ?? []), name]);
  const near = suggest(written, words.keys());
  return near === undefined ? [] : (words.get(near) ?? []);
}
