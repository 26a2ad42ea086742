import type { Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import type { Place } from './translate.ts';
import { resolve } from './words.ts';

/**
 * Turns numbers that would be shown with other digits than they are written with (`3.10`, `01234`, `1e3`) into texts,
 * in place, wherever the schema allows a text.
 */
export function keepDigits(schema: JsonObject, value: Json, known: JsonObject, place: Place, path = ''): void {
  const actual = resolve(schema, known);
  for (const forms of [actual.anyOf, actual.oneOf, actual.allOf])
    if (Array.isArray(forms)) for (const form of forms) if (isObject(form)) keepDigits(form, value, known, place, path);
  const visit = (holder: Record<string, Json | undefined>, key: string, rule: Json | undefined): void => {
    const child = holder[key];
    if (!isObject(rule) || child === undefined) return;
    const pointer = path + pointerStep(key);
    if (typeof child !== 'number') keepDigits(rule, child, known, place, pointer);
    else if (allowsText(rule, known)) {
      const written = place.places.written(place.pointer + pointer);
      if (written !== undefined && written !== String(child)) holder[key] = written;
    }
  };
  if (Array.isArray(value)) {
    const list = value as unknown as Record<string, Json | undefined>;
    value.forEach((_: Json, i) => visit(list, String(i), actual.items));
  } else if (isObject(value)) {
    const properties = isObject(actual.properties) ? actual.properties : {};
    const holder = value as Record<string, Json | undefined>;
    for (const key of Object.keys(value))
      visit(holder, key, Object.hasOwn(properties, key) ? properties[key] : actual.additionalProperties);
  }
}

function allowsText(rule: JsonObject, known: JsonObject): boolean {
  const { type, anyOf, oneOf } = resolve(rule, known);
  if ([type].flat().includes('string')) return true;
  return [anyOf, oneOf].some(
    (forms) => Array.isArray(forms) && forms.some((form) => isObject(form) && allowsText(form, known)),
  );
}
