import type Token from 'markdown-it/lib/token.mjs';
import { placeOf } from './placed.ts';
import { PlainBuilder } from './plain.ts';
import type { Plain } from './plain.ts';
import type { Range } from './sentences.ts';

/** What stands in running text and is no text of it. */
interface Aside {
  readonly kind: 'attributes' | 'box' | 'comment' | 'footnote-mark' | 'picture';
  readonly at: Range;
  /** Its words: what a picture shows, what a comment says. */
  readonly text: string;
}

/** Running text read from inline tokens. */
export interface Running {
  readonly plain: Plain;
  readonly asides: readonly Aside[];
}

const aside: Readonly<Record<string, Aside['kind']>> = {
  alert: 'box',
  attributes: 'attributes',
  footnote_ref: 'footnote-mark',
  image: 'picture',
};

/** Gives the place in the source of an offset in the content of a block. */
export type Mapping = (offset: number) => number;

/** The text of inline tokens, with the place of each character. */
export function runningText(tokens: readonly Token[], length: number, map: Mapping): Running {
  const builder = new PlainBuilder();
  const asides: Aside[] = [];
  tokens.forEach((token, i) => {
    const { at } = placeOf(token);
    const next = tokens[i + 1];
    const end = next === undefined ? length : placeOf(next).at;
    const range: Range = [map(at), Math.max(map(at), map(Math.max(at, end - 1)) + 1)];
    const kind =
      aside[token.type] ?? (token.type === 'html_inline' && /^<[!?]/.test(token.content) ? 'comment' : undefined);
    if (kind !== undefined) asides.push({ kind, at: range, text: token.content });
    else addText(builder, token, range, map);
  });
  return { plain: builder.build(), asides };
}

function addText(builder: PlainBuilder, token: Token, range: Range, map: Mapping): void {
  const { at, pieces = [] } = placeOf(token);
  switch (token.type) {
    case 'text':
      if (pieces.length === 0) builder.add(token.content, (i) => map(at + i));
      else
        pieces.forEach(([inToken, inText], i) =>
          builder.add(token.content.slice(inToken, pieces[i + 1]?.[0]), (k) => map(inText + k)),
        );
      break;
    case 'text_special':
      builder.addFor(token.content, range);
      break;
    case 'softbreak':
    case 'hardbreak':
      builder.space(range[0]);
      break;
    case 'code_inline': {
      const skipped = Math.max(0, range[1] - range[0] - token.content.length - token.markup.length);
      const lead = Math.min(skipped, token.markup.length + (skipped > token.markup.length ? 1 : 0));
      builder.addGroup(token.content, (i) => map(at + lead + i));
      break;
    }
    case 'formula_inline':
      builder.addGroup(token.content, (i) => map(at + token.markup.length + i));
      break;
    case 'html_inline':
      if (/^<br\b/i.test(token.content)) builder.space(range[0]);
      break;
    default:
  }
}
