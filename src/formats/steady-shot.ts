import type { BrowserPage } from '../model/index.ts';

type Shot = NonNullable<Parameters<BrowserPage['screenshot']>[0]>;

/** The most photographs of one part. */
const mostShots = 5;

/**
 * A photograph that came out the same twice running: after scrolling, and outside of the window, the browser may photograph
 * before it has painted every tile, once in some twenty photographs on a busy machine.
 */
export async function steadyShot(page: BrowserPage, shot: Shot): Promise<Uint8Array> {
  let last = await page.screenshot(shot);
  for (let count = 1; count < mostShots; count++) {
    const next = await page.screenshot(shot);
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  return last;
}
