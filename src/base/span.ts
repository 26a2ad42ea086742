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
