import type { BrowserPage } from '../../model/index.ts';
import { findGaps } from './font-gaps.ts';
import { makeDrawingGround } from './page/drawing.ts';
import { makeFontNotes, type FontUsage } from './page/fonts.ts';
import { makeLimitKinds, makeLimits } from './page/limits.ts';
import { makeLines } from './page/lines.ts';
import { makeColors, makePaint } from './page/paint.ts';
import { makePictures } from './page/pictures.ts';
import { hideLetters, samplePixels } from './page/pixels.ts';
import { makeScale } from './page/scale.ts';
import { makeSight } from './page/sight.ts';
import { collectSlides, makeEdges, type MeasuredSlide } from './page/slides.ts';
import { makeTexts } from './page/texts.ts';
import { functionText } from './script.ts';
import type { Box, Rgb, Scene, SceneSlide, SceneText } from './scene.ts';

/** Raise it when what is measured changes. */
export const sceneVersion = 2;

/** Puts the tools together in the page. */
const measureScript = `(() => {
  const sight = ${functionText(makeSight)}();
  const lines = ${functionText(makeLines)}(sight);
  const scaleOf = ${functionText(makeScale)}(sight);
  const colors = ${functionText(makeColors)}(sight);
  const paint = ${functionText(makePaint)}(sight, colors);
  const limitsOf = ${functionText(makeLimits)}(sight, ${functionText(makeLimitKinds)}());
  const drawingGround = ${functionText(makeDrawingGround)}(sight, colors, paint);
  const pictureOf = ${functionText(makePictures)}(sight, limitsOf);
  const textOf = ${functionText(makeTexts)}({ sight, lines, scaleOf, colors, paint, limitsOf, drawingGround });
  const fonts = ${functionText(makeFontNotes)}();
  const edges = ${functionText(makeEdges)}(sight, colors);
  const slides = ${functionText(collectSlides)}({ sight, fonts, textOf, pictureOf }, edges);
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
    const texts = slide.texts.some((item) => item.sampled) ? await withGrounds(page, slide, top) : slide.texts;
    measured.push({ ...slide, texts, gaps: gaps.filter((gap) => gap.slide === index) });
    top += slide.height;
  }
  return { slides: measured.map(rounded) };
}

/** Looks up in the pixels what lies behind texts on pictures and gradients. `top` is that of the slide in the document. */
async function withGrounds(page: BrowserPage, slide: MeasuredSlide, top: number): Promise<readonly SceneText[]> {
  await page.evaluate(hideLetters, true);
  const picture = await page.screenshot({ clip: { x: 0, y: top, width: slide.width, height: slide.height } });
  await page.evaluate(hideLetters, false);
  const boxes = slide.texts.flatMap((item) => (item.sampled ? item.lines.map((line) => cornersOf(line)) : []));
  const colors = [...(await page.evaluate(samplePixels, Buffer.from(picture).toString('base64'), boxes))];
  return slide.texts.map((item) =>
    item.sampled ? { ...item, backgrounds: item.lines.flatMap((): readonly Rgb[] => colors.shift() ?? []) } : item,
  );
}

type Corners = readonly [left: number, top: number, width: number, height: number];
const cornersOf = ({ left, top, right, bottom }: Box): Corners => [left, top, right - left, bottom - top];

const hundredth = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

/** Hundredths of a pixel are enough, and make the same bytes wherever the same glyphs are drawn. */
const rounded = (slide: SceneSlide): SceneSlide => JSON.parse(JSON.stringify(slide, hundredth)) as SceneSlide;
