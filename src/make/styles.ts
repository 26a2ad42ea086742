import { hashParts, type Hash } from '../base/index.ts';
import type { StyleCache } from '../render/index.ts';
import type { MakerWorld } from './world.ts';

/** Keeps packed style sheets in the store. */
export function stylesIn({ store, version }: MakerWorld): StyleCache {
  const keyOf = (key: Hash): Hash => hashParts(['style', version, key]);
  return {
    async get(key) {
      const bytes = await store.get('ac', keyOf(key));
      return bytes && Buffer.from(bytes).toString();
    },
    put: (key, css) => store.put('ac', keyOf(key), Buffer.from(css)),
  };
}
