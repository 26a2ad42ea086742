export { compose } from './compose.ts';
export { composeCodes } from './codes.ts';
export { ownFonts } from './theme.ts';
export { cleanText, escapeAttribute, plainText, plainTitle, withoutFormulas } from './text/index.ts';
export { doiAddress, referenceLine, shortLabel } from './references.ts';
export { ownHtml, writeDocument } from './document.ts';
