import type { Hash } from '../base/index.ts';

/**
 * A place for results that can be made again. Two kinds, as in the remote execution API's HTTP caches: `cas` holds bytes
 * under their own SHA-256, `ac` holds what an action with this key gave. Every entry may vanish at any time; an entry
 * that does not check out is a miss.
 */
export interface Store {
  get(kind: 'ac' | 'cas', key: Hash): Promise<Uint8Array | undefined>;
  put(kind: 'ac' | 'cas', key: Hash, bytes: Uint8Array): Promise<void>;
}
