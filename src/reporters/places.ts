import { linesOf, Recent, type FileId, type Lines, type Position, type Span } from '../base/index.ts';
import type { ReportOptions } from './types.ts';

/** A place as people and tools read it; the position is absent when the file's text is not at hand. */
export interface Place {
  readonly file: FileId;
  readonly start?: Position;
  readonly end?: Position;
  readonly lines?: Lines;
}

/** Characters of files that are kept: findings come file by file. */
const mostKept = 1_000_000;

/** Resolves spans to places, reading and indexing each file once unless there are very many. */
export function placesOf(options: ReportOptions): (span: Span) => Place {
  const known = new Recent<{ readonly lines: Lines | undefined }>(mostKept);
  const linesFor = (file: FileId): Lines | undefined => {
    const index = () => {
      const text = options.text?.(file);
      return { lines: text === undefined ? undefined : linesOf(text) };
    };
    return known.getOrMake(file, index, ({ lines }) => lines?.text.length ?? 0).lines;
  };
  return (span) => {
    const lines = linesFor(span.file);
    if (lines === undefined) return { file: span.file };
    return {
      file: span.file,
      start: lines.position(span.start),
      end: lines.position(Math.max(span.start, span.end)),
      lines,
    };
  };
}

/** True for a file that ships with Lectern and is no part of the user's project. */
export const isOwnFile = (file: FileId): boolean => file.startsWith('lectern:');
