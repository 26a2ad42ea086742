import { memo, suggest } from '../../base/index.ts';
import { bareKnownName, bareName, singularName } from '../bare-name.ts';
import type { Catalogue } from './catalogue.ts';

/** The layouts by what they are called, as it is compared. */
interface Called {
  readonly own: ReadonlyMap<string, string>;
  readonly singular: ReadonlyMap<string, readonly string[]>;
  readonly other: ReadonlyMap<string, readonly string[]>;
}

/** Each key of a first draft is looked up among all that layouts are called: over a thousand words. */
const calledIn = memo((catalogue: Catalogue): Called => {
  const { names } = catalogue;
  const grouped = (wordsOf: (name: string) => readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const groups = new Map<string, string[]>();
    for (const name of names)
      for (const word of new Set(wordsOf(name))) groups.set(word, [...(groups.get(word) ?? []), name]);
    return groups;
  };
  return {
    own: new Map(names.toReversed().map((name) => [bareKnownName(name), name])),
    singular: grouped((name) => [singularName(bareKnownName(name))]),
    other: grouped((name) => calledSo(catalogue, name).map(bareKnownName)),
  };
});

/**
 * The layouts that a name may stand for: the one with this name, else those with it in other case or in the plural, and
 * those that are also called so (`x-names`), in whatever language.
 */
export function layoutsNamed(catalogue: Catalogue, written: string): readonly string[] {
  if (catalogue.names.includes(written)) return [written];
  const { own, singular, other } = calledIn(catalogue);
  const bare = bareName(written);
  const same = own.get(bare);
  if (same !== undefined) return [same];
  return [...new Set([...(singular.get(singularName(bare)) ?? []), ...(other.get(bare) ?? [])])];
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
  const last = bareName(own.at(-1) ?? '');
  const endings = catalogue.names.flatMap((name) =>
    [name, ...calledSo(catalogue, name)]
      .map(bareKnownName)
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
