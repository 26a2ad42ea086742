import { h } from './dom.ts';
import { presenterBar } from './presenter-bar.ts';
import { presenterMaterial } from './presenter-material.ts';
import { presenterNotes } from './presenter-notes.ts';
import { presenterNow, presenterNext } from './presenter-slides.ts';
import { presenterSections } from './presenter-sections.ts';
import type { Ui } from './ui.ts';

/** Builds the lecturer's window: now, next, notes, time, and what is prepared for this slide. */
export function mountPresenter(ui: Ui): void {
  const { player } = ui;
  document.documentElement.classList.add('lp-presenting');
  document.title = `${player.strings.presenter}: ${player.data.title}`;
  document.documentElement.style.setProperty('--lp-width', `${player.deck.width}px`);
  document.documentElement.style.setProperty('--lp-height', `${player.deck.height}px`);
  document.documentElement.style.setProperty('--lp-ratio', String(player.deck.width / player.deck.height));
  player.watch(['variant'], () => player.deck.setVariant(player.store.get('variant') ?? ''));
  player.root.append(
    presenterBar(ui),
    h(
      'main',
      { class: 'lp-desk' },
      h('div', { class: 'lp-left' }, presenterNow(ui), presenterSections(player)),
      h('div', { class: 'lp-right' }, presenterNext(player), presenterNotes(player), presenterMaterial(player)),
    ),
  );
}
