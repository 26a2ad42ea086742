import { hashOf, preparedFile, type Hash } from '../base/index.ts';
import { fontRules, type FontRule } from '../text/index.ts';

type Prepared = Readonly<Record<Hash, readonly FontRule[]>>;

let prepared: Prepared | undefined;

/** The rules of a `fonts.css`: those of Lectern's own themes were read when Lectern was bundled, others are read now. */
export function fontRulesOf(css: string): readonly FontRule[] {
  prepared ??= (preparedFile('own-fonts.json') ?? {}) as unknown as Prepared;
  return prepared[hashOf(css)] ?? fontRules(css);
}

/** Reads the font rules of Lectern's own themes; called by the bundler, which keeps the result beside the code. */
export const makeOwnFonts = (sheets: readonly string[]): Prepared =>
  Object.fromEntries(sheets.map((css) => [hashOf(css), fontRules(css)]));
