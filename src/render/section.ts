import { attributeOf, htmlPieces } from '../text/index.ts';
import type { ComposedSlide } from '../model/index.ts';

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What the opening tag of a slide tells the player and the checks. */
export interface SlideTag {
  readonly slide: ComposedSlide;
  readonly number: number;
  readonly steps: number;
}

/** Replaces Marp's opening `<section>` tag (ids by number, echoed directives) by Lectern's own. */
export function openSection(html: string, { slide, number, steps }: SlideTag): string {
  const end = html.indexOf('>');
  // A template may add classes by a directive of Marp's.
  const [tag] = htmlPieces(html.slice(0, end + 1));
  const added = tag?.kind === 'open' ? attributeOf(tag, 'class') : undefined;
  const classes = added === undefined ? slide.classes : `${slide.classes} ${added}`;
  const attributes: readonly (readonly [string, string])[] = [
    ['id', `s-${slide.id}`],
    ['class', `slide ${classes}`],
    ['data-slide', slide.id],
    ['data-section', slide.section],
    ['data-layout', slide.layout],
    ['data-number', String(number)],
    ['data-steps', String(steps)],
    ['data-marpit-pagination', String(number)],
    ['aria-roledescription', 'slide'],
    ['aria-label', slide.title],
    ...(slide.lang === undefined ? [] : [['lang', slide.lang] as const]),
  ];
  const written = attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ');
  return `<section ${written}>${html.slice(end + 1).trimEnd()}`;
}
