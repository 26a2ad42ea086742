import { describe, expect, it } from 'vitest';
import { paginate, textLength } from '../../src/compose/pages.ts';

describe('textLength', () => {
  it('counts characters of text, and lines of lists and tables', () => {
    expect(textLength({ body: 'Four', cells: ['52.1', '-0.3'] })).toBe(12);
    expect(textLength({ body: '- a\n- b\n' })).toBe(140);
    expect(textLength({ body: '| a | b |\n|---|---|\n| 1 | 2 |' })).toBe(210);
  });
});

describe('paginate', () => {
  it('fills pages up to their room and never drops an item', () => {
    expect(paginate([1, 2, 3, 4], 4, (lines) => lines)).toEqual([[1, 2], [3], [4]]);
    expect(paginate([9], 4, (lines) => lines)).toEqual([[9]]);
    expect(paginate([], 4, () => 1)).toEqual([[]]);
  });
});
