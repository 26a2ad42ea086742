/**
 * How a picture of a slide is kept: the PNG pixel by pixel, the WebP for pages and messages. With more effort both take a
 * third more time for a twentieth fewer bytes, and pictures are what the whole kit spends most on.
 */
const settings = {
  png: { compressionLevel: 3, adaptiveFiltering: false },
  webp: { quality: 80, effort: 0 },
} as const;

/** A picture in the forms in which it is kept. */
export type EncodedImage = Readonly<Record<keyof typeof settings, Uint8Array>>;

/**
 * Cuts a photograph of several pages below each other into its pages.
 * @param tops where each begins, in pixels from the top
 * @returns each in all forms; the same photograph gives the same bytes
 */
export async function cutPages(
  photograph: Uint8Array,
  tops: readonly number[],
  height: number,
): Promise<readonly EncodedImage[]> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const { data, info } = await sharp(photograph).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, channels } = info;
  const line = width * channels;
  return Promise.all(
    tops.map(async (top) => {
      // Not with sharp's own `clone`, which copies all pixels on the way.
      const page = () => sharp(data.subarray(top * line, (top + height) * line), { raw: { width, height, channels } });
      const [png, webp] = await Promise.all([
        page().png(settings.png).toBuffer(),
        page().webp(settings.webp).toBuffer(),
      ]);
      return { png, webp };
    }),
  );
}
