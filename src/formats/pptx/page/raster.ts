/// <reference lib="dom" />

/** A picture to be made into pixels: its address, and the size that is wanted. */
export interface RasterOrder {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page. @returns each picture as a PNG in Base64, on a ground that shines through; empty for what the browser
 * cannot draw.
 */
export async function rasterize(orders: readonly RasterOrder[]): Promise<readonly string[]> {
  const made: string[] = [];
  for (const { url, width, height } of orders) {
    const image = new Image();
    image.src = url;
    const isReady = await image.decode().then(
      () => true,
      () => false,
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width));
    canvas.height = Math.max(1, Math.round(height));
    const context = canvas.getContext('2d');
    if (!isReady || !context) {
      made.push('');
      continue;
    }
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    made.push(canvas.toDataURL('image/png').split(',')[1] ?? '');
  }
  return made;
}

/** Runs in the page. Shows nothing but what one named element paints itself, or with all that stands in it. */
export function isolate(name: string, isGround: boolean): void {
  // Another may be there when it is photographed once more.
  document.getElementById('lectern-alone')?.remove();
  const style = document.createElement('style');
  style.id = 'lectern-alone';
  const shown = `[data-shot="${name}"]`;
  const inside = isGround ? '' : `,#deck ${shown} *`;
  const letters = isGround ? `#deck ${shown}{color:transparent!important}` : '';
  style.textContent = `#deck>section *{visibility:hidden!important}#deck ${shown}${inside}{visibility:visible!important}#deck>section::after{visibility:hidden!important}${letters}`;
  document.head.append(style);
}

/** Runs in the page. */
export function showAll(): void {
  document.getElementById('lectern-alone')?.remove();
}
