import { artistIn } from '../../src/make/index.ts';
import { createBrowserPool, createFiles, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool, MermaidArtist, Store } from '../../src/model/index.ts';
import { packageRoot } from './files.ts';

/** A store that holds what it is given. */
export function memoryStore(): Store & { readonly entries: Map<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: (kind, key) => Promise.resolve(entries.get(`${kind} ${key}`)),
    put: (kind, key, bytes) => {
      entries.set(`${kind} ${key}`, bytes);
      return Promise.resolve();
    },
  };
}

/** The artist that draws Mermaid diagrams in the bundled browser. Close the pool at the end. */
export function makeArtist(store: Store = memoryStore()): {
  readonly artist: MermaidArtist;
  readonly pool: BrowserPool;
} {
  const find = () => findBrowser({ request: 'bundled', env: process.env });
  const pool = createBrowserPool({ find, env: process.env, pages: 1 });
  const files = createFiles(packageRoot, packageRoot);
  return { pool, artist: artistIn({ files, store, browser: pool, browserIdentity: 'bundled', version: 'test' }) };
}
