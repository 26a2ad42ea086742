export { pdfCodes } from './codes.ts';
export { documentDate } from './date.ts';
export { metadataOf, type PdfMetadata } from './metadata.ts';
export { printDeck } from './print.ts';
export { deskOf, paperTask } from './paper.ts';
