/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { TextItem } from '../scene.ts';
import type { Flows } from './flows.ts';
import type { Runs } from './runs.ts';

/**
 * Runs in the page. @returns the text that a style sheet sets before or behind what an element holds, as a block of its own,
 * such as the arrow below the words between two sides. No program tells where such a text stands: a part of the same look
 * takes its place for as long as it is measured.
 */
export function makeGenerated(
  runs: Runs,
  flows: Flows,
): (element: Element, which: '::before' | '::after') => TextItem | undefined {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('[data-measured]::before, [data-measured]::after { display: none !important }');
  document.adoptedStyleSheets.push(sheet);
  return (element, which) => {
    const css = getComputedStyle(element, which);
    const text = runs.said(css).trim();
    if (text === '' || css.display === 'none' || css.display === 'inline') return undefined;
    const part = document.createElement('span');
    for (const name of css) part.style.setProperty(name, css.getPropertyValue(name));
    part.textContent = text;
    element.setAttribute('data-measured', '');
    if (which === '::before') element.prepend(part);
    else element.append(part);
    const flow = flows.read(part, [...part.childNodes], () => undefined);
    part.remove();
    element.removeAttribute('data-measured');
    return flow && { kind: 'text', role: 'text', rect: flow.rect, paragraphs: flow.paragraphs };
  };
}
