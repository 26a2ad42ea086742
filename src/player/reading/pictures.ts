import { button, h, plain } from '../dom.ts';
import { fill } from '../strings.ts';
import type { Tools } from './tools.ts';

/** Marks that a layout lays over its picture by their place in per cent. */
const pins = '[style*="left:"][style*="top:"]:not(svg *)';

/** Gives each picture of a slide its long description and its data as text, and lets it be enlarged. */
export function describePictures(slide: HTMLElement, tools: Tools): void {
  const over = [...slide.querySelectorAll(pins)];
  for (const pin of over) pin.remove();
  for (const picture of slide.querySelectorAll('svg, img:not(.emoji)')) {
    if (picture.parentElement?.closest('svg, a')) continue;
    const figure = picture.closest('figure') ?? figureAround(picture);
    const description = descriptionOf(picture);
    const frame = h('div', { class: 'lr-picture' });
    picture.replaceWith(frame);
    frame.append(h('div', { class: 'lr-canvas' }, picture, ...over.splice(0)));
    const width = Number(picture.getAttribute('width')) || 800;
    frame.style.setProperty('--lr-width', `${width}px`);
    tools.regions.watch(frame, fill(tools.strings.picture, tools.title));
    const extras = [
      width > 400 && enlarger(frame, tools),
      description !== '' && h('details', {}, h('summary', {}, tools.strings.description), h('p', {}, description)),
      ...[...figure.querySelectorAll('.data-table')].map((table) => dataDetails(table, tools)),
    ];
    frame.after(h('div', { class: 'lr-extras' }, ...extras));
  }
}

function figureAround(picture: Element): HTMLElement {
  const figure = h('figure', {});
  picture.replaceWith(figure);
  figure.append(picture);
  return figure;
}

/** What those hear who do not see the picture. */
function descriptionOf(picture: Element): string {
  if (picture instanceof HTMLImageElement) return plain(picture.alt);
  const spoken = picture.querySelector(':scope > desc') ?? picture.querySelector(':scope > title');
  return plain(spoken?.textContent ?? picture.getAttribute('aria-label'));
}

function dataDetails(table: Element, { strings }: Tools): HTMLElement {
  table.classList.remove('data-table');
  return h('details', {}, h('summary', {}, strings.data), table);
}

function enlarger(frame: HTMLElement, { strings }: Tools): HTMLElement {
  const toggle = button({ class: 'lr-button lr-enlarge', 'aria-expanded': 'false' }, strings.enlarge, () => {
    const large = frame.classList.toggle('lr-large');
    toggle.setAttribute('aria-expanded', String(large));
    toggle.textContent = large ? strings.reduce : strings.enlarge;
  });
  return toggle;
}
