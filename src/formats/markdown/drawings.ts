import type { Asset } from '../../model/index.ts';

const rule = /(?:^|[}\s])section(?::where\(\.([\w-]+)\))?\s*\{([^{}]*)\}/g;

/** The theme's values for one variant, without pictures. */
function tokensOf(css: string, classes: ReadonlySet<string>): string {
  const found = new Map<string, string>();
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  for (const [, name, body = ''] of plain.matchAll(rule)) {
    if (name !== undefined && !classes.has(name)) continue;
    for (const declaration of body.split(';').slice(0, -1)) {
      const colon = declaration.indexOf(':');
      const [token, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
      if (colon > 0 && /^--[\w-]+$/.test(token) && value !== '' && !/url\(|[<>]/i.test(value)) found.set(token, value);
    }
  }
  return [...found].map(([token, value]) => `${token}:${value}`).join(';');
}

/**
 * A drawing as a file of its own. In deck.html drawings stand in the page and take their colours from its style sheet; a
 * file that a Marp tool shows as a picture must bring them.
 */
export function standalone(css: string, classes: string): (asset: Asset) => Asset {
  const tokens = tokensOf(css, new Set(classes.split(' ')));
  return (asset) => {
    if (asset.mediaType !== 'image/svg+xml') return asset;
    const svg = new TextDecoder().decode(asset.bytes);
    if (!svg.includes('var(--')) return asset;
    const bytes = Buffer.from(svg.replace(/<svg\b[^>]*>/, (root) => `${root}<style>:root{${tokens}}</style>`));
    return { ...asset, bytes };
  };
}
