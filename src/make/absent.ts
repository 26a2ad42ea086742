import type { FileId } from '../base/index.ts';
import type { Files } from '../model/index.ts';

/**
 * Files that answer from the listing of a lesson's folder what is not there, without asking the system for each name:
 * most of what the making of a lesson looks for and does not find would lie in a folder that the lesson does not have. Each folder is
 * listed once.
 */
export function absentIn(files: Files): Files {
  const listings = new Map<FileId, ReturnType<Files['list']>>();
  const names = new Map<FileId, ReadonlySet<string>>();
  const list = (folder: FileId): ReturnType<Files['list']> => {
    const listing = listings.get(folder) ?? files.list(folder);
    listings.set(folder, listing);
    return listing;
  };
  const namesIn = (folder: FileId): ReadonlySet<string> => {
    const known = names.get(folder) ?? new Set(list(folder).map(({ name }) => foldCase(name)));
    names.set(folder, known);
    return known;
  };
  const isAbsent = (id: FileId): boolean => {
    const [, folder, name] = /^([\w-]+\/[\w-]+)\/([\w.-]+)(?:\/[\w.-]+)*$/.exec(id) ?? [];
    return folder !== undefined && name !== undefined && !name.startsWith('.') && !namesIn(folder).has(foldCase(name));
  };
  return {
    read: (id, options) => (isAbsent(id) ? { ok: false, reason: 'missing' } : files.read(id, options)),
    list: (folder) => (isAbsent(folder) ? [] : list(folder)),
  };
}

/** Where letters of both cases name the same file, nothing that may be there is taken to be absent. */
const foldCase = (name: string): string => name.toLowerCase();
