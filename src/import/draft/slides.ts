import type { ReadSection, ReadSource } from '../../parse/index.ts';
import { asMarkdown } from '../escape.ts';
import { deckSection } from './deck.ts';
import { before, codeSlide, formulaSlide, listSlides, quoteSlide, tableSlides, type Before } from './blocks.ts';
import { itemsOf, type Item, type Sentence } from './items.ts';
import { caption, pointsBack } from './phrases.ts';
import { withRemarks } from './remarks.ts';
import { runningSlides } from './running.ts';
import type { DraftSection, DraftSlide } from './slide.ts';
import { longestTitle } from './titles.ts';

/** Draws the slides of one section, item by item in the order of the text. */
export function draftSection(read: ReadSection, source: ReadSource, { pictures, isDeck }: DraftOptions): DraftSection {
  const topic = asMarkdown(read.section.title);
  const items = itemsOf(read, source);
  return isDeck ? deckSection(items, topic, pictures) : new Drafter(topic, pictures).draft(items);
}

export interface DraftOptions {
  /** Paths of the pictures that slides can show. */
  readonly pictures: ReadonlySet<string>;
  /** Whether each section is a slide already, which stays as it is. */
  readonly isDeck: boolean;
}

/** Kinds of items that a sentence with a colon leads to. */
const ledTo = new Set<Item['kind']>(['list', 'table', 'formula', 'code']);

/** “Table 3: …”, “Filename: …”: what stands over a table or code. */
const isCaption = (item: Item): boolean =>
  item.kind === 'paragraph' &&
  item.sentences.length === 1 &&
  item.sentences.every(({ text }) => caption.test(text) && text.length <= 90);

class Drafter {
  readonly #slides: DraftSlide[] = [];
  readonly #notes: Sentence[] = [];
  readonly #pictures: ReadonlySet<string>;
  /** The slides that begin under a heading of their own. */
  readonly #starts = new Set<number>();
  /** Running text that waits for its slides. */
  #running: Sentence[] = [];
  #topic: string;
  /** Topics that are titles already. */
  readonly #named = new Set<string>();
  #lead: Sentence | undefined;
  #caption: Sentence | undefined;

  constructor(topic: string, pictures: ReadonlySet<string>) {
    this.#topic = topic;
    this.#pictures = pictures;
  }

  draft(items: readonly Item[]): DraftSection {
    items.forEach((item, i) => {
      const [next, afterNext] = [items[i + 1], items[i + 2]];
      this.#item(item, next !== undefined && isCaption(next) && afterNext !== undefined ? afterNext : next);
    });
    this.#closeRunning();
    return { slides: withRemarks(this.#slides, this.#starts), notes: this.#notes };
  }

  #item(item: Item, next: Item | undefined): void {
    if (item.kind === 'paragraph') this.#paragraph(item, next);
    else if (item.kind === 'notes') this.#notes.push(...item.sentences);
    else if (item.kind === 'picture') this.#picture(item);
    else {
      const told = item.kind === 'code' ? this.#takeShort() : [];
      this.#closeRunning();
      if (item.kind === 'code') {
        this.#slides.push(codeSlide(item, this.#takeBefore(), told));
        return;
      }
      if (item.kind === 'heading') {
        this.#topic = item.title || this.#topic;
        this.#starts.add(this.#slides.length);
      } else this.#slides.push(...this.#block(item));
    }
  }

  #block(item: Exclude<Item, { kind: 'paragraph' | 'notes' | 'picture' | 'heading' | 'code' }>): readonly DraftSlide[] {
    const around = this.#takeBefore();
    switch (item.kind) {
      case 'list':
        return listSlides(item, around);
      case 'table':
        // A table that is nothing but headers has no statement for a slide; what led to it has.
        if (item.rows.length === 0) this.#running.push(...before(around));
        return tableSlides(item, around);
      case 'formula':
        return [formulaSlide(item, around)];
    }
  }

  /** A few sentences that wait stand beside code rather than alone. */
  #takeShort(): readonly Sentence[] {
    const words = this.#running.reduce((sum, sentence) => sum + sentence.words, 0);
    if (words > mostBesideCode) return [];
    const taken = this.#running;
    this.#running = [];
    return taken;
  }

  #takeBefore(): Before {
    const around = {
      topic: this.#topic,
      ...(this.#lead && { lead: this.#lead }),
      ...(this.#caption && { caption: this.#caption }),
    };
    this.#lead = undefined;
    this.#caption = undefined;
    return around;
  }

  #paragraph({ sentences, quote }: Extract<Item, { kind: 'paragraph' }>, next: Item | undefined): void {
    if (quote) {
      const lead = this.#running.at(-1);
      const isLead = lead?.text.endsWith(':') === true;
      const made = quoteSlide(sentences, { topic: this.#topic, ...(isLead && { lead }) });
      if (made !== undefined) {
        if (isLead) this.#running.pop();
        this.#closeRunning();
        this.#slides.push(made);
        return;
      }
    }
    const last = sentences.at(-1);
    const leads = next !== undefined && ledTo.has(next.kind) && last !== undefined;
    if (leads && next.kind !== 'list' && isCaption({ kind: 'paragraph', sentences, quote })) this.#caption = last;
    else if (leads && (last.text.endsWith(':') || (next.kind === 'list' && !/[.!?。…]['"”’»)]*$/u.test(last.text)))) {
      this.#running.push(...sentences.slice(0, -1));
      this.#lead = last;
    } else if (leads && next.kind !== 'code' && this.#canTitle(sentences)) this.#lead = last;
    else this.#running.push(...sentences);
  }

  /** A short sentence that stands alone before a list, table or formula is its title rather than a slide. */
  #canTitle([sentence, ...more]: readonly Sentence[]): boolean {
    const isAlone = sentence !== undefined && more.length === 0 && this.#running.length === 0;
    return isAlone && sentence.words >= 3 && sentence.text.length <= longestTitle && !pointsBack.test(sentence.text);
  }

  /** A picture stands beside a little text, or else alone. */
  #picture({ src, alt }: Extract<Item, { kind: 'picture' }>): void {
    if (!this.#pictures.has(src)) return;
    this.#closeRunning();
    const last = this.#slides.at(-1);
    const image = { src, alt: alt || `TODO: ${this.#topic}` };
    const words = last?.sentences.reduce((sum, sentence) => sum + sentence.words, 0) ?? Infinity;
    if (last !== undefined && takesPicture.has(last.layout) && last.fields.image === undefined && words <= 40)
      this.#slides.splice(-1, 1, { ...last, fields: { ...last.fields, image } });
    else
      this.#slides.push({ layout: 'image', title: asMarkdown(alt) || this.#topic, fields: { image }, sentences: [] });
  }

  #closeRunning(): void {
    const running = this.#running;
    this.#running = [];
    if (running.length > 0) this.#slides.push(...runningSlides(running, this.#topic, this.#named));
  }
}

const mostBesideCode = 30;

/** Layouts with room for a picture beside their text. */
const takesPicture = new Set(['statement', 'bullets', 'definition']);
