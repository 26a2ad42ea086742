export { pptxCodes } from './codes.ts';
