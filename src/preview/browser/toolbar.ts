import { fill } from '../words.ts';
import { button, h, icon, setText } from './dom.ts';
import { words } from './page-words.ts';
import { post } from './stream.ts';

const formats = [
  ['html', 'HTML'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
] as const;

/** The line above the deck: way back, title, state, export, present. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = h('h1', {});
  readonly #state = h('p', { class: 'state' });
  readonly #said = h('p', { class: 'said', role: 'status' });
  readonly #base: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(base: string) {
    this.#base = base;
    const label = h('span', { id: 'export-label' }, words.export);
    const exports = h(
      'div',
      { class: 'exports', role: 'group', 'aria-labelledby': 'export-label' },
      label,
      ...formats.map(([format, name]) => this.#exportButton(format, name)),
    );
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

  #exportButton(format: string, name: string): HTMLButtonElement {
    const control = button({}, name, () => void this.#export(control, format, name));
    return control;
  }

  async #export(control: HTMLButtonElement, format: string, name: string): Promise<void> {
    if (control.getAttribute('aria-disabled') === 'true') return;
    control.setAttribute('aria-disabled', 'true');
    this.say(fill(words.building, name));
    const answer = await post(`${this.#base}export`, { format });
    control.removeAttribute('aria-disabled');
    if (answer.done !== true) return this.say(fill(words.exportFailed, name));
    const link = h(
      'a',
      { href: String(answer.address), download: '' },
      icon('file'),
      fill(words.exported, String(answer.path)),
    );
    this.say(link);
  }
}
