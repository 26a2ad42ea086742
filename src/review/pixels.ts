import type { Json } from '../base/index.ts';
import type { BrowserPage, Deck, PixelSize } from '../model/index.ts';
import { staticHtml } from '../formats/html/index.ts';
import { numberedAs, type Change } from './compare.ts';
import { differingParts, showMarked } from './page-pixels.ts';
import type { ShownDeck } from './shown-deck.ts';

/** How a slide looked and looks, as WebP, with outlines around what differs. */
export interface Look {
  readonly old?: Uint8Array;
  readonly now?: Uint8Array;
}

/** Width of the pictures that are kept. */
const keptWidth = 800;

const asDeck = (shown: ShownDeck, slides: readonly string[]): Deck =>
  ({ ...shown, authors: [], slides: slides.map((html) => ({ html })) }) as unknown as Deck;

/**
 * Takes pictures of slides in the page that prints: nothing in them runs, and nothing is fetched. Of a slide that looks as
 * it did, none is kept.
 */
export async function looksOf(
  page: BrowserPage,
  { old, now }: { readonly old: ShownDeck; readonly now: ShownDeck },
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Look>> {
  const shown = changes.filter(({ mayLookOther }) => mayLookOther);
  const before = shown.filter((change) => change.old);
  const after = shown.filter((change) => change.now);
  const oldHtml = before.map((change) => numberedAs(change.old?.html ?? '', change.now?.html ?? ''));
  const oldShots = await shotsOf(
    page,
    old,
    before.map(({ id }, i) => [id, oldHtml[i] ?? ''] as const),
  );
  const newShots = await shotsOf(
    page,
    now,
    after.map((change) => [change.id, change.now?.html ?? ''] as const),
  );
  await page.load('<!doctype html><title>-</title>', { viewport: now.size });
  const looks = new Map<string, Look>();
  for (const { id } of shown) {
    const [was, is] = [oldShots.get(id), newShots.get(id)];
    const parts = was !== undefined && is !== undefined ? await page.evaluate(differingParts, was, is) : [];
    if (was !== undefined && is !== undefined && parts.length === 0) continue;
    const marked = async (shot: string, size: PixelSize): Promise<Uint8Array> => {
      await page.evaluate(showMarked, shot, size.width, parts as unknown as Json);
      const scale = Math.min(1, keptWidth / size.width);
      return page.screenshot({ type: 'webp', clip: { x: 0, y: 0, ...size }, scale });
    };
    looks.set(id, {
      ...(was === undefined ? {} : { old: await marked(was, old.size) }),
      ...(is === undefined ? {} : { now: await marked(is, now.size) }),
    });
  }
  return looks;
}

/** Pictures of slides, as PNG in base 64. */
async function shotsOf(
  page: BrowserPage,
  shown: ShownDeck,
  slides: readonly (readonly [id: string, html: string])[],
): Promise<ReadonlyMap<string, string>> {
  const shots = new Map<string, string>();
  if (slides.length === 0) return shots;
  const { size } = shown;
  await page.load(
    staticHtml(
      asDeck(
        shown,
        slides.map(([, html]) => html),
      ),
      shown.title,
    ),
    { viewport: size },
  );
  for (const [i, [id]] of slides.entries()) {
    await page.evaluate(`scrollTo(0, ${i * size.height})`);
    shots.set(id, Buffer.from(await page.screenshot({ type: 'png' })).toString('base64'));
  }
  return shots;
}
