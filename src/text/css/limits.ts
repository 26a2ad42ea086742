/** A style sheet for slides stays far below these; what lies above would take minutes to read or to pack. */
export const cssLimits = { characters: 500_000, rules: 5_000, depth: 100 } as const;

const bracket = /[(){}]/g;

/** What is too much about a style sheet, with its place; found before anything reads it. */
export function cssExcess(css: string): { readonly message: string; readonly offset: number } | undefined {
  const { characters, rules, depth } = cssLimits;
  if (css.length > characters)
    return { message: `it has ${css.length} characters, more than ${characters}`, offset: characters };
  let open = 0;
  let blocks = 0;
  for (const { 0: sign, index } of css.matchAll(bracket)) {
    if (sign === '{' && ++blocks > rules) return { message: `it has more than ${rules} rules`, offset: index };
    open = Math.max(0, open + (sign === '{' || sign === '(' ? 1 : -1));
    if (open > depth) return { message: `it has brackets more than ${depth} deep`, offset: index };
  }
  return undefined;
}
