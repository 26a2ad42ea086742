import type { NowPart, WasPart } from './align.ts';
import { markOf, type Datum, type SeenShape } from './seen.ts';

/** A series of a chart as texts by number; `other` is what the workbook says where that is something else. */
export interface ChartTexts {
  readonly name: string;
  readonly places: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, string>;
  readonly other?: ReadonlyMap<number, string>;
}

/** Most series of a chart: the numbers of a series of the next chart begin here. */
const mostSeries = 100;

/**
 * What a chart says, each name, place and number as a text of its own. Places that a series shares with the first stand once.
 * @param chart its number on the slide, from zero
 */
export function chartShapes(series: readonly ChartTexts[], chart: number): readonly SeenShape[] {
  const [first] = series;
  return series.flatMap(({ name, places, values, other }, s) => {
    const row = chart * mostSeries + s;
    const shape = (column: number, text: string, datum: Datum, more?: string): SeenShape => ({
      kind: 'data',
      name: '',
      cell: [row, column],
      paragraphs: [[[{ text }]]],
      datum,
      ...(more !== undefined && more !== text && { other: more }),
    });
    const placeAt = (i: number): string => places.get(i) ?? '';
    const own = [...places].filter(([i, text]) => s === 0 || first?.places.get(i) !== text);
    return [
      shape(0, name, { what: 'name', series: name, place: '' }),
      ...own.map(([i, text]) => shape(2 * i + 1, text, { what: 'place', series: name, place: text })),
      ...[...values].map(([i, text]) =>
        shape(2 * i + 2, text, { what: 'value', series: name, place: placeAt(i) }, other?.get(i)),
      ),
    ];
  });
}

/** What became of the numbers of the charts of a slide. */
export interface DataChanges {
  readonly pairs: readonly (readonly [was: WasPart, now: NowPart])[];
  /** Names, places and numbers that are new, and how many are gone. */
  readonly fresh: readonly NowPart[];
  readonly gone: number;
}

/** Pairs what charts said with what they say, place by place. What only the workbook says otherwise is what somebody wrote there. */
export function alignData(was: readonly WasPart[], now: readonly NowPart[]): DataChanges {
  const waiting = new Map<string, NowPart[]>();
  const keyAt = ({ shape }: WasPart | NowPart): string => shape.cell?.join() ?? '';
  for (const part of now) waiting.set(keyAt(part), [...(waiting.get(keyAt(part)) ?? []), part]);
  const pairs: (readonly [WasPart, NowPart])[] = [];
  let gone = 0;
  for (const part of was) {
    const there = waiting.get(keyAt(part))?.shift();
    if (there) pairs.push([part, otherwise(part, there)]);
    else gone++;
  }
  return { pairs, fresh: [...waiting.values()].flat(), gone: now.length === 0 ? 0 : gone };
}

function otherwise(was: WasPart, now: NowPart): NowPart {
  const { other } = now.shape;
  if (other === undefined || was.mark !== now.mark) return now;
  return { ...now, text: other, mark: markOf(other), paragraph: [[{ text: other }]] };
}

/** A number as the outline writes numbers there: with a comma where that has one. */
export const asWritten = (text: string, old: string): string =>
  old.includes(',') && !old.includes('.') ? text.replace('.', ',') : text;

/** A part of a chart in words: the number with its series and place. */
export function toldDatum({ shape: { datum }, text }: NowPart): string {
  const about = datum?.what === 'value' ? [datum.series, datum.place].filter((one) => one !== '').join(', ') : '';
  return `chart: ${about === '' ? '' : `${about}: `}${text}`;
}
