/** Rewrites the id in a reference. */
export type Rename = (id: string) => string;

const localUrl = /url\(\s*(["']?)#([^"')\s]+)\1\s*\)/gi;

// A paint or a list of fonts is short; long values with url(…) only cost time.
const longestReference = 2000;

/**
 * A presentation value whose `url(…)` are references inside the drawing, ids renamed.
 * @returns `undefined` when the value could load something or hides what it says behind escapes
 */
export function cleanValue(value: string, rename: Rename): string | undefined {
  if (/[\\]|\/\*|expression|javascript:|@import|image-set|cross-fade|element\(|\bsrc\(/i.test(value)) return undefined;
  if (!/url\(/i.test(value)) return value;
  if (value.length > longestReference || /url\(/i.test(value.replace(localUrl, ''))) return undefined;
  return value.replace(localUrl, (_, __, id: string) => `url(#${rename(id)})`);
}

/** The declarations of a `style` attribute that are harmless. */
export function cleanDeclarations(style: string, rename: Rename): { readonly css: string; readonly dropped: boolean } {
  const all = style.split(';').filter((part) => part.trim() !== '');
  const whole = all.filter((part) => !/^\s*(behavior|-moz-binding)\s*:/i.test(part) && closesQuotes(part));
  const kept = whole.map((part) => cleanValue(part, rename));
  const clean = kept.filter((part) => part !== undefined);
  return { css: clean.join(';'), dropped: clean.length < all.length };
}

const closesQuotes = (text: string): boolean =>
  (text.match(/"/g) ?? []).length % 2 === 0 && (text.match(/'/g) ?? []).length % 2 === 0;

/**
 * A style sheet with plain rules only, ids renamed and, given a scope, unable to reach beyond the drawing.
 * @returns `undefined` when it holds other at-rules than fonts and imports, escapes, or unbalanced braces
 */
export function cleanSheet(
  sheet: string,
  rename: Rename,
  scope: string | undefined,
): { readonly css: string; readonly dropped: boolean } | undefined {
  const uncommented = withoutComments(sheet.replace(/<!--|-->/g, ' '));
  if (uncommented === undefined) return undefined;
  const plain = uncommented.replace(/@font-face\s*\{[^{}]*\}|@(?:import|charset|namespace)[^;{}]*;/gi, ' ');
  if (/[@<\\]/.test(plain)) return undefined;
  const rules: string[] = [];
  let dropped = plain !== uncommented;
  const rule = /([^{}]+)\{([^{}]*)\}/y;
  let end = 0;
  for (let match = rule.exec(plain); match; match = rule.exec(plain)) {
    end = rule.lastIndex;
    const selectors = selectorsOf(match[1] ?? '', rename, scope);
    const declarations = cleanDeclarations(match[2] ?? '', rename);
    dropped ||= selectors === undefined || declarations.dropped;
    if (selectors !== undefined) rules.push(`${selectors}{${declarations.css}}`);
  }
  return plain.slice(end).trim() === '' ? { css: rules.join(''), dropped } : undefined;
}

function withoutComments(sheet: string): string | undefined {
  const pieces = sheet.split('/*');
  const rest = pieces
    .slice(1)
    .map((piece) => (!piece.includes('*/') ? undefined : piece.slice(piece.indexOf('*/') + 2)));
  return rest.includes(undefined) ? undefined : [pieces[0], ...rest].join(' ');
}

function selectorsOf(list: string, rename: Rename, scope: string | undefined): string | undefined {
  if (!/^[\w\s.#*>+~:,()[\]=|^$-]*$/.test(list)) return undefined;
  return list
    .split(',')
    .map((selector) => selector.trim().replace(/#([\w-]+)/g, (_, id: string) => `#${rename(id)}`))
    .map((selector) => (scope === undefined ? selector : `#${scope} ${selector}`))
    .join(',');
}
