import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../base/index.ts';
import type { Check, CheckContext, LayoutCheck } from './check.ts';
import type { Scene } from './layout/index.ts';

/**
 * Runs checks over one lesson. Between them others have their turn: the browser, which lays out the slides meanwhile, waits
 * for none of them.
 * @returns what they found, before the project's settings and the slides' waivers.
 */
export async function runChecks(context: CheckContext, checks: readonly Check[]): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const check of checks) {
    await setImmediate();
    found.push(...(await check.run(context)));
  }
  return found;
}

/** Judges the laid-out slides. @returns what is wrong with them, before settings and waivers. */
export const judgeScene = (
  context: CheckContext,
  checks: readonly LayoutCheck[],
  scene: Scene,
): readonly Diagnostic[] => checks.flatMap((check) => check.judge(scene, context));
