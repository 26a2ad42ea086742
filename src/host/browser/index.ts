export { inspectEnvironment, type EnvironmentReport } from './environment.ts';
export { findBrowser } from './find.ts';
export { createBrowserPool, type PoolOptions } from './pool.ts';
export { describeRemote, type RemoteBrowser } from './remote.ts';
export { expressionOf } from './page.ts';
