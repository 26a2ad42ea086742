import { h } from './dom.ts';
import { letterKeys, type LetterKeys } from './keys.ts';
import { storeLetters } from './stored-letters.ts';
import type { Strings } from './strings.ts';
import type { Ui } from './ui.ts';

const names: Readonly<Record<LetterKeys, keyof Strings>> = { on: 'lettersOn', alt: 'lettersAlt', off: 'lettersOff' };

/** The choice for people whose speech program or hand presses letters by mistake. */
export function lettersChoice({ player }: Ui): HTMLElement {
  const { strings } = player;
  const select = h(
    'select',
    {},
    ...letterKeys.map((value) =>
      h('option', { value, selected: value === player.local.letters }, strings[names[value]]),
    ),
  );
  select.addEventListener('change', () => {
    const letters = letterKeys.find((one) => one === select.value) ?? 'on';
    player.setLocal({ letters });
    storeLetters(letters);
  });
  return h('label', { class: 'lp-row' }, strings.letters, select);
}
