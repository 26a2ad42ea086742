import type { Deck } from '../model/index.ts';
import { inkWidths, strokePath, type InkStroke, type LectureRecord } from '../wire/index.ts';

const numbered = (value: number): string => String(Math.round(value * 10) / 10);

/** A stroke as a path; numbers and colour come from a checked file, and nothing else of it stands in the HTML. */
function pathOf({ tool, color, points }: InkStroke): string {
  const cap = tool === 'pen' ? 'round' : 'butt';
  const opacity = tool === 'pen' ? '' : ' stroke-opacity=".38"';
  const path = strokePath(points.map((value) => Number(numbered(value))));
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${inkWidths[tool]}" stroke-linecap="${cap}" stroke-linejoin="round"${opacity}/>`;
}

/**
 * The deck with the strokes of the lecture over its slides, as a drawing that says nothing: what was meant by it only the
 * one who drew knows, so that a screen reader reads the slide as it was.
 */
export function inkedDeck(deck: Deck, { ink, width, height }: LectureRecord): Deck {
  const slides = deck.slides.map((slide) => {
    const strokes = Object.hasOwn(ink, slide.id) ? (ink[slide.id] ?? []) : [];
    const end = slide.html.lastIndexOf('</section>');
    if (strokes.length === 0 || end < 0) return slide;
    const drawing = `<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" style="position:absolute;left:0;top:0;width:100%;height:100%;z-index:9;pointer-events:none">${strokes.map(pathOf).join('')}</svg>`;
    return { ...slide, html: slide.html.slice(0, end) + drawing + slide.html.slice(end) };
  });
  return { ...deck, slides };
}
