export { indexHtml } from './page.ts';
export type { IndexEntry, IndexOptions } from './types.ts';
export { indexPage, shelvesOf } from './entries.ts';
