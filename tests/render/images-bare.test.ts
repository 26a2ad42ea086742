import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { bareImage } from '../../src/render/images/bare.ts';

const exif = { IFD0: { Artist: 'canary-name', ImageDescription: '/home/canary/picture' } };
const drawn = (): Sharp => {
  const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, i) => (i * 7) % 256));
  return sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } });
};
const pixelsOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

it.each(['png', 'jpeg', 'webp'] as const)('drops names and places from %s and keeps every pixel', async (format) => {
  const bytes = await drawn().toFormat(format).withExif(exif).keepIccProfile().toBuffer();
  expect(bytes.includes('canary')).toBe(true);
  const bare = bareImage(bytes, `image/${format}`);
  expect(Buffer.from(bare ?? []).includes('canary')).toBe(false);
  expect((await pixelsOf(bare ?? bytes)).equals(await pixelsOf(bytes))).toBe(true);
  expect(bareImage(bare ?? bytes, `image/${format}`), 'nothing more to drop').toBe(bare);
});

it.each(['png', 'jpeg', 'webp'] as const)('drops XMP from %s', async (format) => {
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>canary-place</rdf:RDF></x:xmpmeta>';
  const bytes = await drawn().toFormat(format).withXmp(xmp).toBuffer();
  const xmpOf = async (image: Uint8Array): Promise<string | undefined> =>
    (await sharp(image).metadata()).xmp?.toString();
  expect(await xmpOf(bytes)).toContain('canary');
  const bare = bareImage(bytes, `image/${format}`) ?? bytes;
  expect(await xmpOf(bare)).toBeUndefined();
  // A reader that does not look at the flags of a file finds nothing either.
  expect(Buffer.from(bare).includes('canary')).toBe(false);
  expect((await pixelsOf(bare)).equals(await pixelsOf(bytes))).toBe(true);
});

it.each(['png', 'jpeg', 'webp'] as const)('leaves a turned %s to be encoded anew', async (format) => {
  const bytes = await drawn().toFormat(format).withMetadata({ orientation: 6 }).toBuffer();
  expect(bareImage(bytes, `image/${format}`)).toBeUndefined();
});

it('drops comments and what is appended behind the picture', async () => {
  const jpeg = await drawn().jpeg().toBuffer();
  const comment = Buffer.from([0xff, 0xfe, 0, 8, ...Buffer.from('canary')]);
  const bytes = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from('canary')]);
  expect(Buffer.from(bareImage(bytes, 'image/jpeg') ?? []).equals(jpeg)).toBe(true);
  const png = await drawn().png().toBuffer();
  expect(Buffer.from(bareImage(Buffer.concat([png, Buffer.from('canary')]), 'image/png') ?? []).equals(png)).toBe(true);
});

it('gives up on damaged files instead of failing', async () => {
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const bytes = await drawn().toFormat(format).withExif(exif).toBuffer();
    for (let length = 12; length < bytes.length; length += 7)
      expect(() => bareImage(bytes.subarray(0, length), `image/${format}`)).not.toThrow();
  }
});
