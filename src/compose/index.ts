export { compose, type ComposeInput } from './compose.ts';
export { composeCodes } from './codes.ts';
export { canvasOf, ownFonts } from './theme.ts';
export { cleanText, escapeAttribute, escapeText, plainText, plainTitle, withoutFormulas } from './text/index.ts';
export { loadStrings, wordsOfPage } from './strings.ts';
export { referenceLine, shortLabel } from './references.ts';
