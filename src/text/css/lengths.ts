import { Recent } from '../../base/index.ts';
import { parseSheet } from './parse.ts';

/** What a style sheet gives to custom properties, by their names without dashes. */
export type Properties = Readonly<Record<string, string>>;

interface Declared {
  /** The classes of sections that it holds for; `undefined` stands for all sections. */
  readonly classes: readonly (string | undefined)[];
  readonly name: string;
  readonly value: string;
}

const read = new Recent<readonly Declared[]>(1_000_000);

/**
 * The values that custom properties have on the sections of a deck: the last declaration counts. Rules for sections of
 * one class hold when the class is among `classes`; rules for a language or another part of the page are left alone.
 * @param sheets style sheets in their order; lessons share most of them, so each is read once.
 */
export function sectionProperties(sheets: readonly string[], classes: readonly string[]): Properties {
  const found: Record<string, string> = {};
  for (const css of sheets) {
    const declared = read.getOrMake(
      css,
      () => propertiesIn(css),
      () => css.length,
    );
    for (const { classes: wanted, name, value } of declared) {
      if (wanted.some((one) => one === undefined || classes.includes(one))) found[name] = value;
    }
  }
  return found;
}

/** The lengths in pixels among the {@link sectionProperties}. */
export const sectionLengths = (
  sheets: readonly string[],
  classes: readonly string[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(sectionProperties(sheets, classes)).flatMap(([name, value]) => {
      const pixels = /^(\d+(?:\.\d+)?)px$/.exec(value)?.[1];
      return pixels === undefined ? [] : [[name, Number(pixels)]];
    }),
  );

/** All custom properties that a style sheet gives to sections. */
function propertiesIn(css: string): readonly Declared[] {
  const found: Declared[] = [];
  try {
    parseSheet(css).walkDecls(/^--/, ({ prop, value, parent }) => {
      const selectors = parent && 'selectors' in parent ? (parent.selectors as readonly string[]) : ['section'];
      const classes = selectors.flatMap((selector) => classOfSections(selector) ?? []).map(({ name }) => name);
      if (classes.length > 0) found.push({ classes, name: prop.slice(2), value: value.trim() });
    });
  } catch {
    // A sheet that cannot be read has its finding elsewhere.
  }
  return found;
}

/** The class that a selector of sections asks for: `section`, `:root`, `section:where(.size-4x3)`. */
function classOfSections(selector: string): { readonly name: string | undefined } | undefined {
  const named = /^(?:section|:root)(?:(?::where|:is)?\(?\.([\w-]+)\)?)?$/.exec(selector.trim());
  return named === null ? undefined : { name: named[1] };
}
