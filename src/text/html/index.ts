export { attributeOf, htmlPieces, replacePieces, type HtmlOpening } from './tokens.ts';
