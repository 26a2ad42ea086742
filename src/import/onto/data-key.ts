import { dayOfSheet, isObject, pointerStep, type Json } from '../../base/index.ts';
import { fold, type Datum } from './seen.ts';

/** What a cell of the outline and a text of a chart are compared by: a number by its value. */
function keyOf(value: Json | string | undefined): string {
  const text = typeof value === 'string' || typeof value === 'number' ? fold(String(value)) : '';
  const number = Number(text.replace(',', '.'));
  return text === '' || Number.isNaN(number) ? text : String(Number(number.toPrecision(12)));
}

/** What a place may be compared by: itself, or the day that programs for tables count so. */
function placeKeys(place: string): readonly string[] {
  const count = Number(place);
  const isDay = Number.isInteger(count) && count > 60 && count < 100_000;
  const date = isDay ? dayOfSheet(count) : undefined;
  return [keyOf(place), ...(date === undefined ? [] : [date, date.slice(0, 7)])];
}

/** Where the data of a slide hold what a chart says; undefined where that cannot be told, or stands in a file of its own. */
export function dataKey(data: Json | undefined, { what, series, place }: Datum, text: string): string | undefined {
  if (!Array.isArray(data) || what === 'name') return undefined;
  const rows = data as readonly Json[];
  const [seriesKey, textKey] = [series, text].map(keyOf);
  const has = (key: string): boolean =>
    rows.some((row) => isObject(row) && Object.values(row).some((value) => keyOf(value) === key));
  const placeKey = placeKeys(place).find(has) ?? '';
  const places = (row: Json): readonly string[] =>
    isObject(row) ? Object.keys(row).filter((name) => keyOf(row[name]) === placeKey) : [];
  const found = rows.flatMap((row, i): readonly (readonly [number, string])[] => {
    if (!isObject(row) || places(row).length === 0) return [];
    if (what === 'place') return places(row).map((name) => [i, name]);
    const names = Object.keys(row);
    const inSeries = names.some((name) => keyOf(row[name]) === seriesKey);
    const columns = names.filter(
      (name) => keyOf(row[name]) === textKey && !(placeKey === textKey && places(row)[0] === name),
    );
    const named = columns.filter((name) => keyOf(name) === seriesKey);
    return (named.length > 0 ? named : inSeries || isOnly(rows, placeKey) ? columns : []).map((name) => [i, name]);
  });
  const [only, ...more] = found;
  return only && more.length === 0 ? `/data/${only[0]}${pointerStep(only[1])}` : undefined;
}

/** Whether one row alone has a place: then the series needs no name. */
const isOnly = (rows: readonly Json[], place: string | undefined): boolean =>
  rows.filter((row) => isObject(row) && Object.values(row).some((value) => keyOf(value) === place)).length === 1;
