import { isObject } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';
import { escapeText } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** A badge for a level of evidence, given its id or the level itself. */
export const evidence: Helper = {
  name: 'evidence',
  usage: '{{evidence finding.evidence}} — a badge',
  run: ({ params: [value], slide }) => {
    const id = isObject(value) && !(value instanceof Rich) ? textOf(value.id) : textOf(value);
    const level = slide.evidence(id);
    return (
      level && Rich.trusted(`<span class="evidence ev-${level.tone}">${escapeText(level.label)}</span>`, level.label)
    );
  },
};
