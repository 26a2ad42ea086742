import type { Hash } from '../base/index.ts';

/** Results of actions, and bytes under their own hash. */
export type StoreKind = 'ac' | 'cas';

/**
 * A place for results that can be made again. Two kinds, as in the remote execution API's HTTP caches: `cas` holds bytes
 * under their own SHA-256, `ac` holds what an action with this key gave. Every entry may vanish at any time; an entry
 * that does not check out is a miss.
 */
export interface Store {
  get(kind: StoreKind, key: Hash): Promise<Uint8Array | undefined>;
  put(kind: StoreKind, key: Hash, bytes: Uint8Array): Promise<void>;
}
