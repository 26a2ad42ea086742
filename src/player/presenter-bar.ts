import { elapsed, formatTime, isUntouched, pauseClock, startClock, stoppedClock } from './clock.ts';
import { button, h, setText } from './dom.ts';
import { icon } from './icons.ts';
import type { Player } from './player.ts';
import { paceIcon, paceNow, paceWords } from './presenter-pace.ts';
import { rehearsalButton } from './rehearsal-view.ts';
import { commandButton } from './toolbar.ts';
import type { Ui } from './ui.ts';
import { openWindow } from './windows.ts';

/** The top bar: wall clock, elapsed time with start, pause and reset, pace, plan, rehearsal, connection. */
export function presenterBar(ui: Ui): HTMLElement {
  const { player } = ui;
  return h(
    'header',
    { class: 'lp-bar-top' },
    h('div', { class: 'lp-title' }, h('h1', {}, player.data.title), connection(ui)),
    times(player),
    pacePill(player),
    planChoice(player),
    rehearsalButton(ui),
    commandButton(ui, 'keep', 'save'),
    commandButton(ui, 'help', 'help'),
  );
}

function connection(ui: Ui): HTMLElement {
  const { player } = ui;
  const words = h('span', { class: 'lp-connection' });
  const open = button({ class: 'lp-button' }, player.strings.openAudience, () => openWindow(ui));
  const update = (): void => {
    const { connected } = player.sync;
    words.classList.toggle('lp-on', connected);
    setText(words, connected ? player.strings.connected : player.strings.notConnected);
    open.hidden = connected;
  };
  player.sync.onPeer(update);
  update();
  return h('p', { class: 'lp-connect' }, words, open);
}

function times(player: Player): HTMLElement {
  const { strings } = player;
  const clock = h('span', { class: 'lp-wall', role: 'timer' });
  const spent = h('span', { class: 'lp-spent', role: 'timer', 'aria-label': strings.elapsed });
  const run = button({ class: 'lp-icon' }, '', () => {
    const now = Date.now();
    player.store.put(
      'clock',
      player.clock.since === null ? startClock(player.clock, player.slide.id, now) : pauseClock(player.clock, now),
    );
  });
  const reset = button({ class: 'lp-icon', 'aria-label': strings.reset, title: strings.reset }, icon('reset'), () =>
    player.store.set({ clock: stoppedClock, way: null }),
  );
  const tick = (): void => {
    const now = new Date();
    setText(clock, now.toLocaleTimeString(player.data.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
    setText(spent, formatTime(elapsed(player.clock, now.getTime())));
  };
  player.watch(['clock'], () => {
    const running = player.clock.since !== null;
    run.replaceChildren(icon(running ? 'pause' : 'play'));
    run.ariaLabel = running ? strings.pause : strings.resume;
    run.title = run.ariaLabel;
    spent.classList.toggle('lp-paused', !running && !isUntouched(player.clock));
    tick();
  });
  setInterval(tick, 250);
  return h('div', { class: 'lp-clocks' }, clock, h('span', { class: 'lp-spent-box' }, spent, run, reset));
}

function pacePill(player: Player): HTMLElement {
  const glyph = h('span', { class: 'lp-pace-icon' });
  const words = h('span', {});
  const pill = h('p', { class: 'lp-pace' }, glyph, words);
  const tick = (): void => {
    const pace = paceNow(player);
    if (pill.dataset.state !== pace.state) glyph.replaceChildren(paceIcon(pace));
    pill.dataset.state = pace.state;
    setText(words, paceWords(pace, player.strings));
  };
  player.watch(['clock', 'position', 'plan'], tick);
  setInterval(tick, 500);
  return pill;
}

function planChoice(player: Player): HTMLElement {
  const { strings, data } = player;
  const options = data.plans.map(({ id, title, minutes }) =>
    h('option', { value: id }, `${title || id} · ${minutes} ${strings.minutes}`),
  );
  const select = h('select', { 'aria-label': strings.plan }, ...options, h('option', { value: '' }, strings.allSlides));
  select.addEventListener('change', () => {
    player.store.set({ plan: select.value });
    select.blur();
  });
  player.watch(['plan'], () => (select.value = player.plan));
  return select;
}
