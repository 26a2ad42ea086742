import MarkdownIt from 'markdown-it';
import { addInlineRules } from './rules.ts';

export type { Token } from './token.ts';

export interface MarkdownDialect {
  /**
   * Whether HTML is read as HTML (as in a source text, where a comment or a tag is no prose) or as plain text (as in
   * everything that a lecturer writes into an outline).
   */
  readonly html?: boolean;
  /** Whether `[label]: address` defines a link. In an outline such a line is a line of text. */
  readonly definitions?: boolean;
}

/**
 * A reader of Markdown: CommonMark with tables and strike-through, and Lectern's formulas (`$…$`), subscripts (`H~2~O`)
 * and superscripts (`x^2^`). Every text of a lesson is read by one of these, so that a mark means the same everywhere.
 */
export function markdownReader({ html = false, definitions = false }: MarkdownDialect = {}): MarkdownIt {
  const reader = new MarkdownIt({ html, linkify: false, breaks: false, typographer: false });
  addInlineRules(reader);
  if (!definitions) reader.disable('reference');
  return reader;
}
