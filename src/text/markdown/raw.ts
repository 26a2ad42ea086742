import type MarkdownIt from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type { Token } from './token.ts';

/** Marks of other tools that mean nothing here and would be shown as they are written. */
const patterns = {
  footnote: /\[\^[^\]\s]{1,60}\]/g,
  'reference-link': /\[[^[\]\n]{1,200}\]\[[^[\]\n]{1,100}\]/g,
  citation: /\[-?@[\w:.-]{1,80}[^\]\n]{0,80}\]/g,
  link: /\[[^[\]\n]{1,200}\]\((?:javascript|vbscript|file|data):[^)\s]{0,200}\)/gi,
  wiki: /\[\[[^[\]\n]{1,100}\]\]/g,
  callout: /\[!(?:note|tip|important|warning|caution|info|danger|question|example)\]/gi,
  contents: /\[\[?_?toc_?\]\]?/gi,
  div: /(?<!:):{3,}[ \t]*(?:\{[^}\n]{0,80}\}|[\w-]{1,40})?/g,
  attributes: /\{(?:[.#][\w-]{1,40}|(?:width|height|style|class|id|align)=[^{}\n]{1,80})(?:[ \t][^{}\n]{0,80})?\}/g,
  command: /\\[a-z]{2,30}\*?(?:\[[^\]\n]{0,40}\])?\{[^{}\n]{0,80}\}/gi,
  emoji: /(?<![\w:]):(?=[a-z0-9_+-]{0,40}[a-z])[a-z0-9_+-]{2,40}:(?![\w:])/g,
  formula: /\$\$/g,
  comment: /<!--/g,
} as const;

/** What kind of mark was left as it is written. */
export type RawMark = keyof typeof patterns;

function rawMarks(text: string): readonly { readonly kind: RawMark; readonly text: string }[] {
  const found: { kind: RawMark; text: string }[] = [];
  let rest = text;
  for (const kind of Object.keys(patterns) as RawMark[]) {
    rest = rest.replace(patterns[kind], (match) => {
      found.push({ kind, text: match });
      return ' '.repeat(match.length);
    });
  }
  return found;
}

const mayHold = /[[\\{:$<]/;

/** A backslash before a letter escapes nothing. */
const isLoneBackslash = ({ type, info, content }: Token): boolean =>
  type === 'text_special' && info === 'escape' && content.length > 1;

/** Puts a token behind each piece of text that holds raw marks. What an author escaped is meant as it is. */
function noteRaw(children: Token[], state: StateCore): Token[] {
  const noted: Token[] = [];
  let run = '';
  const close = (): void => {
    if (mayHold.test(run)) {
      for (const { kind, text } of rawMarks(run)) {
        const token = new state.Token('raw_mark', '', 0);
        token.content = text;
        token.meta = { kind };
        noted.push(token);
      }
    }
    run = '';
  };
  for (const child of children) {
    if (child.type === 'text' || isLoneBackslash(child)) run += child.content;
    else close();
    noted.push(child);
  }
  close();
  return noted;
}

/** Marks text in which marks of other tools were left as they are, so that the writer can say what to write instead. */
export function addRawMarks(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'raw_marks', (state) => {
    for (const token of state.tokens) if (token.children) token.children = noteRaw(token.children, state);
  });
}
