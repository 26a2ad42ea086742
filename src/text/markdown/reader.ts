import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { addCallouts } from './callouts.ts';
import { addFileNames } from './destinations.ts';
import { addLists } from './lists.ts';
import { addMath } from './math.ts';
import { addFormulaPipes } from './pipes.ts';
import { deflist, emoji, footnote, mark } from './plugins.ts';
import { addRawMarks } from './raw.ts';
import { addInlineRules } from './rules.ts';
import { addSpans } from './spans.ts';
import { addTags } from './tags.ts';
import { addTypography } from '../typography/index.ts';

export interface MarkdownDialect {
  /**
   * Whether HTML is read as HTML (as in a source text, where a comment or a tag is no prose). In everything that a
   * lecturer writes into an outline a few tags are known by their meaning, and the rest is text.
   */
  readonly html?: boolean;
  /** The language whose quotes, dashes and spaces are set; as written when it is absent. */
  readonly typography?: string;
}

/**
 * A reader of Markdown: CommonMark with tables and strike-through, and what people know from Marp, Pandoc and GitHub:
 * formulas, sub- and superscript, footnotes, definition lists, task lists, call-outs (`> [!NOTE]`), `==marks==`, names of emoji, `[text]{lang=en}`,
 * comments and a few tags. Every text of a lesson is read by one of these, so that a mark means the same everywhere.
 */
export function markdownReader({ html = false, typography }: MarkdownDialect = {}): MarkdownIt {
  const reader = new MarkdownIt({ html, linkify: false, breaks: false, typographer: false });
  reader.use(cjkFriendly).use(footnote).use(deflist).use(mark).use(emoji);
  addInlineRules(reader);
  addFileNames(reader);
  addMath(reader);
  addFormulaPipes(reader);
  addSpans(reader);
  addLists(reader);
  addCallouts(reader);
  if (!html) addTags(reader);
  addRawMarks(reader);
  if (typography !== undefined) addTypography(reader, typography);
  return reader;
}
