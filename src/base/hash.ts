import { createHash } from 'node:crypto';

/** A SHA-256 in lower-case hexadecimal (64 characters). */
export type Hash = string;

/** SHA-256 of bytes or of a string's UTF-8 bytes. */
export function hashOf(data: string | Uint8Array): Hash {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 over several parts, each preceded by its byte length so that no two lists of parts collide. */
export function hashParts(parts: readonly (string | Uint8Array)[]): Hash {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
