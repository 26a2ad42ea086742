import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitImage, inspectImage, typeOfName } from '../../src/render/images/index.ts';

const at = { file: 'lesson.yaml', start: 1, end: 2 };
const source = (file: string) => ({ file, at });

/** A photograph-like picture: noise does not compress. */
async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif',
): Promise<Uint8Array> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let i = 0; i < pixels.length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    pixels[i] = (state >> 16) & 0xff;
  }
  return new Uint8Array(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .toFormat(format)
      .toBuffer(),
  );
}

function pngHeader(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function gif(frames: number): Uint8Array {
  const head = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1');
  const frame = Buffer.from(
    '\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00',
    'latin1',
  );
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}

const codes = (bytes: Uint8Array, file = 'x.png') =>
  inspectImage(bytes, source(file)).diagnostics.map((found) => found.code);

describe('inspecting', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('reads type and size of %s', async (format) => {
    const outcome = inspectImage(await picture(60, 40, format), source(`x.${format}`));
    expect(outcome).toEqual({
      ok: true,
      value: { mediaType: `image/${format}`, width: 60, height: 40 },
      diagnostics: [],
    });
  });

  it('reads SVG, with a comment or prologue before it', () => {
    const svg = '<!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"/>';
    expect(inspectImage(Buffer.from(svg), source('x.svg'))).toMatchObject({
      value: { mediaType: 'image/svg+xml', width: 8, height: 4 },
    });
    expect(codes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), 'x.svg')).toEqual(['svg/not-xml']);
  });

  it('turns the size as the camera was turned', async () => {
    const bytes = await sharp(await picture(60, 40, 'jpeg'))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(inspectImage(bytes, source('x.jpg'))).toMatchObject({ value: { width: 40, height: 60 } });
  });

  it('refuses what is not a picture, too large, or cut off in its header', async () => {
    expect(codes(Buffer.from('just some text'))).toEqual(['image/unknown-type']);
    expect(codes(new Uint8Array())).toEqual(['image/unknown-type']);
    expect(codes(pngHeader(30_000, 30_000))).toEqual(['image/too-large']);
    expect(codes(pngHeader(15_000, 15_000))).toEqual(['image/too-large']);
    expect(codes(Buffer.alloc(51_000_000))).toEqual(['image/too-large']);
    expect(codes((await picture(60, 40, 'jpeg')).subarray(0, 12), 'x.jpg')).toEqual(['image/damaged']);
    expect(codes(pngHeader(0, 10))).toEqual(['image/damaged']);
  });

  it('names a wrong extension', async () => {
    const bytes = await picture(6, 4, 'jpeg');
    expect(codes(bytes, 'x.png')).toEqual(['image/wrong-extension']);
    expect(codes(bytes, 'x.JPG')).toEqual([]);
    expect(typeOfName('a/b.constructor')).toBeUndefined();
  });
});

describe('fitting', () => {
  const box = { width: 40, height: 40 };
  const fit = async (bytes: Uint8Array, file: string, size = box) => {
    const seen = inspectImage(bytes, source(file));
    if (!seen.ok) throw new Error(seen.diagnostics[0]?.message);
    return fitImage(bytes, seen.value, { ...source(file), ...size });
  };

  it('scales down to twice the drawn size, the same way every time', async () => {
    const bytes = await picture(400, 200, 'jpeg');
    const first = await fit(bytes, 'x.jpg');
    const second = await fit(bytes, 'x.jpg');
    expect(first).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', width: 80, height: 40 } });
    expect(second).toEqual(first);
    expect(first.ok && first.value.bytes.length).toBeLessThan(bytes.length / 4);
  });

  it('leaves small pictures alone', async () => {
    const bytes = await picture(60, 40, 'webp');
    const outcome = await fit(bytes, 'x.webp');
    expect(outcome.ok && outcome.value.bytes).toBe(bytes);
  });

  it('makes photographs in PNG into JPEG and keeps transparency', async () => {
    expect(await fit(await picture(400, 200, 'png'), 'x.png')).toMatchObject({ value: { mediaType: 'image/jpeg' } });
    const clear = await sharp({ create: { width: 400, height: 200, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect(await fit(clear, 'x.png')).toMatchObject({ value: { mediaType: 'image/png', width: 80 } });
    expect(await fit(await picture(400, 200, 'avif'), 'x.avif')).toMatchObject({ value: { mediaType: 'image/webp' } });
  });

  it('leaves out where the photograph was taken', async () => {
    const bytes = await sharp(await picture(400, 200, 'jpeg'))
      .withExif({ IFD0: { Artist: 'Jan' } })
      .toBuffer();
    const outcome = await fit(bytes, 'x.jpg');
    expect(outcome.ok && Buffer.from(outcome.value.bytes).includes('Jan')).toBe(false);
  });

  it('takes one frame of an animation', async () => {
    const outcome = await fit(gif(3), 'x.gif');
    expect(outcome.diagnostics.map((found) => found.code)).toEqual(['image/animated']);
    expect(outcome).toMatchObject({ ok: true, value: { width: 1, height: 1 } });
  });

  it('keeps SVG as it is', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900"/>');
    const outcome = await fit(bytes, 'x.svg');
    expect(outcome.ok && outcome.value.bytes).toBe(bytes);
  });

  it('finds a truncated photograph and a picture whose pixels are missing', async () => {
    const whole = await picture(400, 200, 'jpeg');
    const cut = await fit(whole.subarray(0, whole.length / 2), 'x.jpg');
    expect(cut.diagnostics).toMatchObject([{ code: 'image/damaged', at }]);
    expect((await fit(pngHeader(4000, 4000), 'x.png')).diagnostics).toMatchObject([{ code: 'image/damaged' }]);
  });

  it('is not held up by ten thousand frames', { timeout: 10_000 }, async () => {
    const start = performance.now();
    expect((await fit(gif(10_000), 'x.gif')).diagnostics).toMatchObject([{ code: 'image/animated' }]);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
