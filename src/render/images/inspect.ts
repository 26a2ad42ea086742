import { imageSize } from 'image-size';
import { failure, success, type Outcome, type Span } from '../../base/index.ts';
import { sizeOf } from '../svg/size.ts';
import { parseSvg } from '../svg/parse.ts';
import { imageProblem } from './codes.ts';
import { typeOfBytes, typeOfName, type ImageType } from './type.ts';

export interface ImageSource {
  /** The name to show in messages. */
  readonly file: string;
  readonly at?: Span;
}

export interface ImageInfo {
  readonly mediaType: ImageType;
  /** Natural size in pixels, after the rotation that the file asks for. */
  readonly width: number;
  readonly height: number;
}

const mostBytes = 50_000_000;
/** No side may be longer, and no picture may hold more pixels (50 megapixels: 200 MB once decoded). */
const longestSide = 16_000;
export const mostPixels = 50_000_000;

/** Reads the type and size of a picture from its header, without decoding it. */
export function inspectImage(bytes: Uint8Array, source: ImageSource): Outcome<ImageInfo> {
  const { file } = source;
  const place = source.at ? { at: source.at } : {};
  if (bytes.length > mostBytes) {
    const message = `${file} is ${Math.round(bytes.length / 1e6)} MB, more than ${mostBytes / 1e6} MB`;
    return failure([imageProblem('image/too-large', message, place)]);
  }
  const mediaType = typeOfBytes(bytes);
  if (!mediaType)
    return failure([
      imageProblem('image/unknown-type', `${file} is not a picture that browsers show`, {
        ...place,
        help: [
          'Save it as PNG, JPEG, WebP, AVIF, GIF or SVG: open it in a picture viewer and choose “Export” or “Save as”.',
          'Photographs of an iPhone (HEIC): in Settings, Camera, Formats choose “Most Compatible”, or export as JPEG.',
        ],
      }),
    ]);
  if (mediaType === 'image/svg+xml') return inspectSvg(bytes, source);
  const size = sizeOfRaster(bytes);
  if (!size) return failure([imageProblem('image/damaged', `the header of ${file} is cut off or damaged`, place)]);
  if (Math.max(size.width, size.height) > longestSide || size.width * size.height > mostPixels) {
    const message = `${file} is ${size.width} x ${size.height} pixels, more than ${mostPixels / 1e6} megapixels or ${longestSide} on a side`;
    return failure([imageProblem('image/too-large', message, place)]);
  }
  const promised = typeOfName(file);
  const misnamed = promised !== undefined && promised !== mediaType;
  const warnings = misnamed
    ? [imageProblem('image/wrong-extension', `${file} is ${mediaType} by its bytes`, place)]
    : [];
  return success({ mediaType, ...size }, warnings);
}

function inspectSvg(bytes: Uint8Array, source: ImageSource): Outcome<ImageInfo> {
  const parsed = parseSvg(bytes, source);
  if (!parsed.ok) return parsed;
  const { width, height } = sizeOf(parsed.value);
  return success({ mediaType: 'image/svg+xml', width, height });
}

function sizeOfRaster(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // image-size throws on every header that it cannot read; the caller reports it.
    return undefined;
  }
}
