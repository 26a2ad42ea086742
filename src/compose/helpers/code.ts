import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';
import { fenceLines } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

const ranges = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? `{${value.map(textOf).join(',')}}` : '';

/** A code block; `highlight` is a list of line numbers and ranges such as `3-5`. */
export const code: Helper = {
  name: 'code',
  usage: '{{code code language=language highlight=highlight}} — a code block',
  run: ({ params: [value], hash, slide }) => {
    slide.use('code');
    const source = value instanceof Rich ? value.source : textOf(value);
    return Rich.trusted(
      `\n\n${fenceLines(source, textOf(hash.language), ranges(hash.highlight)).join('\n')}\n\n`,
      source,
    );
  },
};
