import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';
import { escapeAttribute } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** Text for a quoted HTML attribute. */
export const attr: Helper = {
  name: 'attr',
  usage: 'title="{{attr label}}" — text in an attribute',
  run: ({ params: [value] }) => Rich.trusted(escapeAttribute(textOf(value))),
};
