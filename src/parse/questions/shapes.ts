import { isObject, type Json, type JsonObject } from '../../base/index.ts';

/** Something of which the text may stand as a number or a yes. */
export type Written = (value: Json, path: string) => string;

const lineMark = /^\s*(?:[-*•–]\s+|\(?(?:[a-z]|\d{1,2})[).:]\s+)/i;

/** The texts of a list, of a text with a line for each, or of a mapping from numbers. */
export function textsIn(value: Json | undefined, written: Written): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') {
    const lines = value.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > 1) return lines.map((line) => line.replace(lineMark, '').trim());
    const parts = value.split(/→|->|=>/).map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, i) =>
      isObject(item) ? textOf(item, written, `/${i}`) : item === null ? [] : [written(item, `/${i}`).trim()],
    );
  }
  if (isObject(value)) return Object.entries(value).map(([key, item]) => written(item ?? null, `/${key}`).trim());
  return [written(value, '').trim()];
}

/** The text of an item that is a mapping: its `text`, or its one key with its value. */
function textOf(item: JsonObject, written: Written, path: string): readonly string[] {
  if (typeof item.text === 'string') return [item.text.trim()];
  const entries = Object.entries(item).filter(([, value]) => typeof value !== 'object' || value === null);
  const [only] = entries;
  if (only === undefined || entries.length > 1) return [];
  const [key, value] = only;
  return [value === null || value === undefined ? key : `${key}: ${written(value, `${path}/${key}`)}`];
}

/** What stands before and after the sign between two texts that belong together. */
function inTwo(text: string): readonly string[] {
  const sign = /→|<->|-{1,2}>|=>|↔/.exec(text) ?? /\s[–—=-]\s|:\s/.exec(text);
  if (!sign) return [];
  return [text.slice(0, sign.index).trim(), text.slice(sign.index + sign[0].length).trim()];
}

interface PairFields {
  readonly left: string;
  readonly right: string;
}

function pairIn(item: Json, written: Written, path: string): PairFields | undefined {
  if (typeof item === 'string') return pairOf(inTwo(item.replace(lineMark, '')));
  if (Array.isArray(item))
    return pairOf(item.map((one: Json, i) => (typeof one === 'object' ? '' : written(one, `${path}/${i}`).trim())));
  if (!isObject(item)) return undefined;
  const entries = Object.entries(item).filter(([, value]) => typeof value !== 'object' || value === null);
  const texts = entries.map(([key, value]) => (value === null ? '' : written(value ?? null, `${path}/${key}`).trim()));
  const [one] = entries;
  return entries.length === 1 && one ? pairOf([one[0], texts[0] ?? '']) : pairOf(texts);
}

function pairOf(texts: readonly string[]): PairFields | undefined {
  const [left = '', right = '', ...more] = texts;
  return left === '' || right === '' || more.length > 0 ? undefined : { left, right };
}

/**
 * Pairs as a list of records: a mapping, `[left, right]`, `left → right`, a record of two texts under any names.
 * @returns `undefined` when one of them is no pair.
 */
export function pairsIn(value: Json | undefined, written: Written): readonly PairFields[] | undefined {
  const items = isObject(value)
    ? Object.entries(value).map(([key, item]): readonly [Json, string] => [{ [key]: item ?? null }, ''])
    : typeof value === 'string'
      ? value
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line): readonly [Json, string] => [line, ''])
      : Array.isArray(value)
        ? value.map((item: Json, i): readonly [Json, string] => [item, `/${i}`])
        : [];
  const pairs = items.map(([item, path]) => pairIn(item, written, path));
  return pairs.length === 0 || pairs.includes(undefined) ? undefined : (pairs as readonly PairFields[]);
}
