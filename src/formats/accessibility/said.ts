import { saidAndShown } from '../../checks/index.ts';
import type { FormatInput } from '../format.ts';

/** How much of what figures and tables show the notes say too. */
export interface SaidShare {
  readonly shown: number;
  readonly said: number;
  /** Whole per cent. */
  readonly percent: number;
  /** The slides of which something is not said. */
  readonly slides: readonly { readonly slide: number; readonly title: string; readonly unsaid: readonly string[] }[];
}

/** The share of a lesson; `undefined` when no slide with notes shows a figure or table. */
export function saidShare({ lesson, deck }: FormatInput): SaidShare | undefined {
  const all = saidAndShown(lesson, deck);
  if (all.length === 0) return undefined;
  const shown = all.reduce((sum, one) => sum + one.shown, 0);
  const said = all.reduce((sum, one) => sum + one.shown - one.unsaid.length, 0);
  const slides = all.flatMap(({ slide, unsaid }) => {
    const page = deck.slides.find((one) => one.slide === slide.id);
    return page && unsaid.length > 0 ? [{ slide: page.number, title: page.title, unsaid }] : [];
  });
  return { shown, said, percent: Math.floor((100 * said) / shown), slides };
}
