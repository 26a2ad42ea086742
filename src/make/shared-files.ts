import type { FileId } from '../base/index.ts';
import type { Files, ReadResult } from '../model/index.ts';

/** Files that many lessons read: Lectern's own, the project's templates, installed themes. */
export const isShared = (id: FileId): boolean => /^(?:lectern:|templates(?:\/|$)|node_modules\/)/.test(id);

/**
 * Reads the files that lessons share only once in a build, so that all lessons see the same state of them. The bytes are
 * the same object each time: what is derived from them can be kept in a `WeakMap`.
 */
export function sharingFiles(files: Files): Files {
  const reads = new Map<string, ReadResult>();
  const lists = new Map<string, ReturnType<Files['list']>>();
  return {
    read(id, options = {}) {
      if (!isShared(id)) return files.read(id, options);
      const key = `${id}\t${options.within ?? ''}\t${options.maxBytes ?? ''}`;
      const read = reads.get(key) ?? files.read(id, options);
      reads.set(key, read);
      return read;
    },
    list(folder) {
      if (!isShared(folder)) return files.list(folder);
      const list = lists.get(folder) ?? files.list(folder);
      lists.set(folder, list);
      return list;
    },
  };
}
