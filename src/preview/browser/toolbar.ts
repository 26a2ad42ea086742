import { h, icon, setText } from './dom.ts';
import { exportButtons } from './exports.ts';
import type { FindingActions } from './findings-view.ts';
import { words } from './page-words.ts';

/** The line above the deck: way back, title, state, export, present. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = h('h1', {});
  readonly #state = h('p', { class: 'state' });
  readonly #said = h('div', { class: 'said', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(base: string, actions: FindingActions) {
    const exports = exportButtons({ base, actions, say: (...content) => this.say(...content) });
    const present = h(
      'a',
      { class: 'present', href: `${base}deck.html`, target: '_blank' },
      icon('present'),
      words.present,
    );
    this.element = h(
      'header',
      { class: 'bar-top' },
      h('a', { class: 'home', href: '/' }, icon('left'), words.all),
      h('div', { class: 'name' }, this.#title, this.#state),
      this.#said,
      exports,
      present,
    );
  }

  setTitle(title: string, lang: string): void {
    setText(this.#title, title);
    this.#title.lang = lang;
  }

  /** How the deck stands to the files. */
  setState(kind: 'good' | 'error' | 'warning', text: string): void {
    this.#state.className = `state is-${kind}`;
    if (this.#state.textContent !== text) this.#state.replaceChildren(icon(kind), text);
  }

  /** Says something to everyone, those who listen included. */
  say(...content: (Node | string)[]): void {
    clearTimeout(this.#timer);
    this.#said.replaceChildren(...content);
  }

  /** Says something that is soon old. */
  sayBriefly(text: string): void {
    this.say(text);
    this.#timer = setTimeout(() => this.say(), 4000);
  }
}
