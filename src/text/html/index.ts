export {
  attributeOf,
  htmlPieces,
  replacePieces,
  type HtmlAttribute,
  type HtmlOpening,
  type HtmlPiece,
} from './tokens.ts';
