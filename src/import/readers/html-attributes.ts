/** The language of code, by the class of its element. */
export const languageOf = (attributes: ReadonlyMap<string, string>): string =>
  /(?:lang|language|highlight-source)-([\w+#-]+)/.exec(attributes.get('class') ?? '')?.[1] ?? '';

/** Addresses of links; places on the page itself and scripts lead nowhere in a lesson. */
export const address = (href = ''): string | undefined =>
  href === '' || /^\s*(?:#|javascript:|data:)/i.test(href)
    ? undefined
    : href.trim().replace(/[<>\s]/g, encodeURIComponent);
