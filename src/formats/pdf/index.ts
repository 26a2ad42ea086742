export { pdfCodes } from './codes.ts';
export type { FinishedPdf, PdfMetadata } from './finish.ts';
export { documentDate, printPdf, type PrintOptions } from './print.ts';
