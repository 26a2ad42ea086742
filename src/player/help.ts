import { openDialog } from './dialog.ts';
import { h } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { bindings } from './keys.ts';
import { lettersChoice } from './letters.ts';
import type { Ui } from './ui.ts';

/** Signs that are drawn, because not every computer has a font with them. */
const drawn: Readonly<Record<string, IconName>> = { '←': 'left', '→': 'right', '↑': 'up', '↓': 'down', '⏎': 'enter' };

/** A key as it looks on the keyboard. */
function keyCap(key: string): HTMLElement {
  const sign = key.at(-1) ?? '';
  const glyph = drawn[sign];
  return glyph ? h('kbd', {}, key.slice(0, -1), icon(glyph), h('span', { class: 'lp-sr' }, sign)) : h('kbd', {}, key);
}

/** The table of keys. */
export function openHelp(ui: Ui): void {
  const { strings } = ui.player;
  const rows: { shown: readonly string[]; text: string }[] = bindings.map(({ shown, label }) => ({
    shown,
    text: strings[label],
  }));
  rows.splice(6, 0, { shown: ['12 ⏎'], text: strings.jump });
  const at = rows.findIndex(({ text }) => text === strings.timer);
  rows.splice(at + 1, 0, { shown: ['5 T'], text: strings.countdown });
  const merged = new Map<string, string[]>();
  for (const { shown, text } of rows) merged.set(text, [...(merged.get(text) ?? []), ...shown]);
  const list = h(
    'dl',
    { class: 'lp-keys' },
    ...[...merged].map(([text, keys]) => h('div', {}, h('dt', {}, ...keys.map(keyCap)), h('dd', {}, text))),
  );
  const content = h(
    'div',
    { class: 'lp-scroll', tabindex: 0, role: 'region', 'aria-label': strings.help },
    list,
    h('p', {}, strings.touch),
    lettersChoice(ui),
  );
  openDialog(ui, { name: 'help', title: strings.help, content });
}
