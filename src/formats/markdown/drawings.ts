import { tokensOf } from '../../documents/index.ts';
import type { Asset } from '../../model/index.ts';
import { replacePieces } from '../../text/index.ts';

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
