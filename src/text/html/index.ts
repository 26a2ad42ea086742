export { attributeOf, htmlPieces, replacePieces, type HtmlOpening, type HtmlPiece } from './tokens.ts';
