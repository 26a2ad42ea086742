export { attributeOf, htmlPieces, replacePieces, type HtmlOpening } from './tokens.ts';
export { tablesAsMarkdown } from './tables.ts';
