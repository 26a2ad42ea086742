export { breakLines, type Run, type TextLine } from './lines.ts';
export { textWidth, type Font } from './width.ts';
