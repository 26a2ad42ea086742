import type { CodeDoc } from '../base/index.ts';
import type { Check } from './check.ts';
import { deckChecks } from './deck/index.ts';
import { layoutChecks } from './layout/index.ts';
import { outlineChecks } from './outline/index.ts';
import { settleCodes } from './settle.ts';
import { sourceChecks } from './source/index.ts';
import { teachingChecks } from './teaching/index.ts';

export type { Check, CheckContext } from './check.ts';
export { layoutChecks, measureScene, sceneVersion, type Scene } from './layout/index.ts';
export { saidAndShown } from './outline/shown.ts';
export { judgeScene, runChecks } from './run.ts';
export { checkSettings, settle, type Settled } from './settle.ts';
export { codesWithoutWords } from './without-words.ts';

/** The checks that need no browser. */
export const checks: readonly Check[] = [...outlineChecks, ...sourceChecks, ...teachingChecks, ...deckChecks];

/** The codes of all checks, with their documentation. */
export const checkCodes: Readonly<Record<string, CodeDoc>> = Object.assign(
  {},
  settleCodes,
  ...[...checks, ...layoutChecks].map((check) => check.codes),
) as Readonly<Record<string, CodeDoc>>;
