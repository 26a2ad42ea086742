import { zipSync, type Zippable } from 'fflate';

/** The time that the members of archives bear when nothing gives one: noon of a day that every time zone has. */
export const zipTime = Date.UTC(2000, 0, 1, 12);

/**
 * An archive of these files, in this order. Archives hold a time without a zone and the library writes that of the
 * machine; a date made from its parts is the same everywhere.
 */
export function zipped(files: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array {
  const members: Zippable = {};
  for (const [path, bytes] of files) members[path] = [bytes, { mtime: new Date(2000, 0, 1, 12, 0, 0), level: 6 }];
  return zipSync(members);
}
