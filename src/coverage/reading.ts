import { leftOutKinds, type LeftOut } from '../model/index.ts';
import { fill, type CoverageWords } from '../wire/index.ts';
import { percent } from './share.ts';
import type { TextCoverage } from './types.ts';

/** Names of the parts, and of lines, in one language; two forms each (`one|many`). */
export type PartNames = Pick<CoverageWords, 'parts' | 'lines'>;

/** The names that the terminal says: it speaks English. */
const english: PartNames = {
  parts: {
    attributes: 'attribute list|attribute lists',
    box: 'box mark|box marks',
    code: 'code block|code blocks',
    comment: 'comment|comments',
    footnote: 'footnote|footnotes',
    'front-matter': 'front matter|front matters',
    heading: 'heading inside a section|headings inside sections',
    'link-definition': 'link definition|link definitions',
    picture: 'picture|pictures',
    summary: 'summary line|summary lines',
    'table-header': 'table header|table headers',
  },
  lines: 'line|lines',
};

const lineRange = ([first, last]: LeftOut['lines']): string => (first === last ? String(first) : `${first}–${last}`);

/** More places than this are counted and no longer listed. */
const mostPlaces = 12;

/** What a text holds beside its statements, by kind, with lines: “2 code blocks (lines 12–20, 33)”. */
export function leftOutList(
  leftOut: readonly LeftOut[],
  { parts: named, lines: line }: PartNames = english,
): readonly string[] {
  return leftOutKinds.flatMap((kind): readonly string[] => {
    const parts = leftOut.filter((part) => part.kind === kind);
    if (parts.length === 0) return [];
    const lines = parts.map((part) => lineRange(part.lines));
    const shown = lines.slice(0, mostPlaces).join(', ') + (lines.length > mostPlaces ? ' …' : '');
    const word = fill(line, parts.length === 1 && /^\d+$/.test(shown) ? 1 : 2);
    return [`${parts.length} ${fill(named[kind], parts.length)} (${word} ${shown})`];
  });
}

/** How much of a text is statements: “38 statements, 97 % of the words; left out: 2 code blocks (lines 3–9, 12)”. */
export function readingLine({ counts, words, leftOut }: TextCoverage): string {
  const share = percent(words.stated, words.stated + words.leftOut);
  const list = leftOutList(leftOut);
  const parts = list.length > 0 ? `; left out: ${list.join(', ')}` : '';
  return `${counts.statements} statement${counts.statements === 1 ? '' : 's'}, ${share} % of the words${parts}`;
}
