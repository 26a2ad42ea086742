import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { smallestText } from './paint.ts';
import type { Pen } from './types.ts';

/** The fields whose texts are drawn; others, such as `from` and `id`, may only name a part. */
const drawn = new Set(['label', 'title', 'text', 'detail']);

function textsIn(value: Json | undefined, isDrawn: boolean): number {
  if (typeof value === 'string') return isDrawn && value.trim() !== '' ? 1 : 0;
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<number>((sum, item) => sum + textsIn(item, true), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + textsIn(inner, drawn.has(key)), 0);
}

/**
 * Whether there are more texts than squares of the smallest size. To find that out by placing them takes long, at every
 * size anew.
 */
export const isBeyondRoom = (data: JsonObject, { width, height }: Pen): boolean =>
  textsIn(data, false) * smallestText ** 2 > width * height;

/** The field that holds most texts. */
export function fullestField(data: JsonObject): string {
  const fields = Object.keys(data).toSorted((a, b) => textsIn(data[b], true) - textsIn(data[a], true));
  return fields[0] === undefined ? '' : `/${fields[0]}`;
}
