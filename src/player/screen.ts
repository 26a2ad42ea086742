import { elapsed, formatTime } from './clock.ts';
import { h, setText } from './dom.ts';
import type { Player } from './player.ts';

/** The black or white screen over the slide. */
export function mountScreen(player: Player): HTMLElement {
  const cover = h('div', { class: 'lp-cover' });
  player.watch(['screen'], () => {
    cover.dataset.screen = player.store.get('screen') ?? '';
    player.deck.element.ariaHidden = cover.dataset.screen === '' ? null : 'true';
  });
  return cover;
}

/** Turns a colour on, or back off. */
export function toggleScreen(player: Player, color: 'black' | 'white'): void {
  player.store.set({ screen: player.store.get('screen') === color ? '' : color });
}

/** A countdown for an assignment, and the elapsed time when the lecturer wants it on screen. */
export function mountTimes(player: Player): HTMLElement {
  const countdown = h('span', { class: 'lp-countdown', role: 'timer', hidden: true });
  const timer = h('span', { class: 'lp-elapsed', role: 'timer', hidden: true });
  const tick = (): void => {
    const end = player.store.get('countdown') ?? null;
    countdown.hidden = end === null;
    const left = (end ?? 0) - Date.now();
    setText(countdown, left > 0 ? formatTime(Math.ceil(left / 1000) * 1000) : player.strings.timeIsUp);
    countdown.classList.toggle('lp-over', left <= 0);
    timer.hidden = !player.local.toolbarTimer;
    setText(timer, formatTime(elapsed(player.clock, Date.now())));
  };
  player.watch(['countdown', 'clock'], tick);
  player.onLocal(tick);
  setInterval(tick, 500);
  return h('section', { class: 'lp-times', 'aria-label': player.strings.clock }, countdown, timer);
}

/** Starts a countdown on screen; `null` takes it off. */
export function setCountdown(player: Player, minutes: number | null): void {
  player.store.set({ countdown: minutes === null ? null : Date.now() + minutes * 60_000 });
}
