import type { Json, JsonObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { HelperError, textOf } from '../helper.ts';
import { escapeAttribute } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** The fields as they are, with numbers that point at parts (`highlight`) counted on from the slides before. */
function ownFields(fields: JsonObject, offset: number): JsonObject {
  const { highlight } = fields;
  if (offset === 0 || highlight === undefined) return fields;
  const own = (item: Json): Json => (Number.isInteger(Number(item)) ? Number(item) - offset : item);
  return { ...fields, highlight: Array.isArray(highlight) ? highlight.map(own) : own(highlight) };
}

/** A diagram drawn from the fields of the slide, at build time. */
export const diagram: Helper = {
  name: 'diagram',
  usage: '{{diagram "cascade" width=1136 height=430}} — a diagram of the slide’s fields',
  run: ({ params: [kind], hash, slide }) => {
    const { width, height } = hash;
    if (typeof width !== 'number' || typeof height !== 'number')
      throw new HelperError('`diagram` needs width and height in pixels');
    const path = slide.draw(textOf(kind), { width, height }, ownFields(slide.fields, slide.pages.offset));
    const attributes = `src="${escapeAttribute(path)}" alt="${escapeAttribute(slide.alt)}" width="${width}" height="${height}"`;
    return Rich.trusted(
      `\n\n<figure class="diagram ${escapeAttribute(textOf(kind))}"><img ${attributes} /></figure>\n\n`,
    );
  },
};
