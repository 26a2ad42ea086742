import type { PreviewWords } from '../../wire/index.ts';

/** The words of the page, which it brings along. */
export const words = JSON.parse(document.body.dataset.words ?? '{}') as PreviewWords;
