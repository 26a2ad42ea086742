import type { PageLanguage } from '../../page-kit/index.ts';
import { en } from './words-en.ts';
import { nl } from './words-nl.ts';
import type { Words } from './words.ts';

/** The page's own words by language. */
export const words: Readonly<Record<PageLanguage, Words>> = { en, nl };
