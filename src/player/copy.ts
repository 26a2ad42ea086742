import { h } from './dom.ts';
import { showSteps, type Deck, type PlayedSlide } from './deck.ts';

/** The scale before the first measurement must not be 0: Chrome would keep SVG text at its full size afterwards. */
const frameCss = `:host{display:block;position:relative;overflow:hidden;contain:strict}
.frame{text-rendering:geometricPrecision;position:absolute;left:0;top:0;transform-origin:0 0;transform:scale(var(--lp-copy-scale,.2))}
.lp-future,.lp-future *{visibility:hidden!important}`;

const themeSheet = new CSSStyleSheet();
const frameSheet = new CSSStyleSheet();

/**
 * Gives slide copies the deck's theme. Fonts are declared in the document already and are left out: each sheet would
 * decode them again.
 */
export function loadTheme(): void {
  const theme = document.getElementById('lectern-theme')?.textContent ?? '';
  themeSheet.replaceSync(theme.replaceAll(/@font-face\s*\{[^{}]*\}/g, ''));
  frameSheet.replaceSync(frameCss);
}

/** A live, scaled copy of a slide. It sits in a shadow tree, so that ids inside SVG keep pointing into their own copy. */
export class SlideCopy {
  readonly element = h('div', { class: 'lp-copy', 'aria-hidden': 'true', inert: true });
  readonly #parent: HTMLElement;
  #source: HTMLElement | undefined;
  #shape = '';
  #copy: HTMLElement | undefined;

  constructor(deck: Deck) {
    this.element.style.aspectRatio = `${deck.width}/${deck.height}`;
    const shadow = this.element.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [themeSheet, frameSheet];
    this.#parent = deck.element.cloneNode(false) as HTMLElement;
    this.#parent.style.cssText = `width:${deck.width}px;height:${deck.height}px`;
    const frame = h('div', { class: 'frame' }, this.#parent);
    shadow.append(frame);
    new ResizeObserver(([entry]) => {
      if (entry) this.element.style.setProperty('--lp-copy-scale', String(entry.contentRect.width / deck.width));
    }).observe(this.element);
  }

  /** Shows a slide at a step; no slide leaves the frame empty. */
  show(slide: PlayedSlide | undefined, step: number): void {
    const shape = slide?.element.className ?? '';
    if (slide?.element !== this.#source || shape !== this.#shape) {
      this.#source = slide?.element;
      this.#shape = shape;
      this.#copy = slide?.element.cloneNode(true) as HTMLElement | undefined;
      this.#copy?.removeAttribute('inert');
      this.#parent.replaceChildren(...(this.#copy ? [this.#copy] : []));
    }
    if (this.#copy) showSteps(this.#copy, step);
  }
}
