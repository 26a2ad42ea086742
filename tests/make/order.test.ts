import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../src/make/index.ts';
import { longestFirst } from '../../src/make/order.ts';

const sizes = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.integer({ min: 0, max: 100_000 }), {
  minKeys: 1,
  maxKeys: 60,
});

describe('shards', () => {
  it('hold each lesson once, whatever the order of the list, and are balanced (property)', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (sized, count) => {
        const ids = Object.keys(sized);
        const size = (id: string): number => sized[id] ?? 0;
        const shards = Array.from({ length: count }, (_, i) => shardOf(ids, { index: i + 1, count }, size));
        expect(shards.flat().sort()).toEqual([...ids].sort());
        const reversed = shardOf(ids.toReversed(), { index: 1, count }, size);
        expect([...reversed].sort()).toEqual([...(shards[0] ?? [])].sort());
        const weights = shards.map((shard) => shard.reduce((sum, id) => sum + size(id) + 1, 0));
        const largest = Math.max(...ids.map(size)) + 1;
        expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(largest);
      }),
    );
  });
});

it('longest first: what was never made before what is known, each by its weight', () => {
  const known = new Map([
    ['quick', 10],
    ['slow', 900],
  ]);
  const durations = { of: (id: string) => known.get(id), note: () => undefined };
  const size = (id: string): number => id.length;
  expect(longestFirst(['quick', 'new', 'newest', 'slow'], durations, size)).toEqual(['newest', 'new', 'slow', 'quick']);
});
