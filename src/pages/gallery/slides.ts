import { shapeOf, type Deck, type DeckSlide, type PixelSize } from '../../model/index.ts';
import { exampleId, type LayoutExample } from './examples.ts';
import type { GalleryLook } from './lessons.ts';
import { rulesOf } from '../../text/index.ts';
import { variants, type Variant } from '../../wire/index.ts';

/** A rendered example: one slide, or several when its list runs over. */
export interface ShownExample {
  readonly example: LayoutExample;
  readonly size: GalleryLook['size'];
  /** The size of its slides in pixels. */
  readonly canvas: PixelSize;
  readonly slides: readonly DeckSlide[];
}

/** The slides of a gallery lesson's deck, by example. */
export function shownExamples(
  deck: Deck,
  examples: readonly LayoutExample[],
  size: GalleryLook['size'],
): readonly ShownExample[] {
  const suffix = size === '4:3' ? '-4x3' : '';
  return examples.map((example) => ({
    example,
    size,
    canvas: deck.size,
    slides: deck.slides.filter((slide) => slide.slide === exampleId(example) + suffix),
  }));
}

const anyVariant = new RegExp(`\\b(?:${variants.join('|')})\\b`);

/** A slide in another colour variant: variants differ in one class of the slide alone. */
export const inVariant = (html: string, variant: Variant): string =>
  html.replace(/^<section [^>]*>/, (tag) =>
    tag.replace(/ class="[^"]*"/, (names) => names.replace(anyVariant, variant)),
  );

const opening = 'main.deck#deck';

/**
 * One style sheet for slides of several decks, each standing alone in a `div.deck`: rules that the decks share are
 * written once, and what is about the page as a whole is left out.
 */
export function sharedCss(decks: readonly Deck[]): string {
  const rules = new Set<string>();
  for (const { css } of decks) for (const rule of topRules(css)) rules.add(rule.replaceAll(opening, '.deck'));
  const kept = [...rules].filter((rule) => !/^@(?:page|media print|charset)\b/.test(rule));
  return [...kept, ...new Set(decks.map(({ size }) => canvasRule(size)))].join('\n');
}

/** Slides of both shapes stand in one page. */
const canvasRule = (size: PixelSize): string =>
  `.deck > section.size-${shapeOf(size).replace(':', 'x')}{width:${size.width}px;height:${size.height}px}`;

/** The rules and at-rules at the top level of a style sheet, comments left out. */
function topRules(css: string): readonly string[] {
  const [first = '', ...others] = css.split('/*');
  const bare = others.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : ''));
  return rulesOf([first, ...bare].join(''));
}
