export { onExit, onStop } from './cleanup.ts';
export { hostCodes } from './codes.ts';
export { createFiles } from './files.ts';
export { createOutput, outputPathFlaw, type Output, type Written } from './output/index.ts';
export {
  createBrowserPool,
  describeRemote,
  expressionOf,
  findBrowser,
  inspectEnvironment,
  type BrowserKind,
  type BrowserReport,
  type BrowserRequest,
  type Environment,
  type EnvironmentReport,
  type FoundBrowser,
  type PoolOptions,
  type RemoteBrowser,
} from './browser/index.ts';
export { createLedgerOutput, type LedgerOutput } from './output/ledger.ts';
export { createMemoryOutput } from './output/memory.ts';
export { createDiskStore, noStore, type DiskStore } from './store.ts';
export { createWatcher, type ChangeKind, type Watcher, type WatchOptions } from './watch.ts';
export { createDurations, type DurationFile } from './durations.ts';
export { createRemoteStore, layeredStore, type RemoteStore } from './remote-store.ts';
export { isWritable } from './disk-usage.ts';
export { createSweeper } from './memory.ts';
export { createTemporaryFolder, type TemporaryFolder } from './temporary.ts';
export { checkPlaces, type Places } from './places.ts';
export { storeEntries } from './store-entries.ts';
export { untrustedFiles } from './untrusted-files.ts';
export { userCacheFolder } from './user-cache.ts';
export { tellPulse } from './pulse.ts';
