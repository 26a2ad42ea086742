import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';
import { escapeText } from '../text/index.ts';
import { textOf } from '../helper.ts';

/** A heading one level below the title, for the parts of a slide. */
export const subheading: Helper = {
  name: 'subheading',
  usage: '{{subheading left.title}} — a heading below the title',
  run: ({ params: [value], slide }) => {
    const markdown = value instanceof Rich ? value.markdown : escapeText(textOf(value));
    if (markdown.trim() === '') return undefined;
    return Rich.trusted(`\n\n${'#'.repeat(slide.headingLevel + (slide.title ? 1 : 0))} ${markdown.trim()}\n\n`);
  },
};
