import { rulesOf } from '../text/index.ts';

/** The rules of a theme that set its values, for all slides or for one variant. */
const selector = /^section(?::where\(\.([\w-]+)\))?$/;

/** The theme's values for one variant, without pictures, as declarations. */
export function tokensOf(css: string, classes: ReadonlySet<string>): string {
  const found = new Map<string, string>();
  for (const rule of rulesOf(css)) {
    const open = rule.indexOf('{');
    const match = open < 0 ? null : selector.exec(rule.slice(0, open).trim());
    if (match === null || (match[1] !== undefined && !classes.has(match[1]))) continue;
    for (const declaration of rulesOf(rule.slice(open + 1, -1))) {
      const colon = declaration.indexOf(':');
      const token = declaration.slice(0, colon).trim();
      const value = declaration
        .slice(colon + 1)
        .replace(/;$/, '')
        .trim();
      if (colon > 0 && /^--[\w-]+$/.test(token) && value !== '' && !/url\(|[<>]/i.test(value)) found.set(token, value);
    }
  }
  return [...found].map(([token, value]) => `${token}:${value}`).join(';');
}
