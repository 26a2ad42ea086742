import type { LessonsMessage, ListedLesson } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { h, icon, setText } from './dom.ts';
import { words } from './page-words.ts';
import { listen } from './stream.ts';

const searchFrom = 9;

/** One lesson as a card; its first slide is a small page of its own. */
function card(lesson: ListedLesson): HTMLElement {
  const { id, title, lang, slides, errors, warnings, covered } = lesson;
  const address = `/lessons/${id}/`;
  const cover =
    slides > 0
      ? h('iframe', {
          src: `${address}cover.html`,
          title,
          loading: 'lazy',
          inert: true,
          tabindex: -1,
          'aria-hidden': 'true',
        })
      : h('span', { class: 'initial', 'aria-hidden': 'true' }, title.slice(0, 1).toUpperCase());
  const total = covered ? covered.covered + covered.waived + covered.uncovered : 0;
  return h(
    'article',
    {},
    h('div', { class: 'cover' }, cover),
    h(
      'div',
      { class: 'body' },
      h('h2', { lang }, h('a', { href: address, class: 'whole' }, title)),
      h(
        'p',
        { class: 'facts' },
        slides > 0 && fill(words.slidesCount, slides),
        covered && ` · ${fill(words.statements, covered.covered + covered.waived, total)}`,
      ),
      h(
        'p',
        { class: 'flaws' },
        errors > 0 && h('span', { class: 'is-error' }, icon('error'), fill(words.errors, errors)),
        warnings > 0 && h('span', { class: 'is-warning' }, icon('warning'), fill(words.warnings, warnings)),
      ),
    ),
  );
}

const cards = new Map<string, { readonly item: HTMLLIElement; text: string }>();
const list = h('ul', { class: 'lessons' });
const count = h('p', { class: 'count', role: 'status' });
const search = h('input', { type: 'search', id: 'find', autocomplete: 'off', spellcheck: 'false' });
const searchLine = h(
  'div',
  { class: 'search', role: 'search', hidden: true },
  h('label', { for: 'find' }, words.search),
  search,
);

function filter(): void {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const { item, text } of cards.values()) {
    item.hidden = !text.toLowerCase().includes(wanted);
    if (!item.hidden) shown++;
  }
  setText(count, fill(words.lessonsFound, shown));
}

/** Shows the lessons; cards that did not change stay as they are. */
function show({ lessons }: LessonsMessage): void {
  const items = lessons.map((lesson) => {
    const text = JSON.stringify(lesson);
    const known = cards.get(lesson.id);
    if (known?.text === text) return known.item;
    const item = known?.item ?? h('li', { class: 'lesson' });
    item.replaceChildren(card(lesson));
    cards.set(lesson.id, { item, text });
    return item;
  });
  for (const id of [...cards.keys()]) if (!lessons.some((lesson) => lesson.id === id)) cards.delete(id);
  if (items.length === 0) list.replaceChildren(h('li', { class: 'nothing' }, words.noLessons));
  else if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i]))
    list.replaceChildren(...items);
  searchLine.hidden = lessons.length < searchFrom;
  filter();
}

document.body.append(
  h('header', { class: 'top' }, h('div', {}, h('h1', {}, words.lessons), count), searchLine),
  h('main', {}, list),
);
search.addEventListener('input', filter);
const lost = h('p', { class: 'lost', role: 'alert', hidden: true }, words.lost);
document.body.append(lost);
listen('/live', {
  onMessage: (message) => show(message as LessonsMessage),
  onConnection: (isOpen) => {
    lost.hidden = isOpen;
  },
});
