import type { Deck, DeckSlide } from '../../model/index.ts';
import { exampleId, type LayoutExample } from './examples.ts';
import type { GalleryLook } from './lessons.ts';
import { rulesOf } from '../../text/index.ts';

/** A rendered example: one slide, or several when its list runs over. */
export interface ShownExample {
  readonly example: LayoutExample;
  readonly size: GalleryLook['size'];
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
    slides: deck.slides.filter((slide) => slide.slide === exampleId(example) + suffix),
  }));
}

/** The colour variants that every theme has. */
export const variants = ['light', 'dark', 'contrast', 'print'] as const;
export type Variant = (typeof variants)[number];

/** A slide in another colour variant: variants differ in one class of the slide alone. */
export const inVariant = (html: string, variant: Variant): string =>
  html.replace(/^<section [^>]*>/, (tag) =>
    tag.replace(/ class="[^"]*"/, (names) => names.replace(/\b(?:light|dark|contrast|print)\b/, variant)),
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
  return [...kept, ...canvases].join('\n');
}

const canvases = [
  '.deck > section.size-16x9{width:1280px;height:720px}',
  '.deck > section.size-4x3{width:960px;height:720px}',
];

/** The rules and at-rules at the top level of a style sheet, comments left out. */
function topRules(css: string): readonly string[] {
  const [first = '', ...others] = css.split('/*');
  const bare = others.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : ''));
  return rulesOf([first, ...bare].join(''));
}
