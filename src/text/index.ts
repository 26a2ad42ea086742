export { markdownReader, type MarkdownDialect, type Token } from './markdown/index.ts';
export { breakLines, textWidth, type Font, type Run, type TextLine } from './metrics/index.ts';
