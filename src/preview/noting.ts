import type { FileId } from '../base/index.ts';
import type { Files } from '../model/index.ts';

/** The files and folders that were looked at, those that were not there included. */
export interface Seen {
  readonly files: Set<FileId>;
  readonly folders: Set<FileId>;
}

export const nothingSeen = (): Seen => ({ files: new Set(), folders: new Set() });

/** Files that note down what is looked at through them. */
export function noting(files: Files, seen: Seen): Files {
  return {
    read(id, options) {
      seen.files.add(id);
      return files.read(id, options);
    },
    list(folder) {
      seen.folders.add(folder);
      return files.list(folder);
    },
  };
}

/** Whether a change can matter to those who looked. */
export function concerns(seen: Seen, id: FileId, kind: 'content' | 'entry'): boolean {
  if (seen.files.has(id)) return true;
  if (kind === 'content') return false;
  const folder = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '';
  if (seen.folders.has(folder) || seen.folders.has(id)) return true;
  return [...seen.files].some((file) => file.startsWith(`${id}/`));
}
