import { svg } from './dom.ts';
import { centerOf, regionAround, spanned } from './fit.ts';
import { slidePoint } from './ink.ts';
import type { Player } from './player.ts';

/** Enlarges (factor above 1) or reduces around the middle of what shows. */
export function zoomBy(player: Player, factor: number): void {
  const region = player.store.get('zoom');
  const now = region ? player.deck.width / region.width : 1;
  const center = region ? centerOf(region) : ([player.deck.width / 2, player.deck.height / 2] as const);
  player.store.set({ zoom: regionAround(player.deck, center, now * factor) });
}

/** Moves the enlarged part by a tenth of the slide in a direction. Does nothing when the slide is not enlarged. */
export function panZoom(player: Player, dx: number, dy: number): boolean {
  const region = player.store.get('zoom');
  if (!region) return false;
  const [x, y] = centerOf(region);
  const step = region.width / 4;
  player.store.set({
    zoom: regionAround(player.deck, [x + dx * step, y + dy * step], player.deck.width / region.width),
  });
  return true;
}

/** Lets the pointer choose a region: a drag enlarges that part, a click doubles the size around the point. */
export function mountZoom(player: Player, layer: SVGSVGElement): void {
  let from: readonly [number, number] | undefined;
  const frame = svg('rect', { class: 'lp-zoom-frame' });
  layer.addEventListener('pointerdown', (event) => {
    if (player.local.tool !== 'zoom' || event.button !== 0) return;
    layer.setPointerCapture(event.pointerId);
    from = slidePoint(player, layer, event);
    layer.append(frame);
  });
  layer.addEventListener('pointermove', (event) => {
    if (from)
      for (const [name, value] of Object.entries(spanned(from, slidePoint(player, layer, event))))
        frame.setAttribute(name, String(value));
  });
  layer.addEventListener('pointerup', (event) => {
    if (!from) return;
    const drawn = spanned(from, slidePoint(player, layer, event));
    const factor =
      drawn.width < 20 ? 2 : Math.min(player.deck.width / drawn.width, player.deck.height / Math.max(1, drawn.height));
    player.store.set({ zoom: regionAround(player.deck, centerOf(drawn), Math.max(factor, 1.2)) });
    from = undefined;
    frame.remove();
    player.setLocal({ tool: '' });
  });
}
