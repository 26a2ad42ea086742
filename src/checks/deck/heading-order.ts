import { defineCodes, type Diagnostic } from '../../base/index.ts';
import type { Check } from '../check.ts';
import { htmlPieces } from '../../text/index.ts';

const { table, diagnostic } = defineCodes({
  'slide/heading-order': {
    severity: 'warning',
    summary: 'A heading in the deck skips a level, for example from 1 to 3.',
    why: 'Screen readers and the outline of the PDF show the lesson by its headings; a gap looks like a missing part.',
    mend: 'Use the helper `heading` or `subheading` in the layout; in lesson text start headings one level below the title.',
  },
});

const levelsOf = (html: string): readonly number[] =>
  htmlPieces(html).flatMap((piece) =>
    piece.kind === 'open' && /^h[1-6]$/.test(piece.name) ? [Number(piece.name.slice(1))] : [],
  );

export const headingOrderCheck: Check = {
  name: 'heading-order',
  codes: table,
  run({ deck }) {
    const found: Diagnostic[] = [];
    let isFirst = true;
    // A part of a course, or a deck without title slide, begins with a heading of level 2.
    let last = 1;
    for (const slide of deck.slides) {
      for (const level of levelsOf(slide.html)) {
        if (level > last + 1) {
          const before = isFirst ? 'no heading stands before it' : `the heading before it has level ${last}`;
          const message = `Slide "${slide.id}" has a heading of level ${level}, but ${before}.`;
          const help = [
            `Make it a heading of level ${last + 1}: in a layout with the helper \`heading\`, in text with fewer \`#\`.`,
          ];
          found.push(diagnostic('slide/heading-order', message, { at: slide.at, help }));
        }
        last = level;
        isFirst = false;
      }
    }
    return found;
  },
};
