import { variants, type SlideChange } from '../wire/index.ts';
import { plain } from './dom.ts';
import { blankSlide, type DeckData, type SlideData } from './data.ts';
import type { Position, Route } from './position.ts';

/** A slide in the document together with its facts. */
export interface PlayedSlide extends SlideData {
  readonly element: HTMLElement;
  /** The number printed on the slide, one-based. */
  readonly number: number;
}

/** Shows the steps up to `step` of a slide or of a copy of it. */
export function showSteps(slide: ParentNode, step: number): void {
  for (const element of slide.querySelectorAll('[data-step]')) {
    element.classList.toggle('lp-future', Number(element.getAttribute('data-step')) > step);
  }
}

/** The text that appears at one step: a formula once, and a mark on an answer with that answer. */
export function stepText(slide: ParentNode, step: number): string {
  const shown = [...slide.querySelectorAll(`[data-step="${step}"]`)];
  return plain(shown.map((element) => spoken(holderOf(element))).join(' '));
}

const holderOf = (element: Element): Element => (element.matches('.mark') ? element.closest('li') : null) ?? element;

function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const twice of copy.querySelectorAll('annotation, [aria-hidden="true"]')) twice.remove();
  for (const named of copy.querySelectorAll('math[aria-label]')) named.textContent = named.getAttribute('aria-label');
  return copy.textContent ?? '';
}

const sameId = (a: HTMLElement, b: HTMLElement | undefined): boolean => a.dataset.slide === b?.dataset.slide;

/** The `<main id="deck">` of the document: its slides, their order, and which one shows. */
export class Deck {
  readonly element: HTMLElement;
  readonly width: number;
  readonly height: number;
  slides: readonly PlayedSlide[] = [];
  #byId = new Map<string, PlayedSlide>();
  /** The HTML that each slide element was made from, once a live update brought one. */
  readonly #html = new WeakMap<Element, string>();

  constructor(element: HTMLElement, data: DeckData) {
    this.element = element;
    this.width = Number(element.dataset.width) || data.width;
    this.height = Number(element.dataset.height) || data.height;
    this.read(data);
  }

  /** Reads the slides again, after the document or the data changed. */
  read(data: DeckData): void {
    const facts = new Map(data.slides.map((slide) => [slide.id, slide]));
    this.slides = [...this.element.querySelectorAll<HTMLElement>(':scope > section')].map((element, index) => {
      const id = element.dataset.slide ?? element.id.replace(/^s-/, '');
      const title = element.getAttribute('aria-label') ?? plain(element.querySelector('h1, h2')?.textContent);
      const steps = Math.max(
        0,
        ...[...element.querySelectorAll<HTMLElement>('[data-step]')].map((one) => Number(one.dataset.step) || 0),
      );
      const known = facts.get(id) ?? blankSlide(id, title, element.dataset.section ?? '', steps);
      return {
        ...known,
        steps: Math.max(known.steps, steps),
        element,
        number: Number(element.dataset.number) || index + 1,
      };
    });
    this.#byId = new Map(this.slides.map((slide) => [slide.id, slide]));
  }

  /** Takes over the slides of a new build; elements whose HTML did not change stay as they are. */
  replace(slides: readonly SlideChange[], data: DeckData): void {
    const kept = new Map(this.slides.map(({ element }) => [this.#html.get(element), element]));
    const elements = slides.flatMap((slide) => {
      const old = typeof slide === 'string' ? kept.get(slide) : this.get(slide.keep)?.element;
      if (old || typeof slide !== 'string') return old ? [old] : [];
      const template = document.createElement('template');
      template.innerHTML = slide;
      const made = template.content.querySelector('section');
      if (made) this.#html.set(made, slide);
      return made ? [made] : [];
    });
    if (elements.length === 0) return;
    const before = this.slides.map(({ element }) => element);
    // The same slides in the same order: only those that changed are touched.
    if (elements.length === before.length && elements.every((element, i) => sameId(element, before[i])))
      elements.forEach((element, i) => element !== before[i] && before[i]?.replaceWith(element));
    else this.element.replaceChildren(...elements);
    this.read(data);
  }

  get(id: string): PlayedSlide | undefined {
    return this.#byId.get(id);
  }

  /** The slides of a plan; all of them when the plan is `''` or would show none. */
  inPlan(plan: string): readonly PlayedSlide[] {
    const shown =
      plan === '' ? this.slides : this.slides.filter((slide) => slide.plans === null || slide.plans.includes(plan));
    return shown.length > 0 ? shown : this.slides;
  }

  route(plan: string): Route {
    return { stops: this.inPlan(plan), all: this.slides };
  }

  /** Makes one slide visible at a step; the others become inert and leave the page. */
  show({ slide, step }: Position): void {
    for (const { id, element } of this.slides) {
      const active = id === slide;
      element.toggleAttribute('data-active', active);
      element.inert = !active;
      if (active) showSteps(element, step);
    }
  }

  /** Gives every slide the light or dark colours of its theme; `''` leaves the classes as authored. */
  setVariant(variant: '' | 'light' | 'dark'): void {
    if (variant === '') return;
    for (const { element } of this.slides) {
      element.classList.remove(...variants);
      element.classList.add(variant);
    }
  }

  /** Before printing every slide is whole and readable; afterwards the player's state returns. */
  setPrinting(printing: boolean, position: Position): void {
    if (!printing) return this.show(position);
    for (const { element } of this.slides) {
      element.inert = false;
      showSteps(element, Infinity);
    }
  }
}
