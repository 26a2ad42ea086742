import type { Check } from '../check.ts';
import { factLockCheck } from './fact-lock.ts';
import { nominalCheck } from './nominal.ts';

/** Rules that compare the slides with the source and the references. Coverage itself is measured in `src/coverage`. */
export const sourceChecks: readonly Check[] = [factLockCheck, nominalCheck];
