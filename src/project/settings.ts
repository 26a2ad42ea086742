import { join, resolve } from 'node:path';
import { hashOf } from '../base/index.ts';
import {
  createDiskStore,
  createDurations,
  createLedgerOutput,
  createRemoteStore,
  layeredStore,
  noStore,
  userCacheFolder,
  type DurationFile,
  type LedgerOutput,
} from '../host/index.ts';
import type { Config, Store } from '../model/index.ts';

/** How a project is opened: where results go, what is kept of them, what it may use. */
export interface Settings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The output folder, relative to the project; that of `lectern.yaml` when absent. */
  readonly out?: string | undefined;
  /** Whether a site for students is made: it has a folder of its own in the output folder. */
  readonly isSite?: boolean;
  /** Where results are kept, relative to the project; the user's own cache folder when absent. */
  readonly cacheFolder?: string | undefined;
  /** A cache that machines share. */
  readonly cacheUrl?: string | undefined;
  /** Whether the shared cache is read only. */
  readonly cacheReadOnly?: boolean;
  /** Whether results are neither kept nor taken from what was kept. */
  readonly noCache?: boolean;
  /** Whether the lessons come from strangers: none of their templates and style sheets, no cache. */
  readonly untrusted?: boolean;
  /** The browser to use: a path, `bundled` or `system`. */
  readonly browser?: string | undefined;
  /** Told what is no finding, such as a shared cache that does not answer. */
  readonly warn?: (message: string) => void;
}

/** Where artifacts of a project go. */
export const outputFolder = (root: string, config: Pick<Config, 'output'>, { out, isSite = false }: Settings): string =>
  resolve(root, out ?? (isSite ? `${config.output}/site` : config.output));

/** What strangers made is neither kept nor taken from what others keep. */
const keepsNothing = ({ noCache, untrusted }: Settings): boolean => noCache === true || untrusted === true;

/** The cache that was asked for; one inside the project is used in no other case, since it may have come with it. */
export const namedCache = (root: string, { cacheFolder }: Settings): string | undefined =>
  cacheFolder === undefined ? undefined : resolve(root, cacheFolder);

/** Where results are kept; nowhere when nothing is to be kept, or where the user has no folder for such things. */
export function cacheFolderOf(root: string, settings: Settings): string | undefined {
  if (keepsNothing(settings)) return undefined;
  return namedCache(root, settings) ?? userCacheFolder(settings.env);
}

/** The output folder of a project, and what is remembered of it beside the cache. */
export function openOutput(
  root: string,
  config: Pick<Config, 'output'>,
  settings: Settings,
): { readonly output: LedgerOutput; readonly durations: DurationFile } {
  const out = outputFolder(root, config, settings);
  const cache = cacheFolderOf(root, settings);
  const beside = (name: string): string | undefined =>
    cache === undefined ? undefined : join(cache, `${name}-${hashOf(out).slice(0, 12)}.json`);
  return { output: createLedgerOutput(out, beside('ledger')), durations: createDurations(beside('durations')) };
}

/** The cache on this machine and, when asked for, the one that machines share. */
export function openStores(root: string, settings: Settings): { readonly store: Store; close(): Promise<void> } {
  if (keepsNothing(settings)) return { store: noStore, close: () => Promise.resolve() };
  const cache = cacheFolderOf(root, settings);
  const disk = cache === undefined ? noStore : createDiskStore(cache);
  const { cacheUrl: url, cacheReadOnly: readOnly = false, warn = () => undefined } = settings;
  if (url === undefined) return { store: disk, close: () => Promise.resolve(disk.trim()) };
  const shared = createRemoteStore({ url, readOnly, warn });
  const close = async (): Promise<void> => {
    await shared.flush();
    disk.trim();
  };
  return { store: layeredStore(disk, shared), close };
}
