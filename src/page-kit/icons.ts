import { html, Html } from './html.ts';

/** Line icons on a 24 × 24 grid, drawn in the colour of the text beside them. */
const paths = {
  covered: '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.8 2.8L16 9.5"/>',
  waived: '<circle cx="12" cy="12" r="9" stroke-dasharray="3 3"/><path d="M8 12h8"/>',
  uncovered: '<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>',
  review: '<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v4h-4"/>',
  question: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1.9-1.1 1.8m0 3v.1"/>',
  misconception: '<path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.1"/>',
  slides: '<rect x="3" y="4" width="18" height="13" rx="1.5"/><path d="M8 21h8m-4-4v4"/>',
  file: '<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>',
  failed: '<circle cx="12" cy="12" r="9"/><path d="M12 7.5V13m0 3.4v.1"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.2 2"/>',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof paths;

/** An icon that says nothing by itself: the words stand beside it. */
export const icon = (name: IconName): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${new Html(paths[name])}</svg>`;
