import type { JsonObject } from '../../base/index.ts';
import { paint } from '../diagrams/paint.ts';
import type { Axes } from './axes.ts';
import type { Row } from './rows.ts';
import type { ShortChart } from './short.ts';
import { numberFormat } from './table.ts';

/** The value at the end of each bar, on the far side of zero. */
export function valueLabels(
  { unit, rows: all, highlight }: ShortChart,
  axes: Axes,
  lang: string,
): readonly JsonObject[] {
  const lies = axes.category === 'y';
  return [1, -1].flatMap((sign) => {
    const rows = axes.rows.filter(
      (row) => Math.sign(Number(row[axes.valueColumn] ?? 0)) * sign > 0 || (sign > 0 && row[axes.valueColumn] === 0),
    );
    const words = rows.map((row) => withUnit(written(row, axes.valueColumn, lang), unit, lang));
    const mark = lies
      ? { align: sign > 0 ? 'left' : 'right', baseline: 'middle', dx: 10 * sign, dy: 1 }
      : { align: 'center', baseline: sign > 0 ? 'bottom' : 'top', dy: -8 * sign };
    const sizes = valueSizes(all.length, lies);
    const large = { fontSize: sizes.plain, fontWeight: 600 };
    return rows.length === 0
      ? []
      : [
          textLayer(
            { ...axes, rows },
            words,
            { ...mark, ...large },
            {
              ...emphasis(axes, highlight, 'color', [paint('signal'), paint('ink')]),
              ...(sizes.hot > sizes.plain && emphasis(axes, highlight, 'size', [sizes.hot, sizes.plain])),
            },
          ),
        ];
  });
}

/** The sizes of the values at so many bars, and of those that matter. */
export const valueSizes = (count: number, lies: boolean): { readonly plain: number; readonly hot: number } =>
  lies || count > 6 ? { plain: 30, hot: 30 } : { plain: 36, hot: 46 };

/** What stands behind a number: a share has its sign there; other units stand at the axis. */
export const signBehind = (unit: string | undefined, lang: string): string =>
  unit !== '%' ? '' : lang.startsWith('en') ? '%' : '\u202f%';

/** The numbers of what the chart is about are as strong as its bars; the others step back with theirs. */
function emphasis(
  axes: Axes,
  highlight: readonly string[],
  channel: 'color' | 'size',
  [strong, other]: readonly [string | number, string | number],
): JsonObject {
  const hot = axes.order.filter((name) => highlight.includes(name.replaceAll('\n', ' ')));
  if (hot.length === 0) return {};
  const test = `indexof(${JSON.stringify(hot)}, datum[${JSON.stringify(axes.categoryColumn)}]) >= 0`;
  return { [channel]: { condition: { test, value: strong }, value: other } };
}

const withUnit = (number: string, unit: string | undefined, lang: string): string =>
  number === '' ? number : number + signBehind(unit, lang);

/** Estimate and interval in a column at the right of a forest plot. */
export function estimateLabels({ lower, upper }: ShortChart, axes: Axes, lang: string): readonly JsonObject[] {
  const words = axes.rows.map((row) => {
    const interval = [lower, upper].map((column) => written(row, column, lang)).join('; ');
    return `${written(row, axes.valueColumn, lang)} [${interval}]`;
  });
  return [textLayer(axes, words, { align: 'left', baseline: 'middle', dx: 22, dy: 1 }, { x: { value: 'width' } })];
}

const written = (row: Row, column: string | undefined, lang: string): string => {
  const value = row[column ?? ''];
  return typeof value === 'number' ? numberFormat(lang)(value) : '';
};

function textLayer(axes: Axes, words: readonly string[], mark: JsonObject, place: JsonObject): JsonObject {
  return {
    data: { values: axes.rows.map((row, index) => ({ ...row, label: words[index] ?? '' })) },
    mark: { type: 'text', clip: false, ...mark },
    encoding: { text: { field: 'label', type: 'nominal' }, color: { value: paint('ink') }, ...place },
  };
}
