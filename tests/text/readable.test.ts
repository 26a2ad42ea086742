import { expect, it } from 'vitest';
import { plainTitle } from '../../src/compose/index.ts';
import { readableTex } from '../../src/text/index.ts';

it.each([
  ['E = mc^2', 'E = mc²'],
  ['\\sqrt{\\nu} = a(Z-b)', '√ν = a(Z-b)'],
  ['\\frac{a+b}{2c}', '(a+b)/2c'],
  ['x_{12}^{n}', 'x₁₂ⁿ'],
  ['e^{i\\pi} + 1 = 0', 'e^(iπ) + 1 = 0'],
  ['\\left(\\frac{1}{2}\\right)^{2}', '(1/2)²'],
  ['\\text{NH}_4^+ \\to \\alpha', 'NH₄⁺ → α'],
  ['\\operatorname{rank} A \\leq n', 'rank A ≤ n'],
  ['\\unknown{x}', 'unknown x'],
  ['{{{{{', ''],
])('%s', (tex, text) => expect(readableTex(tex)).toBe(text));

it('stands in titles for windows and bookmarks', () => {
  expect(plainTitle('The energy $E = mc^2$ is **kept**')).toBe('The energy E = mc² is kept');
});
