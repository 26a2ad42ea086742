export { createOutput, type Output, type Written } from './output.ts';
export { outputPathFlaw } from './path.ts';
export type { BatchFile } from './batch.ts';
