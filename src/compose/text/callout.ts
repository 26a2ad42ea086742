import type { CalloutKind } from '../../text/index.ts';
import { escapeText } from './escape.ts';
import type { WriterHost } from './host.ts';

/** The name of a call-out, in the lesson's language or the author's own words; the theme draws its sign before it. */
export const calloutMark = (kind: CalloutKind, host: Pick<WriterHost, 'word'>, title?: string): string =>
  `<b class="callout-mark is-${kind}">${title ?? escapeText(host.word?.(`callout-${kind}`) ?? kind)}</b>`;

/** Blocks that cannot begin in the middle of a line. */
const apart = /^(?:[-*+>|<$#]|\d+[.)] |`{3}|~{3})/;

/** Puts the name before the first words, or in a line of its own before a list, a table or code. */
export function withMark(lines: readonly string[], mark: string): readonly string[] {
  const [first = '', ...rest] = lines;
  if (first === '') return [mark, ...rest];
  return apart.test(first) && !/^\*\*\S/.test(first) && !/^<[bi]>/.test(first)
    ? [mark, '', ...lines]
    : [`${mark} ${first}`, ...rest];
}
