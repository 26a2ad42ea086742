import { isObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';
import { escapeText } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** The short label of a reference (author, year), given its id or the reference itself. */
export const cite: Helper = {
  name: 'cite',
  usage: '{{cite finding.cite}} — author and year',
  run: ({ params: [value], slide }) => {
    const id = isObject(value) && !(value instanceof Rich) ? textOf(value.id) : textOf(value);
    const reference = slide.reference(id);
    return reference && Rich.trusted(`<cite>${escapeText(reference.label)}</cite>`, reference.label);
  },
};
