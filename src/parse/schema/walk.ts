import type { Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { resolve } from './words.ts';

/** Called for each text in a value, with the schema that describes it. */
export type TextVisitor = (schema: JsonObject, text: string, pointer: string) => void;

/**
 * Visits every text of a value together with its schema. In a union, every form that can hold the value is followed, so
 * a text may be visited more than once.
 */
export function visitTexts(
  schema: JsonObject,
  value: Json | undefined,
  definitions: JsonObject,
  visit: TextVisitor,
  pointer = '',
): void {
  const actual = resolve(schema, definitions);
  const follow = (next: Json | undefined, child: Json | undefined, step: string): void => {
    if (isObject(next)) visitTexts(next, child, definitions, visit, pointer + step);
  };
  if (typeof value === 'string') visit(actual, value, pointer);
  if (Array.isArray(value)) value.forEach((item: Json, i) => follow(actual.items, item, pointerStep(i)));
  if (isObject(value)) {
    const properties = isObject(actual.properties) ? actual.properties : {};
    for (const [key, child] of Object.entries(value)) {
      follow(Object.hasOwn(properties, key) ? properties[key] : actual.additionalProperties, child, pointerStep(key));
    }
  }
  for (const forms of [actual.anyOf, actual.oneOf, actual.allOf]) {
    if (Array.isArray(forms)) forms.forEach((form: Json) => follow(form, value, ''));
  }
}
