import type { Diagnostic, Json, JsonObject, Span } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { hints } from '../hints.ts';
import { checkStrictly, definitions, metaSchema, slideProperties } from '../schema/index.ts';
import type { YamlFile } from '../yaml/file.ts';

/** Checks that `fields.yaml` describes fields in the way that Lectern understands. */
export function checkLayoutSchema({ value, places }: YamlFile): readonly Diagnostic[] {
  const flaws = checkStrictly(metaSchema, value, { places, pointer: '' });
  // The messages are those of any YAML file; the code says that the layout is at fault, not the lesson.
  if (flaws.length > 0) return flaws.map((found) => ({ ...found, code: 'layout/schema' }));
  if (!isObject(value)) return [];
  const properties = isObject(value.properties) ? value.properties : {};
  const own = isObject(value.$defs) ? value.$defs : {};
  const found = [
    ...takenFields(properties),
    ...shadowed(own),
    ...unknownRequired(value.required, properties),
    ...inner(value, own, ''),
  ];
  return found.map(({ message, pointer, isKey, help }) => {
    const at: Span = isKey ? places.key(pointer) : places.value(pointer);
    return diagnostic('layout/schema', message, { at, ...(help && { help }) });
  });
}

interface Flaw {
  readonly message: string;
  readonly pointer: string;
  readonly isKey: boolean;
  readonly help?: readonly string[];
}

const takenFields = (properties: JsonObject): readonly Flaw[] =>
  Object.keys(properties)
    .filter((field) => Object.hasOwn(slideProperties, field) || field === 'include')
    .map((field) => ({
      message: `\`${field}\` is a key of every slide, so a layout cannot redefine it.`,
      pointer: `/properties${pointerStep(field)}`,
      isKey: true,
    }));

const shadowed = (own: JsonObject): readonly Flaw[] =>
  Object.keys(own)
    .filter((name) => Object.hasOwn(definitions, name))
    .map((name) => ({
      message: `\`$defs/${name}\` already exists; choose another name.`,
      pointer: `/$defs${pointerStep(name)}`,
      isKey: true,
    }));

const unknownRequired = (required: Json | undefined, properties: JsonObject): readonly Flaw[] =>
  (Array.isArray(required) ? required : []).flatMap((field: Json, i) =>
    typeof field === 'string' && Object.hasOwn(properties, field)
      ? []
      : [
          {
            message: `\`${typeof field === 'string' ? field : ''}\` is required but not among the \`properties\`.`,
            pointer: `/required/${i}`,
            isKey: false,
          },
        ],
  );

/** Flaws that the form alone does not show: references that lead nowhere and patterns that are no expression. */
function inner(value: Json | undefined, own: JsonObject, pointer: string): readonly Flaw[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => inner(item, own, pointer + pointerStep(i)));
  if (!isObject(value)) return [];
  const found: Flaw[] = [];
  const { $ref, pattern } = value;
  const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined;
  if (name !== undefined && !Object.hasOwn(own, name) && !Object.hasOwn(definitions, name)) {
    const all = [...Object.keys(definitions), ...Object.keys(own)];
    const help = hints(name, all, `Definitions: ${all.join(', ')}.`);
    found.push({ message: `There is no definition \`${name}\`.`, pointer: `${pointer}/$ref`, isKey: false, help });
  }
  if (typeof pattern === 'string' && !isExpression(pattern)) {
    found.push({ message: `\`${pattern}\` is not a regular expression.`, pointer: `${pointer}/pattern`, isKey: false });
  }
  for (const [key, child] of Object.entries(value)) found.push(...inner(child, own, pointer + pointerStep(key)));
  return found;
}

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
