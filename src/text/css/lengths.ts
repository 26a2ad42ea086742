import { Recent } from '../../base/index.ts';
import { parseSheet } from './parse.ts';

/** Lengths in pixels that a style sheet gives to custom properties, by their names without dashes. */
export type Lengths = Readonly<Record<string, number>>;

const read = new Recent<Lengths>(1_000_000);

/**
 * The lengths that custom properties have on the sections of a deck: the last declaration counts. Rules for sections of
 * one class hold when the class is among `classes`; other selectors are left alone, and so are lengths in other units.
 */
export function sectionLengths(css: string, classes: readonly string[]): Lengths {
  const make = (): Lengths => lengthsIn(css, classes);
  return read.getOrMake(`${classes.join(' ')}\n${css}`, make, () => css.length);
}

function lengthsIn(css: string, classes: readonly string[]): Lengths {
  const found: Record<string, number> = {};
  try {
    parseSheet(css).walkDecls(/^--/, ({ prop, value, parent }) => {
      const selectors = parent && 'selectors' in parent ? (parent.selectors as readonly string[]) : [];
      const pixels = /^(\d+(?:\.\d+)?)px$/.exec(value.trim())?.[1];
      if (pixels === undefined || !selectors.some((selector) => isOfSections(selector, classes))) return;
      found[prop.slice(2)] = Number(pixels);
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
