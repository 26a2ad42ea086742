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
 * The layouts that a name may stand for: the one with this name, else in other case or in the plural, else those that
 * are also called so (`x-names`), in whatever language.
 */
export function layoutsNamed(catalogue: Catalogue, written: string): readonly string[] {
  const { names } = catalogue;
  if (names.includes(written)) return [written];
  for (const form of [bare, singular]) {
    const same = names.find((name) => form(name) === form(written));
    if (same !== undefined) return [same];
  }
  return names.filter((name) => {
    const layout = catalogue.get(name);
    return layout?.ok === true && layout.value.names.some((other) => bare(other) === bare(written));
  });
}
