export { onExit, onStop } from './cleanup.ts';
export { hostCodes } from './codes.ts';
export { createFiles } from './files.ts';
export { createOutput, outputPathFlaw } from './output/index.ts';
export {
  createBrowserPool,
  describeRemote,
  expressionOf,
  findBrowser,
  inspectEnvironment,
  type EnvironmentReport,
  type PoolOptions,
  type RemoteBrowser,
} from './browser/index.ts';
export { createLedgerOutput, type LedgerOutput } from './output/ledger.ts';
export { createMemoryOutput } from './output/memory.ts';
export { createDiskStore, noStore } from './store.ts';
export { createWatcher, type Watcher } from './watch.ts';
export { createDurations, type DurationFile } from './durations.ts';
export { createRemoteStore, layeredStore } from './remote-store.ts';
export { isWritable } from './disk-usage.ts';
export { createSweeper } from './memory.ts';
export { createTemporaryFolder } from './temporary.ts';
export { checkPlaces } from './places.ts';
export { storeEntries } from './store-entries.ts';
export { untrustedFiles } from './untrusted-files.ts';
export { userCacheFolder } from './user-cache.ts';
export { tellPulse } from './pulse.ts';
