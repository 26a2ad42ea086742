import { previewWords, type PreviewWords } from '../words.ts';

/** The words of the page's language. */
export const words: PreviewWords = previewWords[document.documentElement.lang === 'nl' ? 'nl' : 'en'];
