import type { Json } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { Slide } from '../../model/index.ts';
import { slideProperties } from '../schema/index.ts';

/** Every text and number in a value, in the order in which they are written. */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** The texts of a slide as written, those that the audience never sees left out: notes, links, settings. */
export function standInTexts(value: Json): readonly string[] {
  if (!isObject(value)) return textsIn(value);
  return Object.entries(value).flatMap(([key, field]) => (Object.hasOwn(slideProperties, key) ? [] : textsIn(field)));
}

/** The same slide, to be shown as a plain one. */
export const asStandIn = (slide: Slide): Slide =>
  slide.standIn ? slide : { ...slide, standIn: { texts: standInTexts(slide.fields) } };
