import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { definitions } from './defs.ts';
import type { Place } from './translate.ts';
import { translate } from './translate.ts';
import { formsOf, isUnion } from './unions.ts';
import type { SchemaError } from './validate.ts';
import { findErrors } from './validate.ts';

/**
 * Checks a value from a YAML file against a schema. A number where text is expected becomes the text as written
 * (`2.50` stays `2.50`), in place, because tables and years are often typed without quotes.
 * @returns one diagnostic for each mistake; none when the value fits.
 */
export function checkValue(schema: JsonObject, value: Json, place: Place): readonly Diagnostic[] {
  const known = isObject(schema.$defs) ? { ...definitions, ...schema.$defs } : definitions;
  let errors = findErrors(schema, value, known);
  if (errors.length > 0 && numbersToText(errors, known, value, place)) errors = findErrors(schema, value, known);
  return errors.length === 0 ? [] : translate(errors, known, place);
}

function numbersToText(errors: readonly SchemaError[], known: JsonObject, value: Json, place: Place): boolean {
  let changed = false;
  for (const { keyword, path, expected, data } of insideUnions(errors, known)) {
    const wantsText = keyword === 'type' && [expected].flat().includes('string') && typeof data === 'number';
    if (!wantsText) continue;
    const written = place.places.written(place.pointer + path) ?? String(data);
    changed = replaceAt(value, path, written) || changed;
  }
  return changed;
}

/** The errors, and for a union those of all its forms. */
function* insideUnions(errors: readonly SchemaError[], known: JsonObject): Generator<SchemaError> {
  for (const error of errors) {
    yield error;
    if (!isUnion(error)) continue;
    for (const form of formsOf(error)) {
      const inner = findErrors(form, error.data, known);
      yield* insideUnions(
        inner.map((found) => ({ ...found, path: error.path + found.path })),
        known,
      );
    }
  }
}

/** Values come from {@link loadYaml}, which made them for this run alone, so they may be changed here. */
function replaceAt(root: Json, pointer: string, text: string): boolean {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  let holder: unknown = root;
  for (const step of steps) holder = (holder as Record<string, unknown> | undefined)?.[step];
  if (last === undefined || typeof holder !== 'object' || holder === null) return false;
  (holder as Record<string, Json>)[last] = text;
  return true;
}
