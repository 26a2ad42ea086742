import type { Diagnostic } from '../base/index.ts';
import type { Check, CheckContext, LayoutCheck } from './check.ts';
import type { Scene } from './layout/index.ts';

export interface CheckRun {
  readonly checks: readonly Check[];
  readonly layoutChecks: readonly LayoutCheck[];
  /** The laid-out slides; without them the layout checks are left out. */
  readonly scene?: Scene;
}

/** Runs every check over one lesson. @returns what they found, before the project's settings and the slides' waivers. */
export async function runChecks(
  context: CheckContext,
  { checks, layoutChecks, scene }: CheckRun,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const check of checks) found.push(...(await check.run(context)));
  if (scene) for (const check of layoutChecks) found.push(...check.judge(scene, context));
  return found;
}
