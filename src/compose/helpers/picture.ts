import type { Helper } from '../helper.ts';
import { HelperError, Picture, textOf } from '../helper.ts';
import { escapeAttribute } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

function caption(picture: Picture): string {
  const parts = [
    picture.caption && `<span class="caption">${picture.caption.markdown.trim()}</span>`,
    picture.credit && `<span class="credit">${picture.credit.markdown.trim()}</span>`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `\n<figcaption>\n\n${parts.join(' ')}\n\n</figcaption>`;
}

/** A picture with its caption and credit. */
export const picture: Helper = {
  name: 'picture',
  usage: '{{picture image class="hero"}} — a figure',
  run: ({ params: [value], hash }) => {
    if (value === undefined) return undefined;
    if (!(value instanceof Picture)) throw new HelperError('`picture` needs a picture field');
    const kind = ['picture', textOf(hash.class)].filter((name) => name !== '').join(' ');
    const alt = value.decorative ? '' : escapeAttribute(value.alt);
    const image = `<img src="${escapeAttribute(value.path)}" alt="${alt}" />`;
    return Rich.trusted(`\n\n<figure class="${escapeAttribute(kind)}">${image}${caption(value)}\n</figure>\n\n`);
  },
};
