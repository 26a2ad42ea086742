import type MarkdownIt from 'markdown-it';
import { calloutKind, type CalloutKind } from '../callout.ts';
import type { Token } from './token.ts';

/** The mark of a call-out at the head of a quotation, as on GitHub: `> [!WARNING]`. */
const mark = /^\[!([A-Za-z]+)\][ \t]*/;

/** The kind of call-out that a quotation is, or `undefined` for one that quotes. */
export const calloutOf = (token: Token | undefined): CalloutKind | undefined =>
  (token?.meta as { readonly callout?: CalloutKind } | null | undefined)?.callout;

/** Takes the marks out of the text and notes the kind on the quotation itself. */
function markCallouts(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'blockquote_open' || tokens[i + 1]?.type !== 'paragraph_open') continue;
    const children = tokens[i + 2]?.children ?? [];
    const [first] = children;
    const found = first?.type === 'text' ? mark.exec(first.content) : null;
    const kind = found?.[1] === undefined ? undefined : calloutKind(found[1]);
    if (!first || !found || kind === undefined) continue;
    token.meta = { callout: kind };
    first.content = first.content.slice(found[0].length);
    if (first.content === '') children.splice(0, children[1]?.type === 'softbreak' ? 2 : 1);
  }
}

/** Adds call-outs (`> [!NOTE]`) to a Markdown parser. */
export function addCallouts(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'callouts', (state) => markCallouts(state.tokens));
}
