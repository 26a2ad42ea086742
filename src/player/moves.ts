/** What stands on two slides is one part, and moves from its place on the one to that on the other. */
interface Pair {
  readonly from: HTMLElement;
  readonly to: HTMLElement;
}

/** More parts than this move at once like a swarm. */
const most = 12;

/** A picture by its file, a title by its words. */
function identityOf(element: Element): string {
  const src = element.getAttribute('src');
  if (src !== null) return `picture ${src}`;
  return `title ${(element.textContent ?? '').trim()}`;
}

const parts = '.picture:not(.backdrop) > img[src], .head > :is(h1, h2, h3)';

const partsOf = (slide: Element): ReadonlyMap<string, HTMLElement> => {
  const found = [...slide.querySelectorAll<HTMLElement>(parts)];
  // The first of several that are alike.
  return new Map(found.toReversed().map((element) => [identityOf(element), element]));
};

/** The parts that stand on both slides. */
export function sharedParts(from: Element | undefined, to: Element | undefined): readonly Pair[] {
  if (!from || !to || from === to) return [];
  const after = partsOf(to);
  const pairs = [...partsOf(from)].flatMap(([identity, element]) => {
    const other = after.get(identity);
    return other && !isHidden(element) && !isHidden(other) ? [{ from: element, to: other }] : [];
  });
  return pairs.slice(0, most);
}

/** Steps that have not come yet. */
const isHidden = (element: Element): boolean => element.closest('.lp-future') !== null;

/** Names the parts on one side for the browser, which then moves each from its old place to its new one. */
export function name(elements: readonly HTMLElement[], run: number): void {
  elements.forEach((element, index) => element.style.setProperty(property, `lp-part-${run}-${index}`));
}

/** Takes the names of one transition away; those of the next one may stand there already. */
export function unname(elements: readonly HTMLElement[], run: number): void {
  for (const element of elements) {
    if (element.style.getPropertyValue(property).startsWith(`lp-part-${run}-`)) element.style.removeProperty(property);
  }
}

const property = 'view-transition-name';
