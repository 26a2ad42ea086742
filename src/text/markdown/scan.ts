import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

/** The last places of some marks in each text that is being read. */
const known = new WeakMap<StateInline, Map<string, number>>();

/**
 * Where a mark next stands after `from`, or -1. A mark that does not come again is looked for once only, so that a text
 * of nothing but openings takes no more than linear time.
 */
export function nextMark(state: StateInline, mark: string, from: number): number {
  const lasts = known.get(state) ?? new Map<string, number>();
  known.set(state, lasts);
  const last = lasts.get(mark) ?? state.src.lastIndexOf(mark);
  lasts.set(mark, last);
  if (last < from) return -1;
  const at = state.src.indexOf(mark, from);
  return at + mark.length > state.posMax ? -1 : at;
}
