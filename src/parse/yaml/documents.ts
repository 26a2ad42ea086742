import { alsoKnownAs } from '../schema/synonyms.ts';

/** What one part of a file between lines `---` holds. */
type Kind = 'nothing' | 'fields' | 'list' | 'slide' | 'markdown';

const isParting = (line: string): boolean => line.trimEnd() === '---' || line.trimEnd() === '...';
const isSilent = (line: string): boolean => line.trim() === '' || line.startsWith('#');
const isIndented = (line: string): boolean => line.startsWith(' ') || line.startsWith('\t');

/** The key at the head of a line, where there is one. */
function keyOf(line: string): string | undefined {
  const end = line.indexOf(':');
  const isKey = end > 0 && (end === line.trimEnd().length - 1 || line[end + 1] === ' ');
  return isKey ? line.slice(0, end).trim() : undefined;
}

function kindOf(lines: readonly string[], seen: ReadonlySet<string>): Kind {
  const heads = lines.filter((line) => !isSilent(line) && !isIndented(line));
  const isMarkdown = heads.some((line) => keyOf(line) === undefined) && !heads.every((line) => line.startsWith('- '));
  if (heads.length === 0) return lines.some((line) => line.startsWith('# ')) ? 'markdown' : 'nothing';
  if (isMarkdown) return 'markdown';
  if (heads.every((line) => line.startsWith('- ')))
    return heads.some((line) => keyOf(line) !== undefined) ? 'list' : 'markdown';
  const keys = heads.flatMap((line) => keyOf(line) ?? []);
  const known = (name: string): boolean => keys.some((key) => alsoKnownAs(key, [name]) !== undefined);
  if (known('sections') || known('slides')) return 'fields';
  return known('layout') || (known('title') && seen.has('title')) ? 'slide' : 'fields';
}

/**
 * A file that is divided by lines `---`, as one: what is set off at its head as front matter, a list of slides, one slide
 * after another, or the text of a deck for Marp. Each line keeps its number.
 */
export function joinedDocuments(text: string): string {
  const lines = text.split('\n');
  const partings = lines.flatMap((line, i) => (isParting(line) ? [i] : []));
  if (partings.length === 0) return text;
  const joined = [...lines];
  const seen = new Set<string>();
  let hasSlides = false;
  for (const [n, start] of [-1, ...partings].entries()) {
    const end = partings[n] ?? lines.length;
    const part = lines.slice(start + 1, end);
    const kind = n === 0 || seen.size === 0 ? 'fields' : kindOf(part, seen);
    const head = kind === 'fields' || kind === 'nothing' || (kind === 'slide' && hasSlides) ? '#--' : 'slides:';
    if (start >= 0) joined[start] = kind === 'markdown' ? 'slides: |' : head;
    if (kind === 'markdown') return indentedFrom(joined, start + 1);
    if (kind === 'slide') asItem(joined, start + 1, end);
    if (kind === 'slide' || kind === 'list') hasSlides = true;
    for (const line of part) {
      const key = isSilent(line) || isIndented(line) ? undefined : keyOf(line);
      if (key !== undefined) seen.add(alsoKnownAs(key, ['title', 'slides', 'sections']) ?? key);
    }
  }
  return joined.join('\n');
}

/** The rest of a file as one text. */
const indentedFrom = (lines: readonly string[], from: number): string =>
  lines.map((line, i) => (i < from || line.trim() === '' ? line : `  ${line}`)).join('\n');

/** The fields of a slide as an item of a list. */
function asItem(lines: string[], from: number, end: number): void {
  let isFirst = true;
  for (let i = from; i < end; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || (isFirst && line.startsWith('#'))) continue;
    lines[i] = `${isFirst ? '- ' : '  '}${line}`;
    isFirst = false;
  }
}
