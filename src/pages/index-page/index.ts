export { indexHtml } from './page.ts';
export type { IndexEntry, IndexLink, IndexOptions } from './types.ts';
export { indexPage, shelvesOf, type Shelf } from './entries.ts';
