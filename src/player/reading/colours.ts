import { variants, type Variant } from '../../wire/index.ts';
import type { Deck } from '../deck.ts';

/** The colours that the reader can ask for; `''` follows the device. */
export type Colours = '' | Exclude<Variant, 'print'>;
export const colourNames: readonly Colours[] = ['', 'light', 'dark', 'contrast'];

/** The names that the style sheet of the reading view uses of the deck's theme. */
const used = [
  ...['--paper', '--ink', '--muted', '--line', '--line-strong', '--wash', '--accent', '--signal', '--accent-soft'],
  ...['--tone-positive', '--tone-positive-soft', '--font-text', '--font-title', '--font-code'],
];

const prefers = (query: string): boolean => matchMedia(`(${query})`).matches;

/** The theme's variant: what the reader chose, else what the device asks for, else the deck's own. */
export function variantOf(chosen: Colours): Colours {
  if (chosen !== '') return chosen;
  if (prefers('prefers-contrast: more')) return 'contrast';
  return prefers('prefers-color-scheme: dark') ? 'dark' : '';
}

/**
 * Takes the theme's values for a variant over to the reading view. They are read from an empty slide of that variant, so
 * that every theme, also a house style, gives its own.
 */
export function paintWith(deck: Deck, view: HTMLElement, variant: Colours): void {
  const slide = deck.slides[0]?.element;
  if (!slide) return;
  const probe = slide.cloneNode(false) as HTMLElement;
  probe.removeAttribute('id');
  if (variant !== '') {
    probe.classList.remove(...variants);
    probe.classList.add(variant);
  }
  const names = new Set([...used, ...[...view.innerHTML.matchAll(/var\((--[\w-]+)/g)].map((found) => found[1] ?? '')]);
  deck.element.append(probe);
  const style = getComputedStyle(probe);
  for (const name of names) {
    const value = style.getPropertyValue(name);
    if (value !== '') view.style.setProperty(name, value);
  }
  const isDark = probe.classList.contains('dark');
  probe.remove();
  view.dataset.variant = variant;
  document.documentElement.style.setProperty('--lr-ground', view.style.getPropertyValue('--paper') || '#fcfcfb');
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
}
