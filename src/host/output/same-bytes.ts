import { lstatSync, readFileSync } from 'node:fs';

/** Whether a regular file stands at a path with these very bytes. */
export function holdsBytes(target: string, bytes: Uint8Array): boolean {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size !== bytes.byteLength) return false;
  return readFileSync(target).equals(bytes);
}
