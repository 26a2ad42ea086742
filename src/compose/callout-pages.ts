import { isObject } from '../base/index.ts';
import { calloutsHeight, pagesOf, type Frame, type Page } from './fit/index.ts';
import type { LessonWriter } from './writing.ts';

/** The share of a slide's room that its call-outs may take from what they stand under. */
const mostShare = 0.42;
/** Browsers round here and there; a little room is left, in px. */
const spare = 18;
/** No call-out needs more pages. */
const mostPages = 12;

/** The context of a slide, and the pages that follow it with call-outs for which it has no room. */
export interface WithCallouts {
  readonly context: Record<string, unknown>;
  readonly pages: readonly Page[];
  /** Size of the body text of those pages, from which that of call-outs follows. */
  readonly body: number;
}

/** Sizes that are tried; the smallest last. */
const bodies = [40, 36, 34, 30, 28] as const;

interface Job {
  readonly context: Record<string, unknown>;
  readonly frame: Frame;
  /** Whether the layout has a foot, above which call-outs stand. */
  readonly hasFoot: boolean;
}

/**
 * Call-outs stand above the foot of their slide. Long ones, and those of a layout without a foot, get pages of their own,
 * so that nothing is crowded out.
 */
export function placeCallouts({ context, frame, hasFoot }: Job, on: LessonWriter): WithCallouts {
  const { slide } = context;
  const callouts: unknown = isObject(slide) ? slide.callouts : undefined;
  if (!isObject(slide) || !Array.isArray(callouts) || callouts.length === 0) return { context, pages: [], body: 28 };
  const shared = { metrics: on.metrics, word: (key: string) => key, plan: on.plan };
  const heightOf = (scope: unknown, body = 28): number => calloutsHeight(scope, frame.width, { ...shared, body });
  if (hasFoot && heightOf(context) <= frame.height * mostShare) return { context, pages: [], body: 28 };
  const goesOn = callouts.length > 1 ? ['slide.callouts'] : ['slide.callouts[].text'];
  let pages: readonly Page[] = [];
  for (let count = 1; count <= mostPages; count++) {
    pages = pagesOf({ goesOn, inTurn: false, beside: [], last: [] }, context, count);
    if (pages.every((page) => heightOf(page.context) <= frame.height - spare)) break;
  }
  const bare = { ...context, slide: { ...slide, callouts: [] } };
  const fits = (body: number): boolean => pages.every((page) => heightOf(page.context, body) <= frame.height - spare);
  return { context: bare, pages, body: bodies.find(fits) ?? 28 };
}
