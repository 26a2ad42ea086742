import { writeZip } from '../../documents/index.ts';

/** The time that collections bear when nothing gives one: noon of a day that every time zone has. */
export const zipTime = Date.UTC(2000, 0, 1, 12);

/** An archive of these files, in this order, without a time. */
export const zipped = (files: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array =>
  writeZip(files.map(([path, bytes]) => ({ path, bytes })));
