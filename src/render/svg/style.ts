import {
  cleanDeclarations as cleanList,
  cleanSheet as cleanRules,
  cleanValue as cleanCss,
  prefixSelectors,
  type ValuePolicy,
} from '../../text/index.ts';

/** Rewrites the id in a reference. */
export type Rename = (id: string) => string;

/** References inside the drawing, ids renamed, are the only addresses that stay. */
const policyOf = (rename: Rename): ValuePolicy => ({
  url: (address) => (/^#[^\s#]+$/.test(address) ? `#${rename(address.slice(1))}` : undefined),
});

/** What can make a value more than words and numbers. */
const notPlain = /[()"'\\@{};]|\/\*/;

/**
 * A presentation value whose `url(…)` are references inside the drawing, ids renamed.
 * @returns `undefined` when the value could load something or hides what it says behind escapes
 */
export function cleanValue(value: string, rename: Rename): string | undefined {
  if (!notPlain.test(value)) return value;
  const clean = cleanCss(value, policyOf(rename));
  return 'css' in clean ? clean.css : undefined;
}

/** The declarations of a `style` attribute that are harmless. */
export function cleanDeclarations(style: string, rename: Rename): { readonly css: string; readonly dropped: boolean } {
  const clean = cleanList(style, policyOf(rename));
  return 'flaw' in clean ? { css: '', dropped: true } : { css: clean.css, dropped: clean.leftOut.length > 0 };
}

/**
 * A style sheet with plain rules only, ids renamed and, given a scope, unable to reach beyond the drawing.
 * @returns `undefined` when it cannot be read
 */
export function cleanSheet(
  sheet: string,
  rename: Rename,
  scope: string | undefined,
): { readonly css: string; readonly dropped: boolean } | undefined {
  const clean = cleanRules(sheet.replace(/<!--|-->/g, ' '), {
    ...policyOf(rename),
    atRules: new Set(),
    rename,
    selector: (list) => (scope === undefined ? list : prefixSelectors(list, `#${scope}`)),
  });
  return 'flaw' in clean ? undefined : { css: clean.css.replaceAll('\n', ''), dropped: clean.leftOut.length > 0 };
}
