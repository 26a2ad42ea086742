/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Runs in the page. Hides the letters of one slide, so that a picture shows what lies behind them. A picture of a page that
 * runs from right to left would begin wherever something hidden reaches to, so the page, not its slides, runs from left to
 * right. It is done at the elements themselves: a rule would let the browser work out and paint all slides anew.
 */
export function hideLetters(index: number): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- elements may bear the names of the document's methods
  const slides: Element[] = [...Document.prototype.querySelectorAll.call(document, '#deck > section')];
  const undo: (() => void)[] = [];
  const set = (element: Element | null | undefined, rules: Readonly<Record<string, string>>): void => {
    if (!(element instanceof HTMLElement || element instanceof SVGElement || element instanceof MathMLElement)) return;
    const before = element.getAttribute('style');
    undo.push(() => (before === null ? element.removeAttribute('style') : element.setAttribute('style', before)));
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, 'important');
  };
  const letters = {
    color: 'transparent',
    '-webkit-text-fill-color': 'transparent',
    'text-shadow': 'none',
    'text-decoration-color': 'transparent',
  };
  const drawn = { ...letters, fill: 'transparent', stroke: 'transparent' };
  const slide = slides[index];
  for (const element of slide ? [slide, ...slide.querySelectorAll('*')] : [])
    set(element, element.matches('text, tspan') ? drawn : letters);
  if (document.documentElement.dir === 'rtl') {
    for (const element of [document.documentElement, document.body, slide?.parentElement])
      set(element, { direction: 'ltr' });
    for (const other of slides) set(other, { direction: 'rtl' });
  }
  Object.assign(globalThis, { lecternShowLetters: () => undo.toReversed().forEach((step) => step()) });
}

/** Shows the letters again that {@link hideLetters} hid. */
export const showLetters = 'globalThis.lecternShowLetters()';
