import { html, type Html } from './html.ts';

/** How much of something is covered, waived and uncovered; at least one is above 0, or the bar is full. */
export interface BarParts {
  readonly covered: number;
  readonly waived: number;
  readonly uncovered: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** A bar in three parts. @param label says the same in words; without it the bar is decoration beside such words. */
export function bar({ covered, waived, uncovered }: BarParts, label?: string): Html {
  const total = covered + waived + uncovered;
  const width = (part: number): number => (total === 0 ? 0 : round((part * 100) / total));
  const [first, second] = total === 0 ? [100, 0] : [width(covered), width(waived)];
  const role = label === undefined ? html`aria-hidden="true"` : html`role="img" aria-label="${label}"`;
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" ${role}>
    <rect class="covered" width="${first}" height="4" />
    <rect class="waived" x="${first}" width="${second}" height="4" />
    <rect class="uncovered" x="${round(first + second)}" width="${width(uncovered)}" height="4" />
  </svg>`;
}
