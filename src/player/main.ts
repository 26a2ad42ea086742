import { Announcer, announceMoves, announceStates } from './announce.ts';
import { mountAudience } from './audience.ts';
import { loadTheme } from './copy.ts';
import { parseData } from './data.ts';
import { Deck } from './deck.ts';
import { h } from './dom.ts';
import { keepAwake } from './fullscreen.ts';
import { mountKeys } from './input.ts';
import { mountLinks } from './links.ts';
import { mountLive } from './live.ts';
import { Player } from './player.ts';
import { mountPresenter } from './presenter.ts';
import { Reader } from './reading/index.ts';
import { openSession, type Session } from './session.ts';
import { Store } from './store.ts';
import { wordsOf } from './strings.ts';
import { randomToken, Sync } from './sync.ts';
import type { Ui } from './ui.ts';

/** The style sheet knows old browsers by the same signs, and shows them a sentence and all slides in a column. */
const isOld = (): boolean => !CSS.supports('selector(:has(a)) and (width: 1lh)');

/** Starts the player on a page that holds `<main id="deck">` with at least one slide; on any other page does nothing. */
function start(): void {
  const element = document.getElementById('deck');
  if (!element?.querySelector(':scope > section') || isOld()) return;
  document.documentElement.classList.add('js');
  const data = parseData(document.getElementById('lectern-data')?.textContent);
  const session = openSession(data.lesson);
  const store = new Store(randomToken());
  store.merge(session.entries);
  const root = h('div', { id: 'lectern-player', lang: data.lang });
  document.body.append(root);
  const sync = new Sync(store, data.lesson, session);
  const player = new Player({
    data,
    deck: new Deck(element, data),
    store,
    sync,
    session,
    strings: wordsOf(data.words).player,
    root,
  });
  const announcer = new Announcer(root);
  const reader = new Reader({ player, announcer });
  const ui: Ui = { player, announcer, reader };
  loadTheme();
  mountLinks(ui);
  if (session.role === 'presenter') mountPresenter(ui);
  else mountAudience(ui);
  announceMoves(player, ui.announcer);
  announceStates(player, ui.announcer);
  mountKeys(ui);
  mountLive(ui);
  if (session.role === 'audience') reader.mount();
  saveSoon(store, session);
  keepAwake();
}

/** Remembers the shared state shortly after each change and when the page goes: with much ink, writing it takes time. */
function saveSoon(store: Store, session: Session): void {
  let timer = 0;
  const save = (): void => {
    clearTimeout(timer);
    timer = 0;
    session.save(store.entries());
  };
  store.subscribe(() => {
    timer ||= window.setTimeout(save, 200);
  });
  addEventListener('pagehide', save);
  save();
}

start();
