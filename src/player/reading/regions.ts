import { h } from '../dom.ts';

/**
 * Boxes that scroll within themselves: tables, code, formulas, enlarged pictures. Only while one does, it can be reached
 * by the keyboard and is named.
 */
export class Regions {
  readonly #names = new Map<Element, string>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#settle(target instanceof HTMLElement ? target : undefined);
  });

  /** Puts an element into a box that may scroll sideways. */
  around(element: Element, name: string): HTMLElement {
    const box = h('div', { class: 'lr-scroll' });
    element.replaceWith(box);
    box.append(element);
    this.watch(box, name);
    return box;
  }

  watch(box: HTMLElement, name: string): void {
    this.#names.set(box, name);
    this.#observer.observe(box);
    for (const child of box.children) this.#observer.observe(child);
  }

  close(): void {
    this.#observer.disconnect();
  }

  #settle(target: HTMLElement | undefined): void {
    const box = target && (this.#names.has(target) ? target : target.parentElement);
    const name = box ? this.#names.get(box) : undefined;
    if (!box || name === undefined) return;
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    const values = { tabindex: '0', role: 'region', 'aria-label': name };
    for (const [attribute, value] of Object.entries(values)) {
      if (scrolls) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }
}
