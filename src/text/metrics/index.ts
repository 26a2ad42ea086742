export { breakLines } from './lines.ts';
export { textWidth, type Font } from './width.ts';
