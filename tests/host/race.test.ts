import { expect, it } from 'vitest';
import { raceWith } from '../../src/base/index.ts';

const never = new Promise<string>(() => undefined);

it('gives what the work gives, or its exception', async () => {
  expect(await raceWith(Promise.resolve(1), never)).toBe(1);
  await expect(raceWith(Promise.reject(new Error('no')), never)).rejects.toThrow('no');
});

it('gives the event when it comes first, to all who wait, and to who comes later', async () => {
  const { promise, resolve } = resolvers();
  const [a, b] = [raceWith(never, promise), raceWith(never, promise)];
  resolve('gone');
  expect(await a).toBe('gone');
  expect(await b).toBe('gone');
  expect(await raceWith(never, promise)).toBe('gone');
});

function resolvers(): { promise: Promise<string>; resolve: (value: string) => void } {
  let resolve: ((value: string) => void) | undefined;
  const promise = new Promise<string>((settle) => (resolve = settle));
  return { promise, resolve: (value) => resolve?.(value) };
}
