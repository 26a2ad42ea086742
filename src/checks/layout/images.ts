import { defineCodes } from '../../base/index.ts';
import { numberOption } from '../settings.ts';
import type { LayoutCheck } from '../check.ts';
import { quoted } from './boxes.ts';
import { Placer } from './place.ts';

const { table, diagnostic } = defineCodes({
  'slide/image-resolution': {
    severity: 'warning',
    summary: 'A picture has fewer than 1.5 pixels for each pixel of the slide.',
    why: 'It looks blurred on a dense screen, on a projector and in print.',
    mend: 'Use a larger file, show it smaller, or draw it as SVG.',
  },
  'slide/image-distorted': {
    severity: 'error',
    summary: 'A picture is stretched: its width and height are not scaled alike.',
    why: 'What it shows has the wrong shape.',
    mend: 'Correct the style sheet that sets its width and height, or use `object-fit`.',
  },
  'slide/image-broken': {
    severity: 'error',
    summary: 'The browser cannot decode a picture.',
    why: 'The slide shows an empty frame.',
    mend: 'Save the picture anew as PNG, JPEG, WebP or SVG.',
  },
});

/** Option `minimum` of `slide/image-resolution`: pixels of the file for each CSS pixel. */
const sharp = 1.5;

/** What lies behind everything as decoration is softened by a veil. */
const veiled = 0.75;

/** Rounding to whole pixels stretches a little. */
const slack = 0.02;

export const imagesCheck: LayoutCheck = {
  name: 'images',
  codes: table,
  judge(scene, context) {
    const { config } = context;
    const placer = new Placer(context);
    const minimum = numberOption(config, 'slide/image-resolution', 'minimum', sharp);
    return scene.slides.flatMap((slide) =>
      slide.pictures.flatMap(({ kind, alt, density: [across, down], drawn, decorative, layered }) => {
        const { at } = placer.picture(slide, alt);
        const name = `Slide "${slide.id}": the picture ${quoted(alt)}`;
        if (across === 0 || down === 0)
          return kind === 'raster' ? [diagnostic('slide/image-broken', `${name} cannot be decoded.`, { at })] : [];
        const pixel = 1 / Math.max(1, Math.min(drawn.right - drawn.left, drawn.bottom - drawn.top));
        const stretched = Math.abs(across / down - 1) > slack + pixel;
        const coarse = kind === 'raster' && Math.min(across, down) < (decorative && layered ? veiled : minimum) - 0.01;
        const wider = Math.round((down / across - 1) * 100);
        return [
          ...(stretched
            ? [
                diagnostic(
                  'slide/image-distorted',
                  `${name} is ${Math.abs(wider)} % too ${wider > 0 ? 'wide' : 'narrow'} for its height.`,
                  { at },
                ),
              ]
            : []),
          ...(coarse
            ? [
                diagnostic(
                  'slide/image-resolution',
                  `${name} has ${Math.min(across, down).toFixed(2)} pixels for each pixel of the slide, less than ${minimum}.`,
                  { at },
                ),
              ]
            : []),
        ];
      }),
    );
  },
};
