import type { FileId } from '../base/index.ts';

export type ReadFailure = 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'denied';

export type ReadResult =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: ReadFailure };

/** The one door to files that parsing and composing may use. Reads are synchronous: the files are small and local. */
export interface Files {
  /**
   * Reads a regular file. `within` is the folder that the file may not leave, links included
   * (default: the project, or Lectern's own templates for `lectern:` paths).
   */
  read(file: FileId, options?: { readonly within?: FileId; readonly maxBytes?: number }): ReadResult;
  /** Names of the entries of a folder, sorted by code point; empty when there is no such folder. */
  list(folder: FileId): readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[];
}

/** Decodes UTF-8 (a byte order mark is dropped); `undefined` when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The texts of files, each read once; empty where a file cannot be read. */
export function textsOf(files: Files): (file: FileId) => string {
  const texts = new Map<FileId, string>();
  return (file) => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const read = files.read(file);
    const text = (read.ok ? decodeUtf8(read.bytes) : undefined) ?? '';
    texts.set(file, text);
    return text;
  };
}
