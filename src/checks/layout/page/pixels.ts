/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Rgb } from '../scene.ts';

/**
 * Runs in the page. Hides all letters, or shows them again, so that a picture shows what lies behind them. A picture of a
 * page that runs from right to left would begin wherever something hidden reaches to, so the page, not its slides, runs
 * from left to right.
 */
export function hideLetters(hide: boolean): void {
  document.getElementById('lectern-unlettered')?.remove();
  if (!hide) return;
  const style = document.createElement('style');
  style.id = 'lectern-unlettered';
  style.textContent =
    '#deck *{color:transparent!important;-webkit-text-fill-color:transparent!important;text-shadow:none!important;text-decoration-color:transparent!important}#deck text,#deck tspan{fill:transparent!important;stroke:transparent!important}';
  if (document.documentElement.dir === 'rtl')
    style.textContent += 'html,body,#deck{direction:ltr!important}#deck>section{direction:rtl!important}';
  document.head.append(style);
}

/**
 * Runs in the page. Decodes a PNG picture.
 * @param boxes left, top, width, height in pixels of the picture.
 * @returns for each box its darkest, middle and lightest colours (5th, 50th and 95th percentile of lightness).
 */
export async function samplePixels(
  png: string,
  boxes: readonly (readonly [number, number, number, number])[],
): Promise<readonly (readonly Rgb[])[]> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!canvas) return boxes.map(() => []);
  canvas.drawImage(bitmap, 0, 0);
  return boxes.map(([left, top, width, height]) => {
    const x = Math.max(0, Math.min(bitmap.width - 1, Math.floor(left)));
    const y = Math.max(0, Math.min(bitmap.height - 1, Math.floor(top)));
    const { data } = canvas.getImageData(
      x,
      y,
      Math.max(1, Math.min(bitmap.width - x, Math.ceil(width))),
      Math.max(1, Math.min(bitmap.height - y, Math.ceil(height))),
    );
    const pixels: Rgb[] = [];
    for (let i = 0; i + 2 < data.length; i += 12) pixels.push([data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]);
    const lightness = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    pixels.sort((a, b) => lightness(a) - lightness(b));
    return [0.05, 0.5, 0.95].flatMap((share) => {
      const pixel = pixels[Math.floor((pixels.length - 1) * share)];
      return pixel ? [pixel] : [];
    });
  });
}
