import type { LiveMessage, LivePosition } from '../wire/index.ts';
import { commands } from './commands.ts';
import { loadTheme } from './copy.ts';
import { completeData } from './data.ts';
import { openOutside } from './links.ts';
import { randomToken } from './sync.ts';
import type { Ui } from './ui.ts';

/**
 * The only door for updates from outside, open only on pages of the development server: they carry
 * `<meta name="lectern-live" content="URL of the event stream, or nothing">`. Published decks have no such tag.
 */
export function mountLive(ui: Ui): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="lectern-live"]');
  if (!meta) return;
  const { player } = ui;
  addEventListener('message', ({ data, origin }) => {
    if (origin === location.origin && isLive(data)) receive(ui, data);
  });
  const stream = meta.content && `${meta.content}&client=${randomToken()}`;
  const tell = (): void => {
    const { slide, step } = player.position;
    const message: LivePosition = { lecternLive: 'position', slide, step, screen: player.store.get('screen') ?? '' };
    if (parent !== window) parent.postMessage(message, location.origin);
    if (stream) void report(stream, message);
  };
  if (stream) listen(ui, stream, tell);
  player.watch(['position', 'screen'], tell);
}

const askAgain = 500;

/**
 * Listens to the server while the deck can be seen. A browser allows six streams to one server, and the seventh window
 * would never load: decks in the background let go of theirs, and get what they missed when they are looked at again.
 */
function listen(ui: Ui, stream: string, onOpen: () => void): void {
  let source: EventSource | undefined;
  const follow = (): void => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
      return;
    }
    source ??= new EventSource(stream);
    source.onopen = onOpen;
    source.onerror = () => {
      // A server that has just started may refuse; the browser then gives up for good, but we ask again.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = undefined;
      setTimeout(follow, askAgain);
    };
    source.onmessage = ({ data }) => {
      const message: unknown = JSON.parse(String(data));
      if (isLive(message)) receive(ui, message);
    };
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

/** Tells the server where the deck is, for the phone; nobody waits for it. */
async function report(stream: string, message: LivePosition): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(stream, { method: 'POST', headers, body: JSON.stringify(message) }).catch(() => undefined);
}

const isLive = (data: unknown): data is LiveMessage =>
  typeof data === 'object' && data !== null && 'lecternLive' in data && data.lecternLive !== 'position';

function receive(ui: Ui, message: LiveMessage): void {
  if (message.lecternLive === 'deck') replaceDeck(ui, message);
  else if (message.lecternLive === 'go') ui.player.restore(known(ui, message.slide, message.step ?? 0));
  else commands[message.command]?.(ui);
}

function known({ player }: Ui, slide: string, step: number): { slide: string; step: number } | undefined {
  const found = player.deck.get(slide);
  return found && { slide, step: Math.max(0, Math.min(step, found.steps)) };
}

/**
 * Takes over a new build: only slides whose HTML changed are replaced. The slide and step stay; when the slide is gone,
 * the one that took its place in the order shows.
 */
function replaceDeck(ui: Ui, { theme, slides, data }: Extract<LiveMessage, { lecternLive: 'deck' }>): void {
  const { player } = ui;
  const { position } = player;
  const index = player.deck.slides.findIndex((slide) => slide.id === position.slide);
  const style = document.getElementById('lectern-theme');
  if (style && theme !== undefined && style.textContent !== theme) {
    style.textContent = theme;
    loadTheme();
  }
  if (data) player.data = completeData(data);
  player.deck.replace(slides, player.data);
  player.deck.setVariant(player.store.get('variant') ?? '');
  openOutside(player);
  ui.reader.refresh();
  const slide = player.deck.get(position.slide) ?? player.deck.slides[Math.min(index, player.deck.slides.length - 1)];
  if (!slide) return;
  player.store.set({ position: { slide: slide.id, step: Math.min(position.step, slide.steps) } });
}
