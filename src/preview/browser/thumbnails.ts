import { fill } from '../../wire/index.ts';
import { button, h, icon } from './dom.ts';
import { words } from './page-words.ts';
import type { ShellState } from './shell-state.ts';

const themeSheet = new CSSStyleSheet();
const frameSheet = new CSSStyleSheet();
frameSheet.replaceSync(
  ':host{display:block;position:relative;overflow:hidden;contain:strict}.frame{position:absolute;inset:0 auto auto 0;transform-origin:0 0;transform:scale(var(--scale,.15));text-rendering:geometricPrecision}',
);

interface Thumbnail {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly title: HTMLElement;
  readonly marks: HTMLElement;
  readonly picture: HTMLElement;
  html: string;
}

/** All slides as small live copies in shadow trees, drawn when they come into view. */
export class Thumbnails {
  readonly element = h('ol', { class: 'thumbs' });
  readonly #state: ShellState;
  readonly #go: (id: string) => void;
  readonly #known = new Map<string, Thumbnail>();
  readonly #fonts = document.head.appendChild(h('style'));
  readonly #visible: IntersectionObserver;
  readonly #sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      (target as HTMLElement).style.setProperty('--scale', String(contentRect.width / this.#width));
  });

  constructor(state: ShellState, go: (id: string) => void) {
    this.#state = state;
    this.#go = go;
    this.#visible = new IntersectionObserver(
      (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => this.#draw(target)),
      { rootMargin: '400px' },
    );
  }

  get #width(): number {
    return this.#state.data?.width ?? 1280;
  }

  /** Fonts go to the document: declared inside a shadow tree they would not load. */
  setTheme(theme: string): void {
    const fonts = /@font-face\s*\{[^{}]*\}/g;
    this.#fonts.textContent = (theme.match(fonts) ?? []).join('\n');
    themeSheet.replaceSync(theme.replace(fonts, ''));
  }

  /** Shows the slides as they are now; only changed ones are drawn again. */
  update(): void {
    const { slides } = this.#state;
    const items = slides.map(({ id, html }) => {
      const thumbnail = this.#known.get(id) ?? this.#make(id);
      if (thumbnail.html !== html) {
        thumbnail.html = html;
        this.#visible.unobserve(thumbnail.picture);
        this.#visible.observe(thumbnail.picture);
      }
      return thumbnail.item;
    });
    for (const id of [...this.#known.keys()]) if (!slides.some((slide) => slide.id === id)) this.#known.delete(id);
    if (items.length !== this.element.children.length || items.some((item, i) => item !== this.element.children[i]))
      this.element.replaceChildren(...items);
    this.mark();
  }

  /** Titles, the current slide and what is wrong with each. */
  mark(): void {
    for (const [id, { button: control, title, marks }] of this.#known) {
      const facts = this.#state.facts(id);
      title.textContent = `${this.#state.numberOf(id)} ${facts?.title ?? ''}`;
      title.lang = this.#state.data?.lang ?? '';
      control.toggleAttribute('aria-current', id === this.#state.current);
      if (id === this.#state.current) control.setAttribute('aria-current', 'true');
      const findings = this.#state.findingsOf(id);
      marks.replaceChildren(
        ...(['error', 'warning'] as const).flatMap((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length;
          const label = fill(severity === 'error' ? words.errors : words.warnings, count);
          return count === 0
            ? []
            : [
                h(
                  'span',
                  { class: `mark is-${severity}` },
                  icon(severity),
                  h('span', { class: 'hidden' }, label),
                  h('span', { 'aria-hidden': 'true' }, String(count)),
                ),
              ];
        }),
      );
    }
  }

  /** Scrolls the current slide's picture into view. */
  reveal(): void {
    const found = this.#known.get(this.#state.current);
    found?.item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #make(id: string): Thumbnail {
    const picture = h('div', { class: 'picture', 'aria-hidden': 'true', inert: true, 'data-id': id });
    picture.attachShadow({ mode: 'open' }).adoptedStyleSheets = [themeSheet, frameSheet];
    const { width = 1280, height = 720 } = this.#state.data ?? {};
    picture.style.aspectRatio = `${width}/${height}`;
    this.#sizes.observe(picture);
    const title = h('span', { class: 'thumb-title' });
    const marks = h('span', { class: 'marks' });
    const control = button({ class: 'thumb' }, picture, () => this.#go(id));
    control.append(h('span', { class: 'thumb-line' }, title, marks));
    const made = { item: h('li', {}, control), button: control, title, marks, picture, html: '' };
    this.#known.set(id, made);
    return made;
  }

  #draw(target: Element): void {
    const thumbnail = this.#known.get((target as HTMLElement).dataset.id ?? '');
    if (!thumbnail?.picture.shadowRoot) return;
    const { width = 1280, height = 720 } = this.#state.data ?? {};
    const deck = h('main', { id: 'deck', class: 'deck', style: `width:${width}px;height:${height}px` });
    deck.innerHTML = thumbnail.html;
    thumbnail.picture.shadowRoot.replaceChildren(h('div', { class: 'frame' }, deck));
    this.#visible.unobserve(target);
  }
}
