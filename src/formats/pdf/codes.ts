import { defineCodes } from '../../base/index.ts';

/** The findings of printing to PDF. */
export const { table: pdfCodes, diagnostic } = defineCodes({
  'pdf/image-broken': {
    severity: 'warning',
    summary: 'The browser could not decode a picture, so the PDF shows a gap or its alternative text.',
    why: 'A damaged or mislabelled picture is easily missed until it is on the screen of the lecture hall.',
    mend: 'Open the picture in a viewer and export it again as PNG, JPEG, WebP or SVG.',
  },
  'pdf/font-failed': {
    severity: 'warning',
    summary: 'A font of the theme did not load, so the PDF uses another one.',
    why: 'Text in another font runs wider or narrower and may not fit its slide.',
    mend: 'Check the font file that the theme or the lesson CSS names.',
  },
  'pdf/request-refused': {
    severity: 'warning',
    summary: 'The document asked for something outside itself. The request was refused.',
    why: 'Documents must look the same without a network, and must tell nobody that they were printed.',
    mend: 'Put the file beside the lesson and name it by its path.',
  },
  'pdf/not-accessible': {
    severity: 'warning',
    summary:
      'The PDF was made, but does not say that it meets PDF/UA-1: its structure lacks something that slides show.',
    why: 'A screen reader reads the structure. What is not in it does not exist for someone who listens.',
    mend: 'Look at the slide that is named: give pictures an `alt`, and take `filter`, `mix-blend-mode`, `opacity` and `text-shadow` out of the lesson’s style sheet.',
  },
  'pdf/unfinished': {
    severity: 'warning',
    summary:
      'The PDF was written as the browser made it: without author, with the time of printing, and so never the same twice.',
    why: 'This browser writes PDF files in a form that Lectern does not know.',
    mend: 'Build with --browser bundled, and report the version of the browser.',
  },
});
