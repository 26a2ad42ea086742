import { describe, expect, it } from 'vitest';
import { alignment } from '../../src/compose/helpers/alignment.ts';

const of = (rows: unknown, column: number, align?: unknown) =>
  alignment.run({ params: [align, rows, column] } as unknown as Parameters<typeof alignment.run>[0]);

const table = (...cells: readonly string[]): readonly (readonly string[])[] => cells.map((cell) => ['Name', cell]);

describe('columns of a table', () => {
  it.each([
    [['12', '1.200', '3']],
    [['€ 9.870', '(120)', '–']],
    [['−7,5 %', '+3 %', 'n/a']],
    [['10–20 mg', '5 mg', '']],
    [['$1,200.50', '$3.00']],
    [['1998', '2024']],
  ])('stand to the right where they hold numbers: %j', (cells) => {
    expect(of(table(...cells), 1)).toBe('right');
  });

  it.each([
    [['12', 'about twenty']],
    [['B12', 'B6']],
    [['3 weeks later', '5']],
    [['low', 'high']],
    [['–', '']],
    [['7', '']],
    [['2024-01-05 in the evening', '3']],
  ])('stand to the left where they hold words, or one number: %j', (cells) => {
    expect(of(table(...cells), 1)).toBe('left');
  });

  it('stand as their author says, and the first names the rows', () => {
    expect(of(table('1', '2'), 1, [undefined, 'center'])).toBe('center');
    expect(of([['1', 'a'], ['2', 'b']], 0)).toBe('left'); // prettier-ignore
    expect([of(undefined, 1), of([7, null], 1), of([], 3)]).toEqual(['left', 'left', 'left']);
  });
});
