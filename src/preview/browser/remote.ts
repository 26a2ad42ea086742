import type { RemoteCommand, RemoteMessage } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { button, h, icon, setText } from './dom.ts';
import { words } from './page-words.ts';
import { listen, post } from './stream.ts';

const token = new URLSearchParams(location.search).get('token') ?? '';
const command = (name: RemoteCommand): void =>
  void post('/remote/command', { command: name }, { 'x-lectern-token': token });

const lesson = h('p', { class: 'lesson' });
const title = h('h1', {}, words.remote);
const place = h('p', { class: 'place' });
const notes = h('div', { class: 'notes' });
const next = h('p', { class: 'next' });
const lost = h('p', { class: 'lost', role: 'alert', hidden: true }, words.lost);
const black = button({ class: 'black', 'aria-pressed': 'false' }, words.black, () => command('black'));
const back = button({ class: 'back' }, icon('left'), () => command('back'));
const forward = button({ class: 'forward' }, words.forward, () => command('forward'));
back.append(words.back);
forward.append(icon('right'));

function show({ now }: RemoteMessage): void {
  for (const control of [back, forward, black]) control.disabled = !now;
  setText(title, now ? now.title : words.noDeck);
  setText(lesson, now?.lesson ?? '');
  if (!now) return;
  title.lang = notes.lang = lesson.lang = now.lang;
  const step = now.steps > 0 ? ` · ${fill(words.step, now.step, now.steps)}` : '';
  setText(place, `${fill(words.slideOf, now.number, now.count)}${step}`);
  // Made by Lectern from Markdown without HTML; the page's policy allows no script in it.
  if (now.notes) notes.innerHTML = now.notes;
  else notes.replaceChildren(h('p', { class: 'nothing' }, words.noNotes));
  setText(next, now.next ? fill(words.next, now.next) : '');
  next.lang = now.lang;
  black.setAttribute('aria-pressed', String(now.screen === 'black'));
}

document.body.append(
  h('header', {}, lesson, title, place),
  h('main', { tabindex: 0, 'aria-label': words.notes }, notes, next),
  h('footer', {}, black, back, forward),
  lost,
);
show({ lecternPreview: 'remote' });
listen(`/remote/live?token=${encodeURIComponent(token)}`, {
  onMessage: (message) => show(message as RemoteMessage),
  onConnection: (isOpen) => {
    lost.hidden = isOpen;
  },
});
void navigator.wakeLock?.request('screen').catch(() => undefined);
