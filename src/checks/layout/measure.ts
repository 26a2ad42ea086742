import type { BrowserPage } from '../../model/index.ts';
import { findGaps, fontsKey } from './font-gaps.ts';
import { makeDrawingGround } from './page/drawing.ts';
import { makeFontNotes, type FontUsage } from './page/fonts.ts';
import { makeLimitKinds, makeLimits } from './page/limits.ts';
import { makeLines } from './page/lines.ts';
import { makeColors, makePaint } from './page/paint.ts';
import { makePictures } from './page/pictures.ts';
import { hideLetters, showLetters } from './page/pixels.ts';
import { makeScale } from './page/scale.ts';
import { makeSight } from './page/sight.ts';
import { collectSlides, makeEdges, type MeasuredSlide } from './page/slides.ts';
import { makeTexts } from './page/texts.ts';
import { gradesOf, readPng, type PixelBox } from './png.ts';
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

/**
 * Measures all slides of the loaded deck: texts, pictures, colours, fonts. The document is left as it was.
 * @param html what the page has loaded
 */
export async function measureScene(page: BrowserPage, html: string): Promise<Scene> {
  const { slides, usages } = await page.evaluate<Measured>(measureScript);
  const gaps = await findGaps(page, usages, fontsKey(html));
  const measured: SceneSlide[] = [];
  let top = 0;
  for (const [index, slide] of slides.entries()) {
    const texts = slide.texts.some((item) => item.sampled)
      ? await withGrounds(page, slide, { index, top })
      : slide.texts;
    measured.push({ ...slide, texts, gaps: gaps.filter((gap) => gap.slide === index) });
    top += slide.height;
  }
  return { slides: measured.map(rounded) };
}

/**
 * Looks up in the pixels what lies behind texts on pictures and gradients. `top` is that of the slide in the document. Only
 * the part of the slide with these texts is taken: the browser paints and packs no more than it must.
 */
async function withGrounds(
  page: BrowserPage,
  slide: MeasuredSlide,
  { index, top }: { readonly index: number; readonly top: number },
): Promise<readonly SceneText[]> {
  const lines = slide.texts.flatMap((item) => (item.sampled ? item.lines : [])).map((line) => pixelBox(line, slide));
  if (lines.length === 0) return slide.texts;
  const x = Math.min(...lines.map(([left]) => left));
  const y = Math.min(...lines.map(([, upper]) => upper));
  const width = Math.max(...lines.map(([left, , wide]) => left + wide)) - x;
  const height = Math.max(...lines.map(([, upper, , high]) => upper + high)) - y;
  const [, picture] = await Promise.all([
    page.evaluate(hideLetters, index),
    page.screenshot({ clip: { x, y: top + y, width, height }, isQuick: true, isInSight: index === 0 }),
    page.evaluate(showLetters),
  ]);
  const boxes = lines.map(([left, upper, wide, high]): PixelBox => [left - x, upper - y, wide, high]);
  const pixels = readPng(picture);
  const colors = boxes.map((box) => gradesOf(pixels, box));
  return slide.texts.map((item) =>
    item.sampled ? { ...item, backgrounds: item.lines.flatMap((): readonly Rgb[] => colors.shift() ?? []) } : item,
  );
}

/** The pixels of a box, as far as they are on the slide; at least one. */
function pixelBox({ left, top, right, bottom }: Box, slide: MeasuredSlide): PixelBox {
  const [wide, high] = [Math.ceil(slide.width), Math.ceil(slide.height)];
  const x = Math.max(0, Math.min(wide - 1, Math.floor(left)));
  const y = Math.max(0, Math.min(high - 1, Math.floor(top)));
  const width = Math.max(1, Math.min(wide - x, Math.ceil(right - left)));
  return [x, y, width, Math.max(1, Math.min(high - y, Math.ceil(bottom - top)))];
}

const hundredth = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

/** Hundredths of a pixel are enough, and make the same bytes wherever the same glyphs are drawn. */
const rounded = (slide: SceneSlide): SceneSlide => JSON.parse(JSON.stringify(slide, hundredth)) as SceneSlide;
