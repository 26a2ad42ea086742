import { hashParts, Recent, type Hash } from '../../base/index.ts';
import type { BrowserPage, FontUse } from '../../model/index.ts';
import { removeProbes, showProbes, type FontNotes, type FontUsage } from './page/fonts.ts';
import { functionText } from './script.ts';
import type { FontGap } from './scene.ts';

/** A gap and the index of the slide that shows it. */
type FoundGap = FontGap & { readonly slide: number };

const faceRule = '@font-face';

/** Names all fonts that a document brings along. */
export function fontsKey(html: string): Hash {
  const rules: string[] = [];
  for (let at = html.indexOf(faceRule); at >= 0; at = html.indexOf(faceRule, at + 1)) {
    const end = html.indexOf('}', at);
    rules.push(html.slice(at, end < 0 ? undefined : end));
  }
  return hashParts(rules);
}

/** Characters that a font was seen to draw, by the fonts of the document and the one that was asked for. */
const drawn = new Recent<ReadonlySet<string>>(200_000);

/**
 * Finds characters that no font of the deck drew: first all characters of a font together, then, where that shows
 * another font, each alone. What the same fonts drew in an earlier deck is not asked again. The page has measured its
 * slides before.
 * @param fonts names the fonts that the document brings along
 */
export async function findGaps(
  page: BrowserPage,
  usages: readonly FontUsage[],
  fonts: Hash,
): Promise<readonly FoundGap[]> {
  const keyOf = ({ families, style, weight }: FontUsage): string => hashParts([fonts, families, style, weight]);
  const asked = usages.flatMap((usage, number) => {
    const known = drawn.get(keyOf(usage));
    const characters = usage.characters.filter((character) => known?.has(character) !== true);
    return characters.length === 0 ? [] : [{ usage: { ...usage, characters }, number }];
  });
  if (asked.length === 0) return [];
  const together = await probe(
    page,
    asked.map(({ usage }) => usage),
  );
  const gaps: FoundGap[] = [];
  for (const [i, { usage, number }] of asked.entries()) {
    const used = together[i] ?? [];
    if (!isComplete(used)) gaps.push(...(await gapsOf(page, usage, number)));
    else if (used.length > 0) {
      const all = new Set([...(drawn.get(keyOf(usage)) ?? []), ...usage.characters]);
      drawn.put(keyOf(usage), all, all.size);
    }
  }
  return gaps;
}

/** Tries each character alone. */
async function gapsOf(page: BrowserPage, usage: FontUsage, number: number): Promise<readonly FoundGap[]> {
  const alone = await probe(
    page,
    usage.characters.map((character) => ({ ...usage, characters: [character] })),
  );
  const missing = usage.characters.filter((_, i) => !isComplete(alone[i]));
  const foreign = alone.flat().filter((font) => !font.isOwn);
  const used = [...new Set(foreign.map((font) => font.family))].join(', ');
  const call = `globalThis.lecternFonts.owners(${number}, ${JSON.stringify(missing)})`;
  const owners = await page.evaluate<ReturnType<FontNotes['owners']>>(call);
  return owners.map((owner) => ({ ...owner, families: usage.families, used, whole: !usage.isKnown }));
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
