import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';

/**
 * Makes every mapping that lists its fields accept no others, unless its schema says otherwise, so that a misspelt field
 * is found at any depth.
 */
export function closeObjects(schema: JsonObject): JsonObject {
  const closed = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, value === undefined ? value : close(value)]),
  );
  const open = schema.type === 'object' && isObject(schema.properties) && schema.additionalProperties === undefined;
  return open ? { ...closed, additionalProperties: false } : closed;
}

function close(value: Json): Json {
  if (Array.isArray(value)) return value.map(close);
  return isObject(value) ? closeObjects(value) : value;
}
