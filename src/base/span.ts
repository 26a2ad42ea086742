/** A project-relative POSIX path (`lessons/x/lesson.yaml`), or `lectern:…` for a file that ships with Lectern. */
export type FileId = string;

/** A range of UTF-16 offsets in one file, `start` inclusive and `end` exclusive. Lines are worked out only when shown. */
export interface Span {
  readonly file: FileId;
  readonly start: number;
  readonly end: number;
}

/** A one-based line and column (columns count UTF-16 units, as editors do). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns an offset into a line and column. CRLF, LF and a lone CR each end a line.
 * An offset past the end gives the position just after the last character.
 */
export function positionAt(text: string, offset: number): Position {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const endsLine = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10);
    if (endsLine) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, column: end - lineStart + 1 };
}

/**
 * The place of a line, from one, of a text that stands, indented or not, within a place of a file. Where the text is
 * written in another way its lines are looked for one after another.
 */
export function lineWithin(source: string, whole: Span, text: string, line: number): Span | undefined {
  const wanted = text
    .trimEnd()
    .split('\n')
    .map((words) => words.trim());
  const written = source.slice(whole.start, whole.end).split('\n');
  const first = written.findIndex((_, i) => wanted.every((words, k) => (written[i + k] ?? '').trim() === words));
  if (first >= 0) {
    const at = first + line - 1;
    const own = written[at] ?? '';
    const start = whole.start + written.slice(0, at).reduce((sum, before) => sum + before.length + 1, 0);
    const indent = own.length - own.trimStart().length;
    return { file: whole.file, start: start + indent, end: start + own.trimEnd().length };
  }
  let from = whole.start;
  let found: Span | undefined;
  for (const words of wanted.slice(0, line)) {
    if (words === '') continue;
    const start = source.indexOf(words, from);
    if (start < 0 || start >= whole.end) return undefined;
    from = start + words.length;
    found = { file: whole.file, start, end: from };
  }
  return found;
}
