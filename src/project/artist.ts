import { createBrowserPool, createDiskStore, findBrowser, noStore } from '../host/index.ts';
import { artistIn } from '../make/index.ts';
import type { MermaidArtist } from '../model/index.ts';
import type { Project } from './project.ts';
import { cacheFolderOf } from './settings.ts';
import { worldVersion } from './tool.ts';

/** What draws diagrams for a command that builds nothing; it starts a browser when there is something to draw. */
export function openArtist({ root, files, settings }: Project): {
  readonly artist: MermaidArtist;
  close(): Promise<void>;
} {
  const { env } = settings;
  const own = findBrowser({ request: 'bundled', env });
  const chosen = own.ok ? own : findBrowser({ request: settings.browser, env });
  const browser = createBrowserPool({ find: () => chosen, env, pages: 1 });
  const cache = cacheFolderOf(root, settings);
  const store = cache === undefined ? noStore : createDiskStore(cache);
  const browserIdentity = chosen.ok ? chosen.value.identity : 'none';
  const artist = artistIn({ files, store, browser, browserIdentity, version: worldVersion() });
  return { artist, close: async () => browser[Symbol.asyncDispose]() };
}
