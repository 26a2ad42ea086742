import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { SchemaError } from './compile.ts';
import { findErrors } from './compile.ts';
import { definitions } from './defs.ts';
import type { Place } from './translate.ts';
import { translate } from './translate.ts';

/**
 * Checks a value from a YAML file against a schema. A number where text is expected becomes the text as written
 * (`2.50` stays `2.50`), in place, because tables and years are often typed without quotes.
 * @returns one diagnostic for each mistake; none when the value fits.
 */
export function checkValue(schema: JsonObject, value: Json, place: Place): readonly Diagnostic[] {
  let errors = findErrors(schema, value);
  if (errors.length > 0 && numbersToText(errors, value, place)) errors = findErrors(schema, value);
  if (errors.length === 0) return [];
  const own = isObject(schema.$defs) ? schema.$defs : {};
  return translate(errors, { ...definitions, ...own }, place);
}

function numbersToText(errors: readonly SchemaError[], value: Json, { places, pointer }: Place): boolean {
  let changed = false;
  for (const error of errors) {
    const wantsText = error.keyword === 'type' && [error.params.type as string | string[]].flat().includes('string');
    if (!wantsText || typeof error.data !== 'number') continue;
    changed =
      replaceAt(value, error.instancePath, places.written(pointer + error.instancePath) ?? String(error.data)) ||
      changed;
  }
  return changed;
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
