import type { Check } from '../check.ts';
import { answerPatternCheck } from './answer-pattern.ts';
import { minutesCheck } from './minutes.ts';
import { objectivesCheck } from './objectives.ts';
import { paceCheck } from './pace.ts';
import { questionsCheck } from './questions.ts';
import { summaryCheck } from './summary.ts';

/** Rules over objectives, time and questions. */
export const teachingChecks: readonly Check[] = [
  objectivesCheck,
  minutesCheck,
  paceCheck,
  summaryCheck,
  questionsCheck,
  answerPatternCheck,
];
