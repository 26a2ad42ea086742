import { NotPossible, suggest } from '../base/index.ts';
import { formats, type Format } from '../formats/index.ts';

/**
 * The formats of these names; the standard ones when none is named, every one for `all`.
 * @throws NotPossible when there is no format of a name.
 */
export function formatsNamed(names: readonly string[] | 'all' | undefined): readonly Format[] {
  if (names === undefined) return formats.filter((format) => format.standard);
  if (names === 'all') return formats;
  return names.map((name) => {
    const found = formats.find((format) => format.name === name);
    if (found) return found;
    const all = formats.map((format) => format.name);
    const near = suggest(name, all);
    throw new NotPossible(
      `there is no format "${name}"${near ? `: did you mean ${near}?` : `: use ${all.join(', ')} or all`}`,
    );
  });
}
