import { fit } from './fit.ts';
import { name, sharedParts, unname } from './moves.ts';
import type { Player } from './player.ts';

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shows the deck in the audience's window: one slide, fitted, with a transition between slides. */
export function mountStage(player: Player): void {
  let shown = '';
  let transition: ViewTransition | undefined;
  const paint = (): void => player.deck.show(player.position);
  const animated = (): boolean =>
    shown !== '' && document.visibilityState === 'visible' && 'startViewTransition' in document && !reducedMotion();
  player.watch(['position'], () => {
    const { slide } = player.position;
    transition?.skipTransition();
    if (slide !== shown && animated()) {
      transition = moving(player, shown, paint);
    } else paint();
    shown = slide;
    void decodeImages(player);
  });
  player.watch(['variant'], () => player.deck.setVariant(player.store.get('variant') ?? ''));
  mountFit(player);
  addEventListener('beforeprint', () => player.deck.setPrinting(true, player.position));
  addEventListener('afterprint', () => player.deck.setPrinting(false, player.position));
}

/** How many transitions there were. */
let runs = 0;

/** Paints the next slide; what stands on both moves from its place on the one to that on the other. */
function moving(player: Player, before: string, paint: () => void): ViewTransition {
  const { slide } = player.position;
  const pairs = sharedParts(player.deck.get(before)?.element, player.deck.get(slide)?.element);
  const [from, to] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)];
  const run = ++runs;
  name(from, run);
  const transition = document.startViewTransition(() => {
    paint();
    unname(from, run);
    name(to, run);
  });
  transition.ready.catch(() => undefined);
  transition.finished.catch(() => undefined).finally(() => unname(to, run));
  return transition;
}

function mountFit(player: Player): void {
  const root = document.documentElement;
  const place = (): void => {
    const { x, y, scale } = fit(
      player.deck,
      { width: innerWidth, height: innerHeight },
      player.store.get('zoom') ?? null,
    );
    root.style.setProperty('--lp-x', `${x}px`);
    root.style.setProperty('--lp-y', `${y}px`);
    root.style.setProperty('--lp-scale', String(scale));
    root.style.setProperty('--lp-width', `${player.deck.width}px`);
    root.style.setProperty('--lp-height', `${player.deck.height}px`);
  };
  player.watch(['zoom'], () => {
    root.classList.toggle('lp-zoomed', Boolean(player.store.get('zoom')));
    place();
  });
  addEventListener('resize', place);
}

/** Decodes the pictures of the next slide ahead of time, so that it appears whole. */
async function decodeImages(player: Player): Promise<void> {
  const { stops } = player.route;
  const next = stops[stops.findIndex((stop) => stop.id === player.position.slide) + 1];
  const images = next ? (player.deck.get(next.id)?.element.querySelectorAll('img') ?? []) : [];
  await Promise.allSettled([...images].map((image) => image.decode()));
}
