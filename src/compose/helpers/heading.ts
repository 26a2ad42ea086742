import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';

/** The slide's title as a heading of the right level; numbered when the slide runs over several pages. */
export const heading: Helper = {
  name: 'heading',
  usage: '{{heading}} — the title of the slide',
  run: ({ slide }) => {
    if (!slide.title) return undefined;
    const { number, count } = slide.pages;
    const suffix = count > 1 ? ` (${number}/${count})` : '';
    return Rich.trusted(
      `\n\n${'#'.repeat(slide.headingLevel)} ${slide.title.markdown}${suffix}\n\n`,
      slide.title.source,
    );
  },
};
