import { closeDialog, openDialog } from './dialog.ts';
import { h } from './dom.ts';
import { slideText } from './slide-text.ts';
import { findSlides, type Found } from './find.ts';
import { fill, type Strings } from './strings.ts';
import type { Ui } from './ui.ts';

/** Search in titles and text; the results follow each letter, arrows choose and Enter jumps. */
export function openSearch(ui: Ui): void {
  const { player, announcer } = ui;
  const { strings } = player;
  const index = player.deck
    .inPlan(player.plan)
    .map(({ id, number, title, element }) => ({ id, number, title, text: slideText(element) }));
  const results = resultList(strings);
  const none = h('p', { class: 'lp-none', hidden: true }, strings.noResults);
  const { field, list } = results;
  const jump = (slide: string | undefined): void => {
    if (!slide) return;
    closeDialog();
    player.go({ slide, step: 0 });
  };
  const update = (): void => {
    const found = findSlides(index, field.value);
    list.replaceChildren(...found.map(resultItem));
    none.hidden = found.length > 0;
    list.hidden = found.length === 0;
    if (field.value) announcer.say(fill(strings.searchResults, found.length));
    results.choose(0);
  };
  field.addEventListener('input', update);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Browsers would only empty the field at the first Escape.
    event.preventDefault();
    if (event.key === 'Escape') closeDialog();
    else jump(results.chosen()?.dataset.slide);
  });
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) jump(event.target.closest<HTMLElement>('[data-slide]')?.dataset.slide);
  });
  update();
  openDialog(ui, {
    name: 'search',
    title: strings.search,
    content: h('div', { class: 'lp-search' }, field, list, none),
    focus: field,
  });
}

interface ResultList {
  readonly field: HTMLInputElement;
  readonly list: HTMLUListElement;
  choose(to: number): void;
  chosen(): HTMLElement | undefined;
}

/** A field with the list that it steers (the combobox pattern of WAI-ARIA): the focus stays in the field. */
function resultList(strings: Strings): ResultList {
  const list = h('ul', { id: 'lp-results', role: 'listbox', class: 'lp-results', 'aria-label': strings.slides });
  const field = h('input', {
    type: 'search',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    'aria-label': strings.searchHint,
    placeholder: strings.searchHint,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  let at = 0;
  const chosen = (): HTMLElement | undefined => list.children[at] as HTMLElement | undefined;
  const choose = (to: number): void => {
    at = Math.max(0, Math.min(to, list.children.length - 1));
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    field.setAttribute('aria-activedescendant', chosen()?.id ?? '');
    chosen()?.scrollIntoView({ block: 'nearest' });
  };
  field.addEventListener('keydown', (event) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(at + by);
  });
  return { field, list, choose, chosen };
}

function resultItem({ slide, excerpt }: Found, index: number): HTMLElement {
  return h(
    'li',
    { id: `lp-result-${index}`, role: 'option', 'aria-selected': 'false', 'data-slide': slide.id },
    h('span', { class: 'lp-result-number' }, String(slide.number)),
    h('span', { class: 'lp-result-text' }, h('strong', {}, slide.title), excerpt ? h('small', {}, excerpt) : undefined),
  );
}
