import { createBrowserPool, createDiskStore, findBrowser, noStore } from '../host/index.ts';
import { artistIn } from '../make/index.ts';
import type { MermaidArtist } from '../model/index.ts';
import type { OptionValues, Terminal } from './command.ts';
import { stringOption } from './options.ts';
import { cacheFolder, worldVersion, type Project } from './project.ts';

/** What draws diagrams for a command that builds nothing; it starts a browser when there is something to draw. */
export function openArtist(
  project: Project,
  options: OptionValues,
  { env }: Terminal,
): { readonly artist: MermaidArtist; close(): Promise<void> } {
  const own = findBrowser({ request: 'bundled', env });
  const chosen = own.ok ? own : findBrowser({ request: stringOption(options, 'browser'), env });
  const browser = createBrowserPool({ find: () => chosen, env, pages: 1 });
  const cache = cacheFolder(project, options, env);
  const store = cache === undefined ? noStore : createDiskStore(cache);
  const browserIdentity = chosen.ok ? chosen.value.identity : 'none';
  const artist = artistIn({ files: project.files, store, browser, browserIdentity, version: worldVersion() });
  return { artist, close: async () => browser[Symbol.asyncDispose]() };
}
