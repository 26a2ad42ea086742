import { linesOf, type FileId, type Span } from '../base/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import type { ShownPlace } from '../wire/index.ts';

/** Turns a place into a link for the user's editor; `undefined` when the server opens the editor itself. */
export type LinkTo = (file: FileId, line: number, column: number) => string | undefined;

/** Resolves spans to lines, reading each file once. */
export function placesIn(files: Files, linkTo: LinkTo): (span: Span) => ShownPlace {
  const known = new Map<FileId, ReturnType<typeof linesOf>>();
  const lines = (file: FileId): ReturnType<typeof linesOf> => {
    const found = known.get(file) ?? linesOf(textOf(files, file));
    known.set(file, found);
    return found;
  };
  return ({ file, start }) => {
    const { line, column } = lines(file).position(start);
    const link = linkTo(file, line, column);
    return { file, line, column, ...(link === undefined ? {} : { link }) };
  };
}

function textOf(files: Files, file: FileId): string {
  const read = files.read(file);
  return (read.ok ? decodeUtf8(read.bytes) : undefined) ?? '';
}
