import { markdownReader } from './reader.ts';

/** What a comment says that is for Marp and not for the lecturer. */
const directive =
  /^\s*_?(?:class|backgroundColor|backgroundImage|color|footer|header|paginate|theme|style|size|headingDivider|transition|marp)\s*:/;

/** Whether a comment is a directive of Marp; other comments are notes for the lecturer. */
export const isDirective = (comment: string): boolean => directive.test(comment);

let reader: ReturnType<typeof markdownReader> | undefined;

/** The comments of a text (`<!-- … -->`) that are notes for the lecturer. Code holds none. */
export function commentsOf(text: string): readonly string[] {
  if (!text.includes('<!--')) return [];
  reader ??= markdownReader();
  return reader
    .parse(text, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter((token) => token.type === 'comment' && !isDirective(token.content))
    .map((token) => token.content.trim())
    .filter((comment) => comment !== '');
}
