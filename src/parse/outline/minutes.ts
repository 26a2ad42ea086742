import type { Minutes } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Links } from './links.ts';

/** Minutes for each plan: one number counts for every plan. `undefined` when nothing is written. */
export function readMinutes(links: Links, cursor: Cursor, plans: readonly string[]): Minutes | undefined {
  if (cursor.value === undefined) return undefined;
  const same = cursor.number();
  if (same !== undefined) return Object.fromEntries(plans.map((plan) => [plan, same]));
  const minutes: Record<string, number> = {};
  for (const [plan, value] of cursor.entries()) {
    if (links.check('plan', plan, value.keyAt)) minutes[plan] = value.number() ?? 0;
  }
  return minutes;
}
