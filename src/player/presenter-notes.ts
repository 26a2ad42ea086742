import { button, h } from './dom.ts';
import { slantLetters } from './formulas.ts';
import { readNotesSize, setNotesSize } from './notes-size.ts';
import type { Player } from './player.ts';

/** The notes of the slide, in the size that the lecturer chose. They are HTML that Lectern made from Markdown. */
export function presenterNotes(player: Player): HTMLElement {
  const { strings } = player;
  const text = h('div', { class: 'lp-scroll lp-notes-text', tabindex: 0, role: 'region', 'aria-label': strings.notes });
  const resize = (by: number): void => setNotesSize(player, player.local.notesSize + by);
  const head = h(
    'div',
    { class: 'lp-panel-head' },
    h('h2', {}, strings.notes),
    button(
      { class: 'lp-icon lp-letter-small', 'aria-label': strings.smallerNotes, title: `${strings.smallerNotes} (−)` },
      'A',
      () => resize(-2),
    ),
    button(
      { class: 'lp-icon lp-letter-large', 'aria-label': strings.largerNotes, title: `${strings.largerNotes} (+)` },
      'A',
      () => resize(2),
    ),
  );
  let shown: string | undefined;
  player.watch(['position'], () => {
    const { notes, id } = player.slide;
    if (shown === id + notes) return;
    shown = id + notes;
    text.innerHTML = notes;
    slantLetters(text);
    if (notes === '') text.append(h('p', { class: 'lp-quiet' }, strings.noNotes));
    text.scrollTop = 0;
  });
  const size = (): void => text.style.setProperty('font-size', `${player.local.notesSize}px`);
  player.local.notesSize = readNotesSize(player.local.notesSize);
  player.onLocal(size);
  size();
  return h('section', { class: 'lp-panel lp-notes' }, head, text);
}
