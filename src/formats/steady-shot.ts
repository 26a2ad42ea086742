import type { BrowserPage } from '../model/index.ts';

type Shot = NonNullable<Parameters<BrowserPage['screenshot']>[0]>;

/** The most photographs of one part. */
const mostShots = 5;

/**
 * A photograph that came out the same twice running: after scrolling, and outside of the window, the browser may photograph
 * before it has painted every tile, once in some twenty photographs on a busy machine.
 * @param arrange brings the part into sight; the page does it before it photographs, and again before it does so once more
 */
export async function steadyShot(
  page: BrowserPage,
  shot: Shot,
  arrange: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Uint8Array> {
  const [, first, second] = await Promise.all([arrange(), page.screenshot(shot), page.screenshot(shot)]);
  if (Buffer.compare(first, second) === 0) return second;
  let last = second;
  for (let count = 2; count < mostShots; count++) {
    const [, next] = await Promise.all([arrange(), page.screenshot(shot)]);
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  return last;
}
