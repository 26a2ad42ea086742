import { replaceHash } from './address.ts';
import { formatHash, parseHash } from './position.ts';
import type { Player } from './player.ts';
import { namesRole, roleAddress } from './session.ts';
import type { Ui } from './ui.ts';

/** Keeps the address bar at the slide on screen, and follows hash links, typed or clicked. */
export function mountLinks({ player, announcer, reader }: Ui): void {
  const { role, token } = player.session;
  const showAddress = (): void => {
    if (!reader.isOpen) replaceHash(formatHash(player.position));
  };
  const named = (): ReturnType<typeof parseHash> => {
    const found = parseHash(location.hash, player.deck.slides);
    if (!found && location.hash.startsWith('#/')) announcer.toast(player.strings.gone, 5000);
    return found;
  };
  const follow = (): void => {
    // The address names another kind of window: start again as that.
    if (namesRole(location.hash) && location.hash !== roleAddress(role, token)) return location.reload();
    if (reader.follow(location.hash)) return;
    player.go(named());
    showAddress();
  };
  if (role === 'audience') {
    player.restore(named());
    player.watch(['position'], showAddress);
    addEventListener('hashchange', follow);
  }
  openOutside(player);
  followInside(player);
}

/** A link to a slide moves the deck; the browser itself would scroll to it. */
function followInside(player: Player): void {
  player.deck.element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#s-"]') : null;
    const id = link?.getAttribute('href')?.slice(3);
    if (id === undefined) return;
    event.preventDefault();
    player.go({ slide: id, step: 0 });
  });
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
