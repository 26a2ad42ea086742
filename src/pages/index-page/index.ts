export { indexHtml } from './page.ts';
export type { IndexEntry, IndexLink, IndexOptions } from './types.ts';
