/** A slide as search sees it. */
export interface Findable {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

export interface Found {
  readonly slide: Findable;
  /** Words around the first hit in the text; empty when the title holds every word. */
  readonly excerpt: string;
}

/** Lower case without accents, with plain quotes and dashes, so that "reeel" finds "reëel" and "it's" finds "it’s". */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}\u00ad]/gu, '')
    .replaceAll(/[‘’‚‹›]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[–—−‑]/g, '-')
    .toLowerCase();

const before = 30;
const after = 60;

/**
 * Slides that hold every word of the query in their title or text, those with all words in the title first, otherwise
 * in the order of the lesson. A number finds the slide with that number. An empty query finds all.
 */
export function findSlides(slides: readonly Findable[], query: string): Found[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const rank = (slide: Findable): number => {
    if (words.length === 1 && words[0] === String(slide.number)) return 0;
    const title = fold(slide.title);
    if (words.every((word) => title.includes(word))) return 1;
    const text = `${title} ${fold(slide.text)}`;
    return words.every((word) => text.includes(word)) ? 2 : 3;
  };
  return slides
    .map((slide) => ({ slide, rank: rank(slide) }))
    .filter((hit) => hit.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((hit) => ({ slide: hit.slide, excerpt: hit.rank === 2 ? excerptOf(hit.slide.text, words) : '' }));
}

function excerptOf(text: string, words: readonly string[]): string {
  const folded = fold(text);
  const at = Math.min(...words.map((word) => folded.indexOf(word)).filter((index) => index >= 0), text.length);
  const start = Math.max(0, at - before);
  const end = Math.min(text.length, at + after);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}
