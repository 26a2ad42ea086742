export { pdfCodes } from './codes.ts';
export { documentDate } from './date.ts';
export type { FinishedPdf, PdfMetadata } from './finish.ts';
export { printDeck, type PrintJob } from './print.ts';
export { deskOf, paperTask, type PaperJob } from './paper.ts';
