/** The faces the pages use: upright, regular and bold, of the two families of Lectern's own theme. */
const USED = /font-family:\s*["']?Lectern (?:Sans|Serif)/;

/**
 * The `@font-face` rules of a deck's packed CSS that the pages use, so that pages and slides share one type.
 * Only rules whose sources are `data:` URLs are taken.
 */
export function fontFacesOf(deckCss: string): string {
  const rules = deckCss.match(/@font-face\s*\{[^{}]*\}/g) ?? [];
  return rules
    .filter((rule) => USED.test(rule) && !/font-style:\s*italic/.test(rule) && !/url\((?!["']?data:)/.test(rule))
    .join('\n');
}
