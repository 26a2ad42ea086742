import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowOfArrows } from '../../src/text/index.ts';

it('words and arrows are a flow chart, each word once', () => {
  expect(flowOfArrows('rain -> river -> sea\nsea → "cloud" => rain')).toBe(
    [
      'flowchart LR',
      'n0["rain"]',
      'n1["river"]',
      'n2["sea"]',
      'n3["#quot;cloud#quot;"]',
      'n0 --> n1',
      'n1 --> n2',
      'n2 --> n3',
      'n3 --> n0',
    ].join('\n'),
  );
});

it.each([
  'graph TD; A-->B',
  'graph TD\n  A --> B',
  'sequenceDiagram\n  A->>B: hi',
  'a\nb -> c',
  'a -> ',
  '',
  'No arrow.',
])('leaves what is something else: %j', (text) => {
  expect(flowOfArrows(text)).toBeUndefined();
});

it('loses no word', () => {
  const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abcxyz é漢'.split('')) });
  const words = fc.array(
    word.map((one) => `w${one.trim()}`),
    { minLength: 2, maxLength: 8 },
  );
  fc.assert(
    fc.property(words, (chain) => {
      const flow = flowOfArrows(chain.join(' -> ')) ?? '';
      for (const one of chain) expect(flow).toContain(`["${one}"]`);
    }),
  );
});
