import { isObject } from '../../base/index.ts';
import type { PagePlan, TextSizes } from '../../model/index.ts';
import { Picture } from '../helper.ts';
import type { Metrics } from './metrics.ts';

/** Smallest size of what is projected, and of sources, captions and code, in px of the 720 px high slide. */
export const smallest = { text: 28, fine: 24 } as const;

/** Sizes of the theme that follow from the size of the body text; `tokens.css` says the same. */
export const sizes = {
  lead: (body: number, { lead }: TextSizes): number => body * lead,
  body: (body: number): number => body,
  small: (body: number, { small }: TextSizes): number => Math.max(smallest.text, body * small),
  fine: (body: number, { fine, mostFine }: TextSizes): number =>
    Math.min(mostFine, Math.max(smallest.fine, body * fine)),
} as const;

/** What a box is measured with. */
export interface Measure {
  readonly metrics: Metrics;
  /** Size of the body text in px. */
  readonly body: number;
  /** Size of the hero of an item, in px. */
  readonly hero?: number;
  /** Words that would be cut are no fit, at the smallest size either. */
  readonly isUncut?: boolean;
  readonly plan: PagePlan;
  /** A fixed word in the lesson's language. */
  readonly word: (key: string) => string;
}

/** Where a box stands: what its paths are read from, how wide it is and how large its text is, in px. */
export interface Place {
  readonly scope: unknown;
  readonly width: number;
  readonly size: number;
}

/** The value at a path such as `left.body`; `.` is the value itself, `@key` a fixed word. */
export function valueAt(path: string, scope: unknown, word?: (key: string) => string): unknown {
  if (path.startsWith('@')) return word?.(path.slice(1));
  if (path === '.') return scope;
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        isObject(value) || Array.isArray(value) || value instanceof Picture ? Reflect.get(value, key) : undefined,
      scope,
    );
}

/** Whether there is something to show. */
export const isThere = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

/** A gap stands only between parts that are there. */
export function stacked(heights: readonly number[], gap: number): number {
  const there = heights.filter((height) => height > 0);
  return there.reduce((sum, height) => sum + height, 0) + Math.max(0, there.length - 1) * gap;
}
