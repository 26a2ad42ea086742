import type { LayoutCheck } from '../check.ts';
import { contrastCheck } from './contrast.ts';
import { glyphsCheck } from './glyphs.ts';
import { imagesCheck } from './images.ts';
import { overflowCheck } from './overflow.ts';
import { overlapCheck } from './overlap.ts';
import { textSizeCheck } from './text-size.ts';

export { measureScene, sceneVersion } from './measure.ts';
export type { Scene } from './scene.ts';

/** The checks of the laid-out slides; the first to be told is the worst to see. */
export const layoutChecks: readonly LayoutCheck[] = [
  overflowCheck,
  overlapCheck,
  textSizeCheck,
  contrastCheck,
  imagesCheck,
  glyphsCheck,
];
