export { inspectEnvironment, type BrowserReport, type EnvironmentReport } from './environment.ts';
export { findBrowser } from './find.ts';
export { createBrowserPool, type PoolOptions } from './pool.ts';
export { describeRemote, type RemoteBrowser } from './remote.ts';
export type { BrowserKind, BrowserRequest, Environment, FoundBrowser } from './types.ts';
export { expressionOf } from './page.ts';
