import { defineCodes } from '../../base/index.ts';

/** What can be wrong with a lecturer's SVG file. */
export const { table: svgCodes, diagnostic: svgProblem } = defineCodes({
  'svg/not-xml': {
    severity: 'error',
    summary: 'The SVG file is not well-formed XML in UTF-8.',
    why: 'Browsers and print would show nothing, or only a part.',
    mend: 'Save the drawing again from the program that made it, as plain SVG.',
  },
  'svg/not-svg': {
    severity: 'error',
    summary: 'The root of the file is not an `<svg>` element.',
    why: 'Only SVG drawings are put into slides.',
    mend: 'Export the drawing as SVG.',
  },
  'svg/entities': {
    severity: 'error',
    summary: 'The SVG file declares entities in its DOCTYPE.',
    why: 'Entities can read other files and can grow without bound.',
    mend: 'Export the drawing as plain SVG, or remove the part of the DOCTYPE between square brackets.',
  },
  'svg/too-large': {
    severity: 'error',
    summary: 'The SVG file is too large, too deep, or copies its own parts too often.',
    why: 'It would make the deck slow to open or hang the browser.',
    mend: 'Simplify the drawing, or use a PNG or WebP picture instead.',
  },
  'svg/no-size': {
    severity: 'warning',
    summary: 'The SVG has neither a viewBox nor a width and height.',
    why: 'Its proportions have to be guessed, and parts may be cut off.',
    mend: 'Add `viewBox="0 0 WIDTH HEIGHT"` to the `<svg>` element.',
  },
  'svg/dropped': {
    severity: 'warning',
    summary: 'Parts of the SVG that could run code, load files or move were left out.',
    why: 'A deck holds no foreign scripts and asks nothing of the network; print cannot move.',
    mend: 'Remove the named parts from the drawing if it looks different without them.',
  },
});
