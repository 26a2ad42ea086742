import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tablesAsMarkdown } from '../../src/text/index.ts';

it('a table of HTML is a table of Markdown, with the words around it', () => {
  const html =
    'Look:\n<table class="x"><thead><tr><th>Tree</th><th>Height</th></tr></thead>\n<tbody><tr><td><b>Oak</b> | ash</td>' +
    '<td>40&nbsp;m<br>or less</td></tr></tbody></table>\nSo it is.';
  expect(tablesAsMarkdown(html)).toBe(
    'Look:\n\n| Tree | Height |\n| --- | --- |\n| **Oak** \\| ash | 40&nbsp;m<br>or less |\n\nSo it is.',
  );
});

it('cells over several columns and rows leave the others their places', () => {
  const html =
    '<table><tr><th>a</th><th colspan="2">b</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>';
  expect(tablesAsMarkdown(html).split('\n')).toEqual([
    '| a | b |  |',
    '| --- | --- | --- |',
    '| 1 | 2 | 3 |',
    '|  | 4 | 5 |',
  ]);
});

it.each([
  'No table at all, 3 < 4.',
  'The element `<table>` ends with `</table>`.',
  '```html\n<table><tr><td>1</td></tr></table>\n```',
  '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>',
  '<table><tr><td>never closed',
])('leaves what is something else: %j', (text) => {
  expect(tablesAsMarkdown(text)).toBe(text);
});

it('loses no cell', () => {
  const cell = fc.integer({ min: 0, max: 9999 }).map((number) => `c${number}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const html = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
      const lines = tablesAsMarkdown(`<table>${html}</table>`).split('\n');
      expect(lines.toSpliced(1, 1).map((line) => line.match(/c\d+/g))).toEqual(rows);
    }),
  );
});
