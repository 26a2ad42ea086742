import type { PagePlan } from '../../model/index.ts';
import type { Box, Fit } from './box.ts';
import { calloutsHeight } from './callouts.ts';
import { mostPages, pagesOf, type Page } from './continue.ts';
import { heightOf, isShown } from './measure.ts';
import { smallest, type Measure } from './scale.ts';
import type { Metrics } from './metrics.ts';
import type { Frame } from './plan.ts';

export { fitOf } from './box.ts';
export { Metrics } from './metrics.ts';
export { frameOf, titleOf, withMargins, type Frame, type Surroundings } from './plan.ts';
export { pagesOf, type Page } from './continue.ts';
export { calloutsHeight } from './callouts.ts';
export { hasLargeNotes, notesHeight } from './notes.ts';
export { shareOf } from './share.ts';
export { partedTex } from './tex.ts';

/** A browser rounds here and there; a little room is left for it. */
const slack = 4;

/** How much larger the text of the tight way must be, to be taken although the other fits too. */
const visiblyLarger = 1.15;

/** How a slide is shown: the size of its body text, how its parts stack, and what stands on each of its pages. */
export interface Fitted {
  readonly body: number | undefined;
  /** The way the parts are set, as a class of the slide. */
  readonly form: 'grand' | 'snug' | 'tight' | 'bare' | undefined;
  readonly pages: readonly Page[];
}

interface Job {
  readonly fit: Fit;
  readonly context: Record<string, unknown>;
  /** The room on a page; with a number in the title when there are several. */
  readonly frame: (count: number) => Frame;
  readonly plan: PagePlan;
  readonly metrics: Metrics;
  readonly word: (key: string) => string;
  /** Words that would be cut are no fit, at the smallest size either. */
  readonly isUncut?: boolean;
}

/**
 * The largest size at which everything fits on one slide; then the layout's tighter way to stack its parts; what does not
 * fit at the smallest size goes on to further pages.
 */
export function fitSlide(job: Job): Fitted {
  const { fit } = job;
  const whole: readonly Page[] = [{ context: job.context, offset: 0 }];
  const grand = fit.grand && largest(whole, fit.grand, { ...job, fit: { ...fit, max: fit.grandMax } });
  if (grand !== undefined && grand >= fit.grandFrom) return { body: grand, form: 'grand', pages: whole };
  const body = largest(whole, fit.box, job);
  const isRoomy = body !== undefined && body > smallest.text;
  if (isRoomy && !fit.isTightWhenLarger) return { body, form: undefined, pages: whole };
  // Where its words would be cut there is the tight way.
  const snug = fit.snug && !isRoomy ? largest(whole, fit.snug, { ...job, isUncut: true }) : undefined;
  if (snug !== undefined) return { body: snug, form: 'snug', pages: whole };
  const tight = fit.tight && largest(whole, fit.tight, job);
  if (tight !== undefined && (!isRoomy || tight >= body * visiblyLarger))
    return { body: tight, form: 'tight', pages: whole };
  if (body !== undefined) return { body, form: undefined, pages: whole };
  const pages = pagesFor(job, fit.tight ?? fit.box);
  const size = largest(pages, fit.tight ?? fit.box, job) ?? smallest.text;
  return { body: size, form: fit.tight === undefined ? undefined : 'tight', pages };
}

/** The largest size at which every page fits. */
function largest(pages: readonly Page[], box: Box, job: Job): number | undefined {
  const sizes = job.plan.text.sizes.filter((size) => size <= job.fit.max);
  return sizes.findLast((size) => pages.every((page) => shareOf(page, box, size, pages.length, job) <= 1));
}

/** The fewest pages on which everything fits at the smallest size; as many as there can be when nothing does. */
function pagesFor(job: Job, box: Box): readonly Page[] {
  const { fit, context } = job;
  const most = fit.goesOn.length === 0 ? 1 : mostPages(fit, context);
  let pages: readonly Page[] = [{ context, offset: 0 }];
  for (let count = 1; count <= most;) {
    pages = pagesOf(fit, context, count);
    const over = Math.max(...pages.map((page) => shareOf(page, box, smallest.text, count, job)));
    if (over <= 1) break;
    // A long list is far over: the next attempt begins where it may fit. One of hundreds of pages comes near in steps of
    // a fiftieth: page by page, a list of n items would be divided about n times.
    const next = count + Math.max(1, Math.floor(count / 50));
    count = Math.max(next, Math.min(most, Number.isFinite(over) ? Math.floor(count * over * 0.9) : 0));
  }
  return pages;
}

/** The share of the room that a page takes; more than 1 when it does not fit. */
function shareOf({ context }: Page, box: Box, body: number, count: number, job: Job): number {
  const { fit, metrics, word, plan } = job;
  const frame = job.frame(count);
  const [width, height] = fit.room ? (plan.stacked ? fit.room.narrow : fit.room.wide) : [frame.width, frame.height];
  const measure: Measure = { metrics, body, word, plan, isUncut: job.isUncut === true };
  const room = height - slack - calloutsHeight(context, width, measure);
  // A way to set the parts that is not meant for what is there holds nothing.
  const needed = isShown(box, context, measure)
    ? heightOf(box, { scope: context, width, size: body }, measure)
    : Infinity;
  return room > 0 ? needed / room : Infinity;
}
