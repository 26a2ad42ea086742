import type { Deck, DeckSlide } from '../../model/index.ts';
import { exampleId, type LayoutExample } from './examples.ts';
import type { GalleryLook } from './lessons.ts';

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
  html.replace(/^(<section [^>]*class="[^"]*?)\b(?:light|dark|contrast|print)\b/, `$1${variant}`);

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
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  const token = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\)|[{};]/g;
  for (const { 0: found, index } of css.matchAll(token)) {
    if (found === '{') depth++;
    else if (found === '}') depth--;
    const ends = (found === '}' || found === ';') && depth === 0;
    if (!ends) continue;
    const rule = css
      .slice(start, index + 1)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .trim();
    if (rule !== ';' && rule !== '') rules.push(rule);
    start = index + 1;
  }
  return rules;
}
