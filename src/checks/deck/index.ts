import type { Check } from '../check.ts';
import { headingOrderCheck } from './heading-order.ts';
import { stepsCheck } from './steps.ts';
import { wordsCheck } from './words.ts';

/** Rules over the rendered slides that need no browser. */
export const deckChecks: readonly Check[] = [wordsCheck, headingOrderCheck, stepsCheck];
