import { markdownReader, type Token } from '../../text/index.ts';

/** A piece of a text of the outline that slides show as one paragraph. */
export interface Segment {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** What is shown of it; things that are no letters, such as formulas, are `wild`. */
  readonly plain: string;
}

/** Stands for what is shown otherwise than it is written: a formula, a mark of a note, a picture. */
export const wild = '\ufffc';

const reader = markdownReader();

function plainOf(tokens: readonly Token[]): string {
  let text = '';
  for (const { type, content } of tokens) {
    if (type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'emoji') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
    else if (content !== '' && !type.startsWith('tag_') && !type.startsWith('html_')) text += wild;
  }
  return text;
}

/** What is shown of a text in a line. */
export const shownOf = (inline: string): string => plainOf(reader.parseInline(inline, {})[0]?.children ?? []);

/** Where the links of a text in a line lead, in their order. */
export const linksIn = (inline: string): readonly string[] =>
  (reader.parseInline(inline, {})[0]?.children ?? []).flatMap((token) =>
    token.type === 'link_open' ? [String(token.attrGet('href'))] : [],
  );

/** Offsets at which the lines of a text begin; after the last, its length. */
function lineStarts(raw: string): readonly number[] {
  const starts = [0];
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) starts.push(at + 1);
  return [...starts, raw.length + 1];
}

/** The paragraphs, items and cells of a Markdown text. */
export function segmentsOf(raw: string): readonly Segment[] {
  const starts = lineStarts(raw);
  const segments: Segment[] = [];
  let from = 0;
  for (const token of reader.parse(raw, {})) {
    if (token.type === 'fence' || token.type === 'code_block') continue;
    if (token.type !== 'inline' || !token.map || token.content.trim() === '') continue;
    const lines = token.content.split('\n').map((line) => line.trim());
    const start = raw.indexOf(lines[0] ?? '', Math.max(from, starts[token.map[0]] ?? 0));
    const last = lines.at(-1) ?? '';
    const lastLine = starts[token.map[0] + lines.length - 1] ?? start;
    const at = lines.length === 1 ? start : raw.indexOf(last, Math.max(start, lastLine));
    if (start < 0 || at < 0) continue;
    from = at + last.length;
    segments.push({ start, end: from, plain: plainOf(token.children ?? []) });
  }
  return segments;
}

/** The lines of a text that is no Markdown, such as code. */
export function linesOf(raw: string): readonly Segment[] {
  const starts = lineStarts(raw);
  return starts.slice(0, -1).flatMap((start, i) => {
    const end = (starts[i + 1] ?? raw.length + 1) - 1;
    const plain = raw.slice(start, end);
    return plain.trim() === '' ? [] : [{ start, end, plain }];
  });
}
