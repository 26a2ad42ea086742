import { Recent } from '../../base/index.ts';
import { parseSheet } from './parse.ts';

/** What a style sheet gives to custom properties, by their names without dashes. */
export type Properties = Readonly<Record<string, string>>;

const read = new Recent<Properties>(1_000_000);

/**
 * The values that custom properties have on the sections of a deck: the last declaration counts. Rules for sections of
 * one class hold when the class is among `classes`; rules for a language or another part of the page are left alone.
 */
export function sectionProperties(css: string, classes: readonly string[]): Properties {
  const make = (): Properties => propertiesIn(css, classes);
  return read.getOrMake(`${classes.join(' ')}\n${css}`, make, () => css.length);
}

/** The lengths in pixels among the {@link sectionProperties}. */
export const sectionLengths = (css: string, classes: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(sectionProperties(css, classes)).flatMap(([name, value]) => {
      const pixels = /^(\d+(?:\.\d+)?)px$/.exec(value)?.[1];
      return pixels === undefined ? [] : [[name, Number(pixels)]];
    }),
  );

function propertiesIn(css: string, classes: readonly string[]): Properties {
  const found: Record<string, string> = {};
  try {
    parseSheet(css).walkDecls(/^--/, ({ prop, value, parent }) => {
      const selectors = parent && 'selectors' in parent ? (parent.selectors as readonly string[]) : ['section'];
      if (selectors.some((selector) => isOfSections(selector, classes))) found[prop.slice(2)] = value.trim();
    });
  } catch {
    // A sheet that cannot be read has its finding elsewhere.
  }
  return found;
}

/** `section`, `:root`, `section:where(.size-4x3)`. */
function isOfSections(selector: string, classes: readonly string[]): boolean {
  const named = /^(?:section|:root)(?:(?::where|:is)?\(?\.([\w-]+)\)?)?$/.exec(selector.trim());
  return named !== null && (named[1] === undefined || classes.includes(named[1]));
}
