import { defineCodes } from '../../base/index.ts';
import type { DeckSlide, Lesson, Slide } from '../../model/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { numberOption } from '../settings.ts';

import { attributeOf, type HtmlOpening } from '../../text/index.ts';
import { textOf } from './markup.ts';

const { table, diagnostic } = defineCodes({
  'slide/words': {
    severity: 'warning',
    summary: 'A slide has more words than an audience can read while it listens (more than 60; option `limit`).',
    why: 'People read or listen, not both; a full slide competes with its lecturer.',
    mend: 'Keep the words that the picture or the point needs; move the prose to `notes`, or divide the slide.',
  },
});

/** What is not read as words: the section marker, sources, footer, code, hidden texts and spoken forms of formulas. */
const hiddenElements = new Set('annotation cite desc footer pre script style title'.split(' '));
const hiddenClasses = new Set('where foot sources evidence katex-mathml visually-hidden sr-only data-table'.split(' '));

const isHidden = (tag: HtmlOpening): boolean =>
  hiddenElements.has(tag.name) ||
  (attributeOf(tag, 'class') ?? '').split(/\s+/).some((name) => hiddenClasses.has(name)) ||
  attributeOf(tag, 'hidden') !== undefined;

/** The number of words that the audience sees on a slide. Numbers and single letters, such as those along
 * an axis or in the cells of a map, do not count. */
export function wordsOn({ html }: Pick<DeckSlide, 'html'>): number {
  const text = textOf(html, isHidden).replace(/(\p{Ll})-\s+(?=\p{Ll})/gu, '$1');
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.filter((word) => /\p{L}{2}/u.test(word)).length ?? 0;
}

const originOf = (lesson: Lesson, id: string): Slide | undefined =>
  slidesOf(lesson).find(({ slide }) => slide.id === id)?.slide;

export const wordsCheck: Check = {
  name: 'words',
  codes: table,
  run(context) {
    const limit = numberOption(context.config, 'slide/words', 'limit', 60);
    return context.deck.slides.flatMap((slide) => {
      const origin = originOf(context.lesson, slide.slide);
      // Lists are looked up rather than read along.
      const words = origin?.role === 'listing' ? 0 : wordsOn(slide);
      if (words <= limit) return [];
      const at = origin?.title === undefined ? slide.at : origin.places.value('/title');
      const help = [
        words - limit === 1
          ? 'Cut one word or move it to `notes`.'
          : `Cut ${words - limit} words or move them to \`notes\`.`,
        'Or divide the slide at its second point.',
      ];
      return [diagnostic('slide/words', `Slide "${slide.id}" has ${words} words; ${limit} are enough.`, { at, help })];
    });
  },
};
