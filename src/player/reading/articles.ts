import { h, plain } from '../dom.ts';
import type { PlayedSlide } from '../deck.ts';
import { slantLetters } from '../formulas.ts';
import type { Player } from '../player.ts';
import { asLevel, readingId, readSlide, type Reading } from './slide.ts';
import type { Tools } from './tools.ts';

/** A heading of the text with the place it stands at. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly below: Entry[];
}

/** The whole lesson as text. */
export interface Text {
  readonly title: HTMLElement;
  readonly sections: readonly HTMLElement[];
  readonly contents: readonly Entry[];
}

/** One of the slides that a slide of the outline became: "Title (2/3)". */
const partOf = (title: string): { readonly whole: string; readonly part: number } => {
  const [, whole, part] = /^(.*) \((\d+)\/\d+\)$/.exec(title) ?? [];
  return { whole: whole ?? title, part: Number(part ?? 1) };
};

/** Writes the slides of the time plan: sections, in them an article a slide; what continues on a next slide goes on in it. */
export function writeText(player: Player, tools: Omit<Tools, 'title'>): Text {
  const slides = player.deck.inPlan(player.plan);
  const title = h('header', { class: 'lr-title' });
  const sections: HTMLElement[] = [];
  const contents: Entry[] = [];
  let article: Article | undefined;
  let section: { readonly id: string; readonly title: string; readonly element: HTMLElement } | undefined;
  for (const slide of slides) {
    const { whole, part } = partOf(slide.title);
    const reading = readSlide(slide, { ...tools, title: whole });
    if (part > 1 && article?.whole === whole) {
      article.add(slide, reading);
      continue;
    }
    if (reading.level === 1 && sections.length === 0 && title.childElementCount === 0) {
      title.append(placed(slide, asHeading(reading, 1, whole), reading.body));
      continue;
    }
    if (section?.id !== slide.section) {
      const named = player.sectionTitle(slide);
      const element = h('section', { class: 'lr-section' });
      section = { id: slide.section, title: named, element };
      sections.push(element);
      if (named !== '') {
        const heading = h('h2', { id: `lr-section-${sections.length}`, tabindex: -1 }, named);
        element.setAttribute('aria-labelledby', heading.id);
        element.append(heading);
        contents.push({ id: heading.id, title: named, below: [] });
      }
    }
    article = new Article(slide, reading, {
      whole,
      isSection: whole === section.title,
      level: section.title === '' ? 2 : 3,
    });
    article.note(slide, tools);
    section.element.append(article.element);
    if (!article.isSection)
      (contents.at(-1)?.below ?? contents).push({ id: readingId(slide.id), title: whole, below: [] });
  }
  if (title.childElementCount === 0) title.append(h('h1', {}, player.data.title));
  return { title, sections, contents };
}

const asHeading = ({ heading }: Reading, level: number, fallback: string): HTMLElement => {
  const made = asLevel(h('div', {}, ...(heading.length > 0 ? heading : [fallback])), level);
  const last = made.lastChild;
  if (last instanceof Text) last.data = partOf(last.data).whole;
  return made;
};

function placed(slide: PlayedSlide, ...children: Node[]): HTMLElement {
  return h('div', { id: readingId(slide.id), 'data-slide': slide.id, tabindex: -1 }, ...children);
}

/** A slide of the lesson with its heading, all that it continues with, and its notes. */
class Article {
  readonly element: HTMLElement;
  readonly whole: string;
  readonly isSection: boolean;
  #notes: HTMLElement | undefined;

  constructor(
    slide: PlayedSlide,
    reading: Reading,
    { whole, isSection, level }: { readonly whole: string; readonly isSection: boolean; readonly level: number },
  ) {
    this.whole = whole;
    this.isSection = isSection;
    const id = `${readingId(slide.id)}-title`;
    const heading = isSection ? undefined : asHeading(reading, level, whole);
    heading?.setAttribute('id', id);
    this.element = h(
      'article',
      {
        class: 'lr-slide',
        id: readingId(slide.id),
        'data-slide': slide.id,
        tabindex: -1,
        ...(heading ? { 'aria-labelledby': id } : { 'aria-label': whole }),
      },
      heading,
      reading.body,
    );
  }

  add(slide: PlayedSlide, { body }: Reading): void {
    this.element.querySelector('.foot')?.remove();
    const part = placed(slide, body);
    if (this.#notes) this.#notes.before(part);
    else this.element.append(part);
  }

  /** The notes of the edition, if it has any. */
  note({ notes }: PlayedSlide, { strings, regions }: Omit<Tools, 'title'>): void {
    const text = h('div', {});
    text.innerHTML = notes;
    slantLetters(text);
    if (plain(text.textContent) === '') return;
    // What may be wider than the page scrolls by itself; several boxes of a note must be told apart.
    [...text.querySelectorAll('table, pre, math[display="block"]')].forEach((wide, i) => {
      const name = `${strings.notes}: ${wide.getAttribute('aria-label') ?? this.whole}`;
      regions.around(wide, i === 0 ? name : `${name} (${i + 1})`);
    });
    for (const heading of text.querySelectorAll('h1, h2, h3')) heading.replaceWith(asLevel(heading, 4));
    this.#notes = h('details', { class: 'lr-notes', open: true }, h('summary', {}, strings.notes), text);
    this.element.append(this.#notes);
  }
}
