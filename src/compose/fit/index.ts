import type { Fit } from './box.ts';
import { mostPages, pagesOf, type Page } from './continue.ts';
import { heightOf } from './measure.ts';
import { smallest, type Measure } from './scale.ts';
import type { Metrics } from './metrics.ts';
import type { Frame } from './plan.ts';

export { fitOf } from './box.ts';
export { Metrics } from './metrics.ts';
export { frameOf, titleOf, type Frame, type Surroundings } from './plan.ts';
export type { Page } from './continue.ts';
export { notesHeight } from './notes.ts';

/** The sizes that body text may have, in px; `tokens.css` has a class for each. */
export const ladder = [28, 30, 32, 34, 36, 38, 40, 44, 48, 52, 56, 60] as const;

/** A browser rounds here and there; a little room is left for it. */
const slack = 4;

/** How a slide is shown: the size of its body text and what stands on each of its pages. */
export interface Fitted {
  readonly body: number | undefined;
  readonly pages: readonly Page[];
}

interface Job {
  readonly fit: Fit;
  readonly context: Record<string, unknown>;
  /** The room on a page; with a number in the title when there are several. */
  readonly frame: (count: number) => Frame;
  readonly canvas: { readonly width: number };
  readonly metrics: Metrics;
  readonly word: (key: string) => string;
}

/** The largest size at which everything fits; what does not fit at the smallest goes on to further pages. */
export function fitSlide(job: Job): Fitted {
  const { fit, context } = job;
  const most = fit.goesOn.length === 0 ? 1 : mostPages(fit.goesOn, context);
  let pages: readonly Page[] = [{ context, offset: 0 }];
  for (let count = 1; count <= most;) {
    const tried = pagesOf(fit, context, count);
    const over = Math.max(...tried.map((page) => overflow(page, smallest.text, count, job)));
    pages = tried;
    if (over <= 1) break;
    // A long list is far over: the next attempt begins where it may fit.
    count = Math.max(count + 1, Math.min(most, Number.isFinite(over) ? Math.floor(count * over * 0.9) : 0));
  }
  if (pages.some((page) => overflow(page, smallest.text, pages.length, job) > 1) && pages.length > 1)
    pages = fewestOver(job, pages);
  const sizes = ladder.filter((size) => size <= fit.max);
  const body = sizes.findLast((size) => pages.every((page) => overflow(page, size, pages.length, job) <= 1));
  return { body: body ?? smallest.text, pages };
}

/** When even single items do not fit, more pages than needed for the others help nobody. */
function fewestOver(job: Job, pages: readonly Page[]): readonly Page[] {
  const whole = pagesOf(job.fit, job.context, 1);
  return overflow(whole[0] ?? { context: job.context, offset: 0 }, smallest.text, 1, job) === Infinity ? whole : pages;
}

/** The share of the room that a page takes; more than 1 when it does not fit. */
function overflow({ context }: Page, body: number, count: number, job: Job): number {
  const { fit, metrics, word, canvas } = job;
  const frame = job.frame(count);
  const [width, height] = fit.room
    ? canvas.width < 1280
      ? fit.room.narrow
      : fit.room.wide
    : [frame.width, frame.height];
  const measure: Measure = { metrics, body, word, isNarrow: canvas.width < 1280 };
  return heightOf(fit.box, { scope: context, width, size: body }, measure) / (height - slack);
}
