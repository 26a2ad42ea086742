import { plain } from '../dom.ts';
import { slantLetters } from '../formulas.ts';
import type { PlayedSlide } from '../deck.ts';
import { fill } from '../strings.ts';
import { idPrefix, renameIds } from './ids.ts';
import { describePictures } from './pictures.ts';
import { hideAnswers } from './quiz.ts';
import type { Tools } from './tools.ts';

/** A slide as text. */
export interface Reading {
  /** The nodes of its heading, if it has one. */
  readonly heading: readonly Node[];
  /** The level of its heading on the slide; 1 is the lesson's title. */
  readonly level: number;
  readonly body: HTMLElement;
}

/** What a slide repeats on every slide, or says twice: a formula also stands as MathML. */
const repeated = '.marker, footer, header, .apart, .katex-html, annotation';

/** Turns a slide into flowing text: its own words, pictures and tables, without its layout. */
export function readSlide(slide: PlayedSlide, tools: Tools): Reading {
  const copy = slide.element.cloneNode(true) as HTMLElement;
  for (const list of copy.querySelectorAll('ol')) numberItself(list);
  for (const element of copy.querySelectorAll(repeated)) element.remove();
  showFormulas(copy, tools);
  describePictures(copy, tools);
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]:not(svg *, .lr-canvas *)')) hidden.remove();
  hideAnswers(copy, tools);
  for (const table of copy.querySelectorAll('table')) tools.regions.around(table, tableName(table, tools));
  for (const code of copy.querySelectorAll('pre')) tools.regions.around(code, tools.title);
  for (const step of copy.querySelectorAll('[data-step]')) {
    step.removeAttribute('data-step');
    step.classList.remove('lp-future');
  }
  const first = copy.querySelector('h1, h2, h3');
  const level = Number(first?.tagName.slice(1) ?? 2);
  first?.remove();
  for (const head of copy.querySelectorAll('h1, h2, h3, h4, h5')) head.replaceWith(asLevel(head, 4));
  renameIds(copy);
  const body = document.createElement('div');
  body.className = 'lr-body';
  if (copy.lang !== '') body.lang = copy.lang;
  body.append(...copy.childNodes);
  dropEmpty(body);
  return { heading: first ? [...first.childNodes] : [], level, body };
}

const tableName = (table: Element, { strings, title }: Tools): string =>
  fill(strings.table, plain(table.querySelector('caption')?.textContent) || title);

/** The same heading at another level. */
export function asLevel(heading: Element, level: number): HTMLElement {
  const made = document.createElement(`h${level}`);
  made.append(...heading.childNodes);
  return made;
}

/** Formulas as MathML; one in lines of its own may be wider than the page. */
function showFormulas(copy: HTMLElement, { regions, strings }: Tools): void {
  for (const formula of copy.querySelectorAll('.katex')) {
    const math = formula.querySelector('math');
    if (!math) continue;
    const display = formula.closest('.katex-display');
    // Names of functions stand close to what they are taken of in some browsers.
    for (const apply of math.querySelectorAll('mo'))
      if (apply.textContent === '\u2061' && !apply.nextElementSibling?.textContent?.startsWith('('))
        apply.setAttribute('rspace', '0.17em');
    slantLetters(math);
    (display ?? formula).replaceWith(math);
    // Several boxes that scroll must be told apart.
    const said = math.getAttribute('aria-label');
    if (display) regions.around(math, said === null ? strings.formula : `${strings.formula}: ${said}`);
  }
}

/**
 * Numbers and letters that a layout writes at the start of each item become those of the list itself. On a slide they
 * are boxes; in a text they would stand in lines of their own.
 */
function numberItself(list: HTMLOListElement): void {
  const items = [...list.children];
  const firsts = items.map((item) => item.querySelector(':scope > div:first-of-type'));
  const texts = firsts.map((first) => plain(first?.textContent));
  const places = texts.map((text) =>
    /^[A-Z]$/.test(text) ? text.charCodeAt(0) - 64 : /^\d+$/.test(text) ? +text : NaN,
  );
  const start = places[0] ?? NaN;
  if (!places.every((place, index) => place === start + index)) return;
  if (/^[A-Z]$/.test(texts[0] ?? '')) list.type = 'A';
  list.start = start;
  for (const first of firsts) first?.remove();
}

/** Boxes that the layout needs and the text does not. */
function dropEmpty(body: HTMLElement): void {
  const kept = 'img, svg, math, table, hr, input, br';
  for (const box of [...body.querySelectorAll('div, p')].reverse())
    if (plain(box.textContent) === '' && !box.matches('svg *') && !box.querySelector(kept)) box.remove();
}

/** The id of a slide's place in the reading view. */
export const readingId = (slide: string): string => `${idPrefix}s-${slide}`;
