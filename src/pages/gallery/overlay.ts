import type { FileId } from '../../base/index.ts';
import type { Files } from '../../model/index.ts';

/** Files with others laid over them: lessons that exist in memory only. */
export function overlay(files: Files, extra: ReadonlyMap<FileId, Uint8Array>): Files {
  return {
    read(file, options) {
      const bytes = extra.get(file);
      return bytes ? { ok: true, bytes } : files.read(file, options);
    },
    list: (folder) => files.list(folder),
  };
}
