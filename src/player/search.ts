import { closeDialog, openDialog } from './dialog.ts';
import { h } from './dom.ts';
import { slideText } from './slide-text.ts';
import { findSlides, type Found } from './find.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';

/** Search in titles and text; the results follow each letter, arrows choose and Enter jumps. */
export function openSearch(ui: Ui): void {
  const { player, announcer } = ui;
  const { strings } = player;
  const index = player.deck
    .inPlan(player.plan)
    .map(({ id, number, title, element }) => ({ id, number, title, text: slideText(element) }));
  const list = h('ul', { id: 'lp-results', role: 'listbox', class: 'lp-results', 'aria-label': strings.slides });
  const none = h('p', { class: 'lp-none', hidden: true }, strings.noResults);
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
  let chosen = 0;
  const jump = (slide: string | undefined): void => {
    if (!slide) return;
    closeDialog();
    player.go({ slide, step: 0 });
  };
  const choose = (to: number): void => {
    const options = [...list.children];
    chosen = Math.max(0, Math.min(to, options.length - 1));
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    const option = options[chosen];
    field.setAttribute('aria-activedescendant', option?.id ?? '');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const update = (): void => {
    const found = findSlides(index, field.value);
    list.replaceChildren(...found.map(resultItem));
    none.hidden = found.length > 0;
    list.hidden = found.length === 0;
    if (field.value) announcer.say(fill(strings.searchResults, found.length));
    choose(0);
  };
  field.addEventListener('input', update);
  field.addEventListener('keydown', (event) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + 8,
      PageUp: chosen - 8,
    };
    const to = moves[event.key];
    if (to !== undefined) choose(to);
    else if (event.key === 'Enter') jump((list.children[chosen] as HTMLElement | undefined)?.dataset.slide);
    else return;
    event.preventDefault();
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

function resultItem({ slide, excerpt }: Found, index: number): HTMLElement {
  return h(
    'li',
    { id: `lp-result-${index}`, role: 'option', 'aria-selected': 'false', 'data-slide': slide.id },
    h('span', { class: 'lp-result-number' }, String(slide.number)),
    h('span', { class: 'lp-result-text' }, h('strong', {}, slide.title), excerpt ? h('small', {}, excerpt) : undefined),
  );
}
