import { Recent } from '../../base/index.ts';
import type { Face } from './metrics.ts';
import { textOf } from '../helper.ts';
import { texSize } from './tex.ts';
import { Rich } from '../text/rich.ts';

/** What is to be seen of a line of safe Markdown, as far as its width goes. */
export interface Visible {
  readonly text: string;
  readonly face: Face;
  /** Whether a formula stands in it that is higher than a line. */
  readonly isHigh: boolean;
  /** How many pictures stand in it. */
  readonly pictures?: number;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  shy: '\u00ad',
};

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** Figures, each about half an em wide, that are together as wide as the formula: KaTeX sets it a little larger than text. */
const formula = (tex: string): string => '0'.repeat(Math.max(1, Math.ceil((texSize(tex).width * 1.08) / 0.5)));

/** Fitting measures the same texts at one size after another. */
const read = new Map<Face, Recent<Visible>>();
const mostKept = 200_000;

/**
 * Reads safe Markdown as Lectern writes it: what the author wrote is escaped, so every sign left is markup.
 */
export function visible(markdown: string, face: Face = 'text'): Visible {
  if (/^[^*`$[\]<&\\]*$/.test(markdown)) return { text: markdown.trim(), face, isHigh: false };
  const known = read.get(face) ?? new Recent<Visible>(mostKept);
  read.set(face, known);
  return known.getOrMake(
    markdown,
    () => withoutMarkup(markdown, face),
    () => markdown.length,
  );
}

function withoutMarkup(markdown: string, face: Face): Visible {
  const isHigh = /\\(?:d?frac|sum|int|prod|sqrt|lim|binom)\b/.test(markdown);
  const isBold = face === 'text' && /\*\*|<(?:b|strong)\b|`|<code/.test(markdown);
  const text = markdown
    .replace(/\$([^$]*)\$/g, (_, tex: string) => formula(tex))
    .replace(/<br \/>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()]*\)/g, '')
    .replace(/[*`[\]]/g, '');
  const pictures = markdown.split('<img class="inline-picture').length - 1;
  return { text: decoded(text).trim(), face: isBold ? 'bold' : face, isHigh, ...(pictures > 0 && { pictures }) };
}

/** What is to be seen of a value that a template shows in a line. */
export function visibleValue(value: unknown, face?: Face): Visible {
  return value instanceof Rich
    ? visible(value.markdown, face)
    : { text: textOf(value), face: face ?? 'text', isHigh: false };
}
