/** Lectern as a library: parse, compose and render lessons, build artifacts, measure coverage. */
export * from './base/index.ts';
export type * from './model/index.ts';
export { audiences, slidesOf } from './model/index.ts';
export {
  composedSchema,
  loadCatalogue,
  ownTemplates,
  parseConfig,
  parseLesson,
  parseSource,
  lessonIds,
} from './parse/index.ts';
export { compose } from './compose/index.ts';
export { render } from './render/index.ts';
export { checkCoverage, coverageOf } from './coverage/index.ts';
export { formats } from './formats/index.ts';
export { build, makeLesson } from './make/index.ts';
export { createBrowserPool, createFiles, findBrowser } from './host/index.ts';
export { report, reporters } from './reporters/index.ts';
