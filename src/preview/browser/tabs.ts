import { button, h, setText } from './dom.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
  setCount(count: number, isBad: boolean): void;
}

/** Tabs by the pattern of the ARIA practices: arrows move between them, one panel shows. */
export class Tabs {
  readonly element = h('div', { class: 'tabs' });
  readonly #list: HTMLElement;
  readonly #tabs: { readonly control: HTMLButtonElement; readonly panel: HTMLElement }[] = [];

  constructor(label: string) {
    this.#list = h('div', { role: 'tablist', 'aria-label': label });
    this.element.append(this.#list);
    this.#list.addEventListener('keydown', ({ key }) => {
      const at = this.#tabs.findIndex(({ control }) => control === document.activeElement);
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (at < 0 || step === 0) return;
      const next = (at + step + this.#tabs.length) % this.#tabs.length;
      this.show(next);
      this.#tabs[next]?.control.focus();
    });
  }

  add(id: string, label: string): Tab {
    const index = this.#tabs.length;
    const control = button(
      { role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, 'aria-selected': 'false', tabindex: -1 },
      label,
      () => this.show(index),
    );
    const count = h('span', { class: 'count', hidden: true });
    control.append(count);
    const panel = h('div', {
      role: 'tabpanel',
      id: `panel-${id}`,
      'aria-labelledby': `tab-${id}`,
      tabindex: 0,
      hidden: true,
    });
    this.#list.append(control);
    this.element.append(panel);
    this.#tabs.push({ control, panel });
    if (index === 0) this.show(0);
    return {
      id,
      label,
      panel,
      setCount: (value, isBad) => {
        setText(count, ` ${value}`);
        count.hidden = value === 0;
        count.classList.toggle('is-error', isBad);
      },
    };
  }

  show(index: number): void {
    this.#tabs.forEach(({ control, panel }, i) => {
      control.setAttribute('aria-selected', String(i === index));
      control.tabIndex = i === index ? 0 : -1;
      panel.hidden = i !== index;
    });
  }
}
