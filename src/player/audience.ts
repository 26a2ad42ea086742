import { h } from './dom.ts';
import { mountInk } from './ink.ts';
import { mountPointer } from './input.ts';
import { mountQuizScreen } from './quiz-screen.ts';
import { mountScreen, mountTimes } from './screen.ts';
import { mountStage } from './stage.ts';
import { mountToolbar } from './toolbar.ts';
import type { Ui } from './ui.ts';
import { mountZoom } from './zoom.ts';

/** Builds the window that the audience sees. */
export function mountAudience(ui: Ui): void {
  const { player } = ui;
  mountStage(player);
  const ink = mountInk(player);
  mountZoom(player, ink);
  const over = h('div', { class: 'lp-over-slide' }, mountQuizScreen(player));
  player.root.append(ink, over, mountScreen(player), mountTimes(player), mountToolbar(ui));
  mountPointer(ui, document.body);
  document.title = player.data.title || document.title;
}
