import { checkSaid, coverageCodes, saidInDeck } from '../../coverage/index.ts';
import type { Check } from '../check.ts';

/** Whether slides say the statements that they are linked to. */
export const nominalCheck: Check = {
  name: 'nominal',
  codes: {
    'coverage/nominal': coverageCodes['coverage/nominal'],
    'coverage/only-in-notes': coverageCodes['coverage/only-in-notes'],
  },
  run({ lesson, coverage, deck }) {
    if (lesson.source === undefined) return [];
    return checkSaid(lesson, coverage, saidInDeck(lesson, coverage, deck));
  },
};
