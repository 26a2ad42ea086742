import { defineCodes } from '../../base/index.ts';

/** The findings of writing a deck for PowerPoint. */
export const { table: pptxCodes, diagnostic } = defineCodes({
  'pptx/picture': {
    severity: 'info',
    summary: 'A part of a slide is a picture in the PowerPoint deck, because PowerPoint has nothing like it.',
    why: 'Who edits the deck in PowerPoint can move a picture, but not change what it shows.',
    mend: 'Change it in the outline and build again; or leave it as it is.',
  },
  'pptx/chart': {
    severity: 'info',
    summary: 'A chart is drawn with shapes in the PowerPoint deck: the charts of Office have nothing like it.',
    why: 'Who edits the deck in PowerPoint can change its shapes and words, but finds no table of its numbers behind it.',
    mend: 'Change the numbers in the outline and build again; or leave out what the finding names.',
  },
  'pptx/lost': {
    severity: 'warning',
    summary: 'A picture is missing from the PowerPoint deck: the browser could not draw it.',
    why: 'Who gets the deck sees a gap and does not know of it.',
    mend: 'Open the picture in a viewer and export it again as PNG, JPEG, WebP or SVG.',
  },
});
