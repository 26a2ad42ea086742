import { defineCodes } from '../../base/index.ts';

/** What can be wrong with a picture file. */
export const { table: imageCodes, diagnostic: imageProblem } = defineCodes({
  'image/unknown-type': {
    severity: 'error',
    summary: 'The file is not a PNG, JPEG, GIF, WebP, AVIF or SVG picture, whatever its name says.',
    why: 'Browsers would show a broken picture.',
    mend: 'Save the picture again in one of these formats.',
  },
  'image/too-large': {
    severity: 'error',
    summary: 'The picture has more pixels or bytes than a slide can need.',
    why: 'Decoding it takes gigabytes of memory, on the computer of everyone who opens the deck too.',
    mend: 'Scale the picture down; 2560 x 1440 is enough for a whole slide.',
  },
  'image/damaged': {
    severity: 'error',
    summary: 'The picture cannot be decoded: the file is cut off or damaged.',
    why: 'The slide would show a grey or broken picture.',
    mend: 'Download or export the picture again.',
  },
  'image/animated': {
    severity: 'warning',
    summary: 'The picture is animated; only its first frame is used.',
    why: 'Print shows one frame, and motion beside text distracts.',
    mend: 'Choose the frame that makes the point and save it as a still picture.',
  },
  'image/wrong-extension': {
    severity: 'warning',
    summary: 'The name of the picture says another format than its bytes.',
    why: 'Other programs may refuse the file.',
    mend: 'Give the file the ending that the message names, and write it in the outline too: `src: images/cell.jpg` for `images/cell.png`.',
  },
});
