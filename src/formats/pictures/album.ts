import type { BrowserPage, PixelSize } from '../../model/index.ts';
import { steadyShot } from '../steady-shot.ts';
import { cutPages, type EncodedImage } from '../../render/index.ts';

/** How many slides one photograph shows: to take one costs more than what is on it. */
const together = 4;

type Form = keyof EncodedImage;

/** The pictures of all slides of a deck. They are photographed in one go, and written while the page goes on. */
export class Album {
  readonly #size: PixelSize;
  readonly #count: number;
  #pictures: readonly Promise<readonly EncodedImage[]>[] = [];

  constructor(size: PixelSize, count: number) {
    this.#size = size;
    this.#count = count;
  }

  /** Photographs the slides of the loaded deck, unless that is done. */
  async photograph(page: BrowserPage): Promise<void> {
    if (this.#pictures.length > 0) return;
    const { width, height } = this.#size;
    const each = Math.min(together, this.#count);
    const pictures: Promise<readonly EncodedImage[]>[] = [];
    // The document does not scroll beyond its end: the last photograph may show slides again.
    const startOf = (first: number): number => Math.min(first, this.#count - each);
    const shoot = (first: number): Promise<Uint8Array> =>
      steadyShot(page, { isQuick: true }, () => page.evaluate(`scrollTo(0, ${startOf(first) * height})`));
    const resized = page.resize({ width, height: height * each });
    let ahead = shoot(0);
    await resized;
    let last: Promise<unknown> = Promise.resolve();
    for (let first = 0; first < this.#count; first += each) {
      const start = startOf(first);
      const shot = ahead;
      // The page goes on while this photograph is compared and cut.
      if (first + each < this.#count) ahead = shoot(first + each);
      ahead.catch(() => undefined);
      const photograph = await shot;
      const tops = Array.from({ length: Math.min(each, this.#count - first) }, (_, i) => (first - start + i) * height);
      // One after another: unpacked photographs are large.
      const cut = last.then(() => cutPages(photograph, tops, height));
      last = cut.catch(() => undefined);
      pictures.push(cut);
    }
    // Other tasks of this document find it as it was.
    await page.evaluate('scrollTo(0, 0)');
    await page.resize(this.#size);
    this.#pictures = pictures;
  }

  /** @param number of the slide, from one */
  async picture(number: number, form: Form): Promise<Uint8Array> {
    const each = Math.min(together, this.#count);
    const group = await this.#pictures[Math.floor((number - 1) / each)];
    const found = group?.[(number - 1) % each];
    if (!found) throw new Error(`There is no picture of slide ${number}.`);
    return found[form];
  }
}
