import { failure, success, type Diagnostic, type Outcome } from '../../base/index.ts';
import { bareImage } from './bare.ts';
import { imageProblem } from './codes.ts';
import { mostPixels, type ImageInfo, type ImageSource } from './inspect.ts';
import type { ImageType } from './type.ts';

export interface FitOptions extends ImageSource {
  /** The largest box in which the picture is drawn, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface FittedImage {
  readonly bytes: Uint8Array;
  readonly mediaType: ImageType;
  /** Size in pixels of the bytes. */
  readonly width: number;
  readonly height: number;
}

/** Pixels for each CSS pixel: sharp on dense screens and in print. */
const density = 2;
/** The pixels of smaller files are kept as they are when they fit. */
const lightEnough = 400_000;

/**
 * Scales a raster picture down to twice the size at which it is drawn, and re-encodes what is needlessly heavy.
 * Decodes the whole picture, so that a damaged file is found now and not before the audience. What cameras and programs
 * write into it (names, places, folders) is left out. Same bytes in, same bytes out. SVG comes back unchanged.
 */
export async function fitImage(bytes: Uint8Array, info: ImageInfo, options: FitOptions): Promise<Outcome<FittedImage>> {
  if (info.mediaType === 'image/svg+xml') return success({ bytes, ...info });
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const place = options.at ? { at: options.at } : {};
  const open = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1, sequentialRead: true }).autoOrient();
  const box = { width: options.width * density, height: options.height * density };
  const target = {
    width: Math.round(box.width),
    height: Math.round(box.height),
    fit: 'inside',
    withoutEnlargement: true,
  } as const;
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: mostPixels, pages: 1 }).metadata();
    const animated = pages > 1;
    const diagnostics = animated ? [animatedProblem(pages, options)] : [];
    const fits = info.width <= box.width && info.height <= box.height;
    const bare = fits && !animated ? bareImage(bytes, info.mediaType) : undefined;
    if (bare && bare.length <= lightEnough) {
      await open().stats();
      return success({ bytes: bare, ...info }, diagnostics);
    }
    const { format, mediaType } = await encodingFor(info.mediaType, open);
    const { data, info: size } = await open()
      .resize(target)
      .toFormat(format, settings[format])
      .toBuffer({ resolveWithObject: true });
    if (bare && data.length >= bare.length) return success({ bytes: bare, ...info }, diagnostics);
    return success({ bytes: new Uint8Array(data), mediaType, width: size.width, height: size.height }, diagnostics);
  } catch (error) {
    // libvips throws for every picture that it cannot decode; nothing else in the block does.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return failure([imageProblem('image/damaged', `${options.file} cannot be decoded: ${reason}`, place)]);
  }
}

const settings = {
  jpeg: { quality: 84, mozjpeg: true },
  png: { compressionLevel: 9, palette: false },
  webp: { quality: 84, effort: 4 },
} as const;

type Encoding = { readonly format: keyof typeof settings; readonly mediaType: ImageType };

/** Photographs become JPEG, pictures with transparency or few colours stay PNG, WebP and AVIF become WebP. */
async function encodingFor(type: ImageType, open: () => import('sharp').Sharp): Promise<Encoding> {
  if (type === 'image/jpeg') return { format: 'jpeg', mediaType: 'image/jpeg' };
  if (type === 'image/webp' || type === 'image/avif') return { format: 'webp', mediaType: 'image/webp' };
  const { isOpaque, entropy } = await open().stats();
  const photograph = type === 'image/png' && isOpaque && entropy > 6.8;
  return photograph ? { format: 'jpeg', mediaType: 'image/jpeg' } : { format: 'png', mediaType: 'image/png' };
}

function animatedProblem(pages: number, { file, at }: FitOptions): Diagnostic {
  return imageProblem('image/animated', `${file} has ${pages} frames; the first one is used`, at ? { at } : {});
}
