import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { accept } from './accept.ts';
import { definitions } from './defs.ts';
import { keepDigits } from './digits.ts';
import { unpasted } from './pasted.ts';
import { reshaped } from './shapes/index.ts';
import type { Place } from './translate.ts';
import { translate } from './translate.ts';
import { findErrors } from './validate.ts';

/**
 * Checks a value from a YAML file against a schema. What its author plainly meant is changed, in place, into what the
 * schema asks for, see {@link accept}; numbers stay as they are written wherever text may stand.
 * @returns one diagnostic for each mistake, and one for each change that its author should know of.
 */
export function checkValue(schema: JsonObject, value: Json, place: Place): readonly Diagnostic[] {
  const known = knownIn(schema);
  const shaped = reshaped(schema, value, place);
  keepDigits(schema, value, known, place);
  const clean = (): readonly Diagnostic[] =>
    schema['x-role'] === undefined ? [] : unpasted(schema, value, known, place);
  const pasted = clean();
  const accepted = accept(schema, value, known, place);
  const { errors } = accepted;
  // A field has come to its name only now: `equation:` is a formula.
  const later = accepted.findings.length > 0 ? clean() : [];
  const findings = [...shaped, ...pasted, ...accepted.findings, ...later];
  return errors.length === 0 ? findings : [...findings, ...translate(errors, known, place)];
}

/** Checks a value of a file that is no lesson, such as `fields.yaml`: nothing in it is guessed. */
export function checkStrictly(schema: JsonObject, value: Json, place: Place): readonly Diagnostic[] {
  const known = knownIn(schema);
  return translate(findErrors(schema, value, known), known, place);
}

const knownIn = ({ $defs }: JsonObject): JsonObject => (isObject($defs) ? { ...definitions, ...$defs } : definitions);
