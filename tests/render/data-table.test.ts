import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/render/charts/index.ts';
import { dataTableHtml, tellTable, withoutEmptyColumns } from '../../src/render/data-table.ts';
import { soundKit, lessonOf } from '../support/pipeline.ts';
import { draw, options } from './drawing.ts';

describe('the table behind a drawing', () => {
  it('names its rows when each has a name of its own, and keeps empty cells', () => {
    const named = dataTableHtml(
      {
        head: ['', 'a'],
        rows: [
          ['x', '<1'],
          ['y', ''],
        ],
      },
      'C & D',
    );
    expect(named).toContain('<caption>C &amp; D</caption>');
    expect(named).toContain('<tr><td>&nbsp;</td><th scope="col">a</th></tr>');
    expect(named).toContain(
      '<tr><th scope="row">x</th><td>&lt;1</td></tr><tr><th scope="row">y</th><td>&nbsp;</td></tr>',
    );
    expect(
      dataTableHtml(
        {
          head: ['g', 'v'],
          rows: [
            ['x', '1'],
            ['x', '2'],
          ],
        },
        'C',
      ),
    ).not.toContain('scope="row"');
  });

  it('leaves out columns that say nothing', () => {
    const rows = [
      ['1', '', 'a'],
      ['2', '', 'b'],
    ];
    expect(withoutEmptyColumns({ head: ['n', 'detail', 'part'], rows })).toEqual({
      head: ['n', 'part'],
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    });
  });

  it('is told whole while it is small, and by its columns when it is large', () => {
    expect(
      tellTable({
        head: ['g', 'v'],
        rows: [
          ['a', '1'],
          ['b', '2'],
        ],
      }),
    ).toBe('g, v: a 1; b 2');
    const rows = Array.from({ length: 40 }, (_, i) => [String(i), i % 2 === 0 ? 'even' : 'odd']);
    expect(tellTable({ head: ['n', 'kind'], rows })).toBe('n 0 … 39; kind even, odd (40)');
  });
});

it('a chart without words of its author tells its numbers', async () => {
  const fields = {
    chart: { type: 'bar', x: 'g', y: 'v' },
    data: [
      { g: 'a', v: 1 },
      { g: 'b', v: 2.5 },
    ],
  };
  const drawn = await drawChart(fields, options({ lang: 'nl', title: 'Een titel' }));
  if (!drawn.ok) throw new Error('The chart is not drawn.');
  expect(drawn.value.alt).toBe('g, v: a 1; b 2,5');
  expect(drawn.value.svg).not.toContain('Een titel');
});

it('a cell of a matrix shows the sign of its tone beside its words, and tells what the tone means', () => {
  const cells = [
    { text: 'seen', tone: 'positive' },
    { text: 'not seen', tone: 'negative' },
    { text: 'unclear', tone: 'neutral' },
    { text: 'once', tone: 'accent' },
  ];
  const data = {
    columns: ['a', 'b', 'c', 'd'],
    rows: [{ label: 'x', cells }],
    legend: [{ tone: 'positive', label: 'supports' }],
  };
  const { drawing, alt } = draw('matrix', data);
  for (const sign of ['+', '−', '○', '●']) expect(drawing.texts.map(({ text }) => text)).toContain(sign);
  expect(alt).toBe('x: a seen, supports; b not seen, −; c unclear, ○; d once, ●');
});

it('deck.md describes drawings in the words found for them, with their table', async () => {
  const matrix = {
    layout: 'matrix',
    id: 'm',
    title: 'A title says the point',
    columns: ['A'],
    rows: [{ label: 'x', cells: ['y'] }],
  };
  const { files } = await soundKit(lessonOf([matrix]));
  const markdown = files['deck.md'] ?? '';
  expect(markdown).toMatch(/<img src="assets\/matrix-[\w-]+\.svg" alt="x: A y"/);
  expect(markdown).toContain('<th scope="row">x</th><td>y</td>');
  expect(markdown).not.toContain('alt="A title says the point"');
});
