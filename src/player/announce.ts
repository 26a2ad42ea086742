import { fill } from './strings.ts';
import { h } from './dom.ts';
import { stepText } from './deck.ts';
import type { Player } from './player.ts';

const longest = 300;

/** The page's only live region: says the slide and what a step reveals, and repeats messages shown as a toast. */
export class Announcer {
  readonly #region = h('p', { class: 'lp-sr', role: 'status', 'aria-live': 'polite' });
  readonly #toast = h('p', { class: 'lp-toast', 'aria-hidden': 'true', hidden: true });
  #timer = 0;

  constructor(root: HTMLElement) {
    root.append(this.#region, this.#toast);
  }

  /** A modal view silences what lies outside it, so the region moves into it and back; what it said is said. */
  moveTo(parent: HTMLElement): void {
    this.#region.textContent = '';
    parent.append(this.#region, this.#toast);
  }

  /** Speaks without showing. */
  say(text: string): void {
    this.#region.textContent = text.length > longest ? `${text.slice(0, longest)} …` : text;
  }

  /** Shows a message for a moment and speaks it. */
  toast(text: string, milliseconds = 2500): void {
    this.say(text);
    this.show(text, milliseconds);
  }

  /** Shows a message without speaking it; an empty text hides it. */
  show(text: string, milliseconds = 2500): void {
    clearTimeout(this.#timer);
    this.#toast.textContent = text;
    this.#toast.hidden = text === '';
    this.#timer = window.setTimeout(() => (this.#toast.hidden = true), milliseconds);
  }
}

/** Announces each move. */
export function announceMoves(player: Player, announcer: Announcer): void {
  let last = player.position;
  player.watch(['position'], () => {
    const { position, slide, strings } = player;
    if (position.slide !== last.slide) {
      announcer.say(`${fill(strings.slide, slide.number, player.deck.slides.length)}: ${slide.title}`);
    } else if (position.step > last.step) {
      announcer.say(`${fill(strings.step, position.step, slide.steps)}: ${stepText(slide.element, position.step)}`);
    }
    last = position;
  });
}
