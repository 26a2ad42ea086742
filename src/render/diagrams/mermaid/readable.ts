import { mermaidHead } from '../../../text/index.ts';
import { wordsOfMembers, withGenerics } from './generics.ts';

/** Tags that people write into labels although labels are no HTML here: their words stay, `<br>` is Mermaid's own. */
const bareTags = new Set('b strong i em u small big sub sup span font center code mark p div'.split(' '));

/** A text as Mermaid draws it whole: what it would show raw, or drop in silence, is written in its own words. */
export function readable(text: string): string {
  const lines = text.split('\n');
  return (mermaidHead(text).startsWith('classDiagram') ? withGenerics(lines).map(wordsOfMembers) : lines)
    .map(withoutTags)
    .join('\n');
}

/** A line without tags that only say how words look. */
function withoutTags(line: string): string {
  if (!line.includes('<')) return line;
  let out = '';
  let at = 0;
  while (at < line.length) {
    const end = line[at] === '<' ? tagEnd(line, at) : undefined;
    if (end === undefined) {
      out += line[at] ?? '';
      at += 1;
    } else at = end;
  }
  return out;
}

/** Where the tag that begins at a place ends; `undefined` when there is none of those. */
function tagEnd(line: string, at: number): number | undefined {
  const start = line[at + 1] === '/' ? at + 2 : at + 1;
  let end = start;
  while (isLetter(line[end] ?? '')) end += 1;
  if (!bareTags.has(line.slice(start, end).toLowerCase())) return undefined;
  const close = line.indexOf('>', end);
  const next = line[end] ?? '';
  return close < 0 || (next !== '>' && next !== ' ') || line.slice(end, close).includes('<') ? undefined : close + 1;
}

const isLetter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();
