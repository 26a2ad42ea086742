export { hostCodes } from './codes.ts';
export { createFiles, defaultMaxBytes } from './files.ts';
export { createOutput, outputPathFlaw, type Output, type Written } from './output/index.ts';
