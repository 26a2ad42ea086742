import type { BrowserPage, FontUse } from '../../model/index.ts';
import { makeDrawingGround } from './page/drawing.ts';
import { makeFontNotes, removeProbes, showProbes, type FontNotes, type FontUsage } from './page/fonts.ts';
import { makeLimits } from './page/limits.ts';
import { makeLines } from './page/lines.ts';
import { makePaint } from './page/paint.ts';
import { makePictures } from './page/pictures.ts';
import { hideLetters, samplePixels } from './page/pixels.ts';
import { makeSight } from './page/sight.ts';
import { collectSlides, makeEdges, type MeasuredSlide } from './page/slides.ts';
import { makeTexts, type MeasuredText } from './page/texts.ts';
import type { Box, FontGap, Rgb, Scene, SceneSlide, SceneText } from './scene.ts';

/** Raise it when what is measured changes. */
export const sceneVersion = 1;

/** Puts the tools together in the page; functions reach it as text, so each is complete in itself. */
const measureScript = `(() => {
  const sight = (${makeSight})();
  const lines = (${makeLines})(sight);
  const paint = (${makePaint})(sight);
  const limitsOf = (${makeLimits})(sight);
  const drawingGround = (${makeDrawingGround})(sight, paint);
  const pictureOf = (${makePictures})(sight, limitsOf);
  const textOf = (${makeTexts})({ sight, lines, paint, limitsOf, drawingGround });
  const fonts = (${makeFontNotes})();
  const edges = (${makeEdges})(sight, paint);
  const slides = (${collectSlides})({ sight, paint, fonts, textOf, pictureOf }, edges);
  globalThis.lecternFonts = fonts;
  return { slides, usages: fonts.usages() };
})()`;

interface Measured {
  readonly slides: readonly MeasuredSlide[];
  readonly usages: readonly FontUsage[];
}

/** Measures all slides of the loaded deck: texts, pictures, colours, fonts. The document is left as it was. */
export async function measureScene(page: BrowserPage): Promise<Scene> {
  const { slides, usages } = await page.evaluate<Measured>(measureScript);
  const gaps = await findGaps(page, usages);
  const measured: SceneSlide[] = [];
  let top = 0;
  for (const [index, slide] of slides.entries()) {
    const texts = await withGrounds(page, slide, top);
    measured.push({
      ...slide,
      texts,
      gaps: gaps.filter((gap) => gap.slide === index).map(({ slide: _, ...gap }) => gap),
    });
    top += slide.height;
  }
  return { slides: measured.map(rounded) };
}

/** Looks up in the pixels what lies behind texts on pictures and gradients. `top` is that of the slide in the document. */
async function withGrounds(page: BrowserPage, slide: MeasuredSlide, top: number): Promise<readonly SceneText[]> {
  const plain = slide.texts.map(({ sampled: _, ...text }): SceneText => text);
  if (!slide.texts.some((text) => text.sampled)) return plain;
  await page.evaluate(hideLetters, true);
  const picture = await page.screenshot({ clip: { x: 0, y: top, width: slide.width, height: slide.height } });
  await page.evaluate(hideLetters, false);
  const boxes = slide.texts.flatMap((text) => (text.sampled ? text.lines.map((line) => boxOf(line)) : []));
  const colors = [...(await page.evaluate(samplePixels, Buffer.from(picture).toString('base64'), boxes))];
  return slide.texts.map((text: MeasuredText, i) => {
    const own = plain[i] ?? text;
    return text.sampled ? { ...own, backgrounds: text.lines.flatMap((): readonly Rgb[] => colors.shift() ?? []) } : own;
  });
}

const boxOf = ({ left, top, right, bottom }: Box): readonly [number, number, number, number] => [
  left,
  top,
  right - left,
  bottom - top,
];

type FoundGap = FontGap & { readonly slide: number };

/** Characters that no font of the deck drew: first all characters of a font together, then, where that fails, each alone. */
async function findGaps(page: BrowserPage, usages: readonly FontUsage[]): Promise<readonly FoundGap[]> {
  const together = await probe(page, usages);
  const gaps: FoundGap[] = [];
  for (const [number, usage] of usages.entries()) {
    const fonts = together[number] ?? [];
    if (fonts.every((font) => font.isOwn)) continue;
    const alone = await probe(
      page,
      usage.characters.map((character) => ({ ...usage, characters: [character] })),
    );
    const missing = usage.characters.filter((_, i) => !(alone[i] ?? []).every((font) => font.isOwn));
    const used = [
      ...new Set(
        alone
          .flat()
          .filter((font) => !font.isOwn)
          .map((font) => font.family),
      ),
    ].join(', ');
    const owners = await page.evaluate<ReturnType<FontNotes['owners']>>(
      `globalThis.lecternFonts.owners(${number}, ${JSON.stringify(missing)})`,
    );
    gaps.push(...owners.map((owner) => ({ ...owner, families: usage.families, used, whole: !usage.isKnown })));
  }
  return gaps;
}

/** Tries more than once: while the browser is busy it may answer that no font drew anything. */
async function probe(page: BrowserPage, probes: readonly FontUsage[]): Promise<readonly (readonly FontUse[])[]> {
  await page.evaluate(`(${showProbes})(${JSON.stringify(probes)})`);
  let fonts: readonly (readonly FontUse[])[] = [];
  for (let tries = 0; tries < 5 && (tries === 0 || fonts.some((used) => used.length === 0)); tries++)
    fonts = await page.fontsOf('#lectern-probe > div');
  await page.evaluate(removeProbes);
  return fonts;
}

/** Hundredths of a pixel are enough, and make the same bytes wherever the same glyphs are drawn. */
const rounded = (slide: SceneSlide): SceneSlide =>
  JSON.parse(
    JSON.stringify(slide, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
  ) as SceneSlide;
