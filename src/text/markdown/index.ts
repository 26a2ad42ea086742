export { calloutOf } from './callouts.ts';
export { commentsOf, isDirective } from './comments.ts';
export type { RawMark } from './raw.ts';
export { markdownReader } from './reader.ts';
export type { Token } from './token.ts';
