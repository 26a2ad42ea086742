import { formatHash, parseHash } from './position.ts';
import type { Player } from './player.ts';
import { namesRole } from './session.ts';

/** Keeps the address bar at the slide on screen, and follows hash links, typed or clicked. */
export function mountLinks(player: Player): void {
  const follow = (): void => {
    // The address names the other kind of window: start again as that.
    if (namesRole(location.hash)) location.reload();
    else player.go(parseHash(location.hash, player.deck.slides));
  };
  if (player.session.role === 'audience') {
    player.restore(parseHash(location.hash, player.deck.slides));
    player.watch(['position'], () => {
      const hash = formatHash(player.position);
      if (location.hash !== hash) replaceHash(hash);
    });
    addEventListener('hashchange', follow);
  }
  openOutside(player);
}

/** Some browsers refuse more than a hundred changes in half a minute; the address then catches up at a later move. */
function replaceHash(hash: string): void {
  try {
    history.replaceState(null, '', hash);
  } catch {
    // Refused for now.
  }
}

/** Links that leave the deck open beside it, so that the lecture is not lost. */
export function openOutside(player: Player): void {
  for (const link of player.deck.element.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.getAttribute('href')?.startsWith('#')) continue;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}

/** The address of the slide on screen: under the published address where the deck names one, else where it is open. */
export function slideLink(player: Player): string {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const base = published ?? location.href;
  return `${base.split('#')[0] ?? ''}${formatHash(player.position)}`;
}
