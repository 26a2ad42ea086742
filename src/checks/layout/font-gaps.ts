import type { BrowserPage, FontUse } from '../../model/index.ts';
import { removeProbes, showProbes, type FontNotes, type FontUsage } from './page/fonts.ts';
import { functionText } from './script.ts';
import type { FontGap } from './scene.ts';

/** A gap and the index of the slide that shows it. */
type FoundGap = FontGap & { readonly slide: number };

/**
 * Finds characters that no font of the deck drew: first all characters of a font together, then, where that shows
 * another font, each alone. The page has measured its slides before.
 */
export async function findGaps(page: BrowserPage, usages: readonly FontUsage[]): Promise<readonly FoundGap[]> {
  const together = await probe(page, usages);
  const gaps: FoundGap[] = [];
  for (const [number, usage] of usages.entries()) {
    if (isComplete(together[number])) continue;
    const alone = await probe(
      page,
      usage.characters.map((character) => ({ ...usage, characters: [character] })),
    );
    const missing = usage.characters.filter((_, i) => !isComplete(alone[i]));
    const foreign = alone.flat().filter((font) => !font.isOwn);
    const used = [...new Set(foreign.map((font) => font.family))].join(', ');
    const call = `globalThis.lecternFonts.owners(${number}, ${JSON.stringify(missing)})`;
    const owners = await page.evaluate<ReturnType<FontNotes['owners']>>(call);
    gaps.push(...owners.map((owner) => ({ ...owner, families: usage.families, used, whole: !usage.isKnown })));
  }
  return gaps;
}

const isComplete = (fonts: readonly FontUse[] = []): boolean => fonts.every((font) => font.isOwn);

/** Tries more than once: while the browser is busy it may answer that no font drew anything. */
async function probe(page: BrowserPage, probes: readonly FontUsage[]): Promise<readonly (readonly FontUse[])[]> {
  await page.evaluate(`${functionText(showProbes)}(${JSON.stringify(probes)})`);
  let fonts = await page.fontsOf('#lectern-probe > div');
  for (let tries = 1; tries < 5 && fonts.some((used) => used.length === 0); tries++) {
    fonts = await page.fontsOf('#lectern-probe > div');
  }
  await page.evaluate(removeProbes);
  return fonts;
}
