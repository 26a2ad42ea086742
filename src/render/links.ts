import type { ComposedSlide } from '../model/index.ts';

const inner = /(<a\b[^<>]*\shref=")#([^"]+)(")/g;

/** Points links between slides (`#slide-id`) at what stands for the slide in an artifact. Other anchors stay. */
export function linkSlides(html: string, addressOf: ReadonlyMap<string, string>): string {
  if (!html.includes('href="#')) return html;
  return html.replace(inner, (whole, before: string, id: string, after: string) => {
    const address = addressOf.get(id);
    return address === undefined ? whole : `${before}#${address}${after}`;
  });
}

/** The anchor of each slide in the deck: the id of its section. */
export const sectionAddresses = (slides: readonly ComposedSlide[]): ReadonlyMap<string, string> =>
  new Map(slides.map(({ id }) => [id, `s-${id}`]));

/** The anchor of each slide in Marp, which numbers them. */
export const numberAddresses = (slides: readonly ComposedSlide[]): ReadonlyMap<string, string> =>
  new Map(slides.map(({ id }, i) => [id, String(i + 1)]));
