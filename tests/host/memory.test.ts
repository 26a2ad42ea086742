import { getHeapStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createSweeper } from '../../src/host/index.ts';

const used = (): number => getHeapStatistics().used_heap_size;
const megabyte = 1024 * 1024;

/** Objects that take so many megabytes. */
const objects = (megabytes: number): unknown[] =>
  Array.from({ length: megabytes }, () => Array.from({ length: megabyte / 64 }, (_, i) => ({ i, double: i / 3 })));

describe('a sweeper', () => {
  it('collects garbage when there is much of it', () => {
    const sweep = createSweeper();
    sweep();
    const before = used();
    let held: unknown[] | undefined = objects(150);
    expect(used() - before).toBeGreaterThan(100 * megabyte);
    held = undefined;
    expect(held).toBeUndefined();
    sweep();
    expect(used() - before).toBeLessThan(50 * megabyte);
  });

  it('leaves scripts no access to the collector', () => {
    const sweep = createSweeper();
    const held = objects(100);
    sweep();
    expect(Reflect.get(globalThis, 'gc')).toBeUndefined();
    expect(held).toHaveLength(100);
  });
});
