import type { Json, JsonObject } from '../../base/index.ts';
import type { Item } from './items.ts';
import type { DraftSlide } from './slide.ts';

/** A cell as a number, where it is one. */
const numberIn = (cell: string): number | undefined => {
  const text = cell.replaceAll('\\', '').trim();
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
};

/** A text without the marks that keep its signs from meaning something. */
const plainText = (cell: string): string => cell.replaceAll('\\', '').trim();

/** A slide with a chart of the numbers of a table, where that is said to be one; undefined when it cannot be drawn. */
export function chartSlides(table: Extract<Item, { kind: 'table' }>, title: string): readonly DraftSlide[] | undefined {
  const { chart, head, rows, sentences } = table;
  const [type, ...how] = chart?.kind ?? [];
  const [corner = '', ...columns] = head.map(plainText);
  const isMeasured = rows.every((row) => row.slice(1).every((cell) => cell === '' || numberIn(cell) !== undefined));
  if (!chart || type === undefined || columns.length === 0 || rows.length === 0 || !isMeasured) return undefined;
  const place = corner !== '' && !columns.includes(corner) ? corner : 'x';
  const names = columns.map((name, i) => (columns.indexOf(name) === i && name !== place ? name : `${name} ${i + 1}`));
  const isFigures = type !== 'bar' && rows.every(([cell = '']) => numberIn(cell) !== undefined);
  const data = rows.map(([cell = '', ...values]): JsonObject => {
    const row: Record<string, Json> = { [place]: isFigures ? (numberIn(cell) ?? null) : plainText(cell) };
    values.forEach((value, i) => {
      if (value !== '') row[names[i] ?? ''] = numberIn(value) ?? null;
    });
    return row;
  });
  const hasErrors = names.length === 3 && names[1] === 'low' && names[2] === 'high';
  const fields = {
    type,
    x: place,
    ...((names.length === 1 || hasErrors) && { y: names[0], ...(names[0] === '–' && { yTitle: '' }) }),
    ...(hasErrors && { error: ['low', 'high'] }),
    ...(corner === '' && { xTitle: '' }),
    ...(how.includes('stacked') && { stack: true }),
    ...(how.includes('share') && { stack: 'share' }),
    ...(how.includes('log') && { log: true }),
  };
  const alt = chart.alt === '' ? {} : { alt: chart.alt };
  return [{ layout: 'chart', title, fields: { chart: fields, data, ...alt }, sentences }];
}
