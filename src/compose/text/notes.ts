import type { Token } from '../../text/index.ts';
import type { WriterHost, Writing } from './host.ts';
import { writeInline } from './writer.ts';

/** The tokens of a text without its footnotes, and those of each footnote by its number in the text. */
function splitNotes(tokens: readonly Token[]): {
  readonly body: readonly Token[];
  readonly notes: ReadonlyMap<number, readonly Token[]>;
} {
  const start = tokens.findIndex((token) => token.type === 'footnote_block_open');
  const notes = new Map<number, Token[]>();
  if (start === -1) return { body: tokens, notes };
  let current: Token[] = [];
  for (const token of tokens.slice(start)) {
    if (token.type === 'footnote_open') {
      current = [];
      notes.set((token.meta as { readonly id: number }).id, current);
    } else current.push(token);
  }
  return { body: tokens.slice(0, start), notes };
}

/** Prepares the writing of a parsed text: its footnotes are written where they are first referred to. */
export function prepareWriting(
  tokens: readonly Token[],
  host: WriterHost,
): { body: readonly Token[]; writing: Writing } {
  const { body, notes } = splitNotes(tokens);
  const known = new Map<number, ReturnType<Writing['note']>>();
  const writing: Writing = {
    host,
    note(id) {
      const found = known.get(id);
      if (found) return found;
      // A note that refers to itself must come to an end.
      known.set(id, { markdown: '' });
      const lines = (notes.get(id) ?? []).flatMap((token) => token.children ?? []);
      const markdown = writeInline(lines, writing);
      const number = host.footnote?.(markdown);
      const made = number === undefined ? { markdown } : { number, markdown };
      known.set(id, made);
      return made;
    },
  };
  return { body, writing };
}

interface Definitions {
  readonly references?: Readonly<Record<string, { readonly href: string }>>;
  readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> };
}

/** Reports notes and addresses that nothing in the text refers to: they are shown nowhere. */
export function reportUnused(
  tokens: readonly Token[],
  { references = {}, footnotes }: Definitions,
  host: WriterHost,
): void {
  if (!host.report) return;
  for (const [label, id] of Object.entries(footnotes?.refs ?? {}))
    if (id < 0) host.report({ kind: 'unused', text: `[^${label.slice(1)}]:` });
  const labels = Object.entries(references);
  if (labels.length === 0) return;
  const used = new Set(
    tokens.flatMap((token) => (token.children ?? []).map((child) => child.attrGet('href') ?? child.attrGet('src'))),
  );
  for (const [label, { href }] of labels) if (!used.has(href)) host.report({ kind: 'unused', text: `[${label}]:` });
}
