export { hostCodes } from './codes.ts';
export { createFiles, defaultMaxBytes } from './files.ts';
export { createOutput, outputPathFlaw, type Output, type Written } from './output/index.ts';
export {
  createBrowserPool,
  findBrowser,
  type BrowserKind,
  type BrowserRequest,
  type Environment,
  type FoundBrowser,
  type PoolOptions,
} from './browser/index.ts';
