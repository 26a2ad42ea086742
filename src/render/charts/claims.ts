import { isObject, type Json, type JsonObject } from '../../base/index.ts';

/** A value on the axis of values, with its words. */
export interface Mark {
  readonly value: number;
  readonly label: string;
}

/** A range on the axis of values. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Two categories to compare; without words the factor between them is written. */
export interface Compare {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
}

/** Words at a place: at a category or point of the axis, and at the value there unless another is named. */
export interface PointNote {
  readonly x: string | number;
  readonly y: number | undefined;
  readonly text: string;
}

const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const list = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];
const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

function readMark(value: Json): readonly Mark[] {
  if (typeof value === 'number') return [{ value, label: '' }];
  const at = isObject(value) ? number(value.value ?? value.at) : undefined;
  return at === undefined || !isObject(value) ? [] : [{ value: at, label: text(value.label ?? value.text) }];
}

function readBand(value: Json): readonly Band[] {
  const [from, to] = Array.isArray(value)
    ? value.map(number)
    : isObject(value)
      ? [value.from, value.to].map(number)
      : [];
  if (from === undefined || to === undefined) return [];
  return [{ from: Math.min(from, to), to: Math.max(from, to), label: isObject(value) ? text(value.label) : '' }];
}

const pairOf = (value: Json | undefined): readonly (Json | undefined)[] =>
  Array.isArray(value) ? (value as readonly Json[]) : isObject(value) ? [value.from, value.to] : [];

function readCompare(value: Json | undefined): Compare | undefined {
  const [from, to] = pairOf(value);
  if (text(from) === '' || text(to) === '') return undefined;
  const label = isObject(value) && typeof value.label === 'string' ? value.label : undefined;
  return { from: text(from), to: text(to), label };
}

function readNote(value: Json): readonly PointNote[] {
  if (!isObject(value)) return [];
  const { x, y } = value;
  const words = text(value.text ?? value.label);
  if (words === '' || (typeof x !== 'string' && typeof x !== 'number')) return [];
  return [{ x, y: number(y), text: words }];
}

/** What a chart draws of its claim besides the data: `reference`, `band`, `compare`, `annotate`. */
export function readClaims(chart: JsonObject): {
  readonly references: readonly Mark[];
  readonly bands: readonly Band[];
  readonly compare: Compare | undefined;
  readonly notes: readonly PointNote[];
} {
  return {
    references: list(chart.reference).flatMap(readMark),
    bands: (isPair(chart.band) ? [chart.band] : list(chart.band)).flatMap(readBand),
    compare: readCompare(chart.compare),
    notes: list(chart.annotate).flatMap(readNote),
  };
}

/** `[20, 40]` is one band, not two. */
const isPair = (value: Json | undefined): value is Json =>
  Array.isArray(value) && value.length === 2 && value.every((item: Json) => typeof item === 'number');
