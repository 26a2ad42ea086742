import { readFileSync } from 'node:fs';
import { lstatIfAny } from '../lstat.ts';

/** Whether a regular file stands at a path with these very bytes. */
export function holdsBytes(target: string, bytes: Uint8Array): boolean {
  const stat = lstatIfAny(target);
  if (!stat?.isFile() || stat.size !== bytes.byteLength) return false;
  return readFileSync(target).equals(bytes);
}
