import type { Asset } from '../../model/index.ts';
import { replacePieces, rulesOf } from '../../text/index.ts';

/** The rules of a theme that set its values, for all slides or for one variant. */
const selector = /^section(?::where\(\.([\w-]+)\))?$/;

/** The theme's values for one variant, without pictures. */
function tokensOf(css: string, classes: ReadonlySet<string>): string {
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

/** A drawing with a style sheet in its outermost element. */
function withStyle(svg: string, css: string): string {
  let isDone = false;
  return replacePieces(svg, (piece) => {
    if (isDone || piece.kind !== 'open' || piece.name !== 'svg') return undefined;
    isDone = true;
    return `${svg.slice(piece.start, piece.end)}<style>${css}</style>`;
  });
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
    return { ...asset, bytes: Buffer.from(withStyle(svg, `:root{${tokens}}`)) };
  };
}
