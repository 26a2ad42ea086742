import type { Diagnostic, Json, JsonObject, Span } from '../../base/index.ts';
import { isObject, pointerStep, suggest } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';
import type { PlaceIndex } from '../yaml/places.ts';
import { formats } from './formats.ts';
import { explainUnion, isUnion } from './unions.ts';
import type { SchemaError } from './validate.ts';
import { asText, nameAt, orList, show, typeNames, typeOf } from './words.ts';

/** Where the checked value stands. */
export interface Place {
  readonly places: PlaceIndex;
  /** JSON pointer of the checked value in its file. */
  readonly pointer: string;
}

/** Turns the findings of the schema validator into diagnostics that an author understands: one for each mistake. */
export function translate(
  errors: readonly SchemaError[],
  definitions: JsonObject,
  place: Place,
): readonly Diagnostic[] {
  const guessed = new Set<string>();
  const unknown = errors.filter((error) => error.keyword === 'additionalProperties');
  return [
    ...unknown.map((error) => unknownField(error, place, guessed)),
    ...errors.flatMap((error) =>
      isUnion(error) ? union(error, definitions, place, guessed) : one(error, place, guessed),
    ),
  ];
}

function union(
  error: SchemaError,
  definitions: JsonObject,
  place: Place,
  guessed: ReadonlySet<string>,
): readonly Diagnostic[] {
  const pointer = place.pointer + error.path;
  const flaw = explainUnion(error, definitions);
  if (flaw.kind === 'form' && flaw.errors.length === 0) return one(error, place, guessed);
  if (flaw.kind === 'form') return translate(flaw.errors, definitions, { places: place.places, pointer });
  if (flaw.kind === 'type') return [wrongType(flaw.types, error.data, pointer, place.places)];
  if (flaw.fields.some((field) => guessed.has(error.path + pointerStep(field)))) return [];
  if (error.schema.title === 'picture') return [missingAlt(error, pointer, place)];
  const fields = orList(flaw.fields.map((field) => `\`${field}\``));
  const at = place.places.head(pointer);
  return [diagnostic('outline/missing-field', `${titleOf(error, pointer)} needs ${fields}.`, { at })];
}

function missingAlt(error: SchemaError, pointer: string, { places }: Place): Diagnostic {
  const src = isObject(error.data) ? error.data.src : undefined;
  return diagnostic('outline/missing-alt', `${titleOf(error, pointer)} has no \`alt\`.`, {
    at: places.head(pointer),
    help: [
      `Write \`{ src: ${asText(src)}, alt: What the picture shows, in one sentence }\`.`,
      'Or add `decorative: true` when it says nothing.',
    ],
  });
}

const titleOf = (error: SchemaError, pointer: string): string => {
  const { title } = error.schema;
  const name = nameAt(pointer);
  if (typeof title !== 'string') return name === '' ? 'The file' : capital(name);
  return name === '' || name.startsWith('item') ? `The ${title}` : `The ${title} ${name}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function unknownField(error: SchemaError, { places, pointer }: Place, guessed: Set<string>): Diagnostic {
  const field = error.field ?? '';
  const path = pointer + error.path;
  const allowed = isObject(error.schema.properties) ? Object.keys(error.schema.properties) : [];
  const present = isObject(error.data) ? error.data : {};
  const guess = suggest(
    field,
    allowed.filter((name) => present[name] === undefined),
  );
  if (guess !== undefined) guessed.add(error.path + pointerStep(guess));
  const isCut = present[field] === null && places.isBare(path + pointerStep(field));
  const help = [
    ...(isCut ? ['A comma ends a value inside { }: put the text in quotes.'] : []),
    ...(guess === undefined ? [] : [`Did you mean \`${guess}\`?`]),
    `Allowed here: ${allowed.join(', ')}.`,
  ];
  return diagnostic('outline/unknown-field', `${titleOf(error, path)} has no field \`${field}\`.`, {
    at: places.key(path + pointerStep(field)),
    help,
  });
}

/** The diagnostic for one finding; none when another finding already says it. */
function one(error: SchemaError, { places, pointer }: Place, guessed: ReadonlySet<string>): Diagnostic[] {
  const path = pointer + error.path;
  const name = capital(nameAt(path) || 'the file');
  const at = places.value(path);
  const { data, expected } = error;
  switch (error.keyword) {
    case 'required': {
      const field = error.field ?? '';
      if (guessed.has(error.path + pointerStep(field))) return [];
      return [missingField(error, field, path, places)];
    }
    case 'type':
      return [wrongType([expected].flat().map(String), data, path, places)];
    case 'enum':
      return [notOneOf(name, data, [expected].flat(), at)];
    case 'const':
      return [notOneOf(name, data, [expected], at)];
    case 'propertyNames':
      return [
        diagnostic(
          'outline/value',
          `${show(error.field ?? '')} cannot be a name here: use letters, digits and hyphens.`,
          { at: places.key(path + pointerStep(error.field ?? '')) },
        ),
      ];
    case 'additionalProperties':
      return [];
    default:
      return [limit(error, name, at)];
  }
}

function missingField(error: SchemaError, field: string, path: string, places: PlaceIndex): Diagnostic {
  const { properties } = error.schema;
  const property = isObject(properties) ? properties[field] : undefined;
  const description = isObject(property) && typeof property.description === 'string' ? property.description : undefined;
  const code = field === 'alt' ? 'outline/missing-alt' : 'outline/missing-field';
  return diagnostic(code, `${titleOf(error, path)} has no \`${field}\`.`, {
    at: places.head(path),
    help: [`Add \`${field}:\`${description === undefined ? '.' : ` — ${description}`}`],
  });
}

function wrongType(types: readonly string[], data: Json, path: string, places: PlaceIndex): Diagnostic {
  const message = `${capital(nameAt(path) || 'the file')} should be ${typeNames(types)}, but is ${typeNames([typeOf(data)])}.`;
  const isWord = types.includes('string') && typeof data === 'boolean';
  const at = data === null ? places.key(path) : places.value(path);
  return diagnostic('outline/wrong-type', message, {
    at,
    ...(isWord && { help: ['Put quotes around it if it is meant as text.'] }),
  });
}

function notOneOf(name: string, data: Json, allowed: readonly Json[], at: Span): Diagnostic {
  const words = allowed.map(String);
  const guess = typeof data === 'string' ? suggest(data, words) : undefined;
  const message = `${name} is ${show(data)}, but must be ${orList(words)}.`;
  return diagnostic('outline/value', message, {
    at,
    ...(guess !== undefined && { help: [`Did you mean \`${guess}\`?`] }),
  });
}

function limit(error: SchemaError, name: string, at: Span): Diagnostic {
  const { data, schema } = error;
  const bound = Number(error.expected);
  const make = (code: ParseCode, rest: string): Diagnostic => diagnostic(code, `${name} ${rest}.`, { at });
  const length = typeof data === 'string' ? Array.from(data).length : Array.isArray(data) ? data.length : 0;
  switch (error.keyword) {
    case 'maxLength':
      return make('outline/too-long', `has ${length} characters; at most ${bound} fit`);
    case 'maxItems':
      return make('outline/too-long', `has ${length} items; at most ${bound} fit`);
    case 'minLength':
      return make('outline/too-short', length === 0 ? 'is empty' : `has ${length} characters; it needs ${bound}`);
    case 'minItems':
      return make(
        'outline/too-short',
        length === 0 ? 'is an empty list' : `has ${length} ${length === 1 ? 'item' : 'items'}; it needs ${bound}`,
      );
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return make('outline/value', `is ${show(data)}, but must be ${comparison[error.keyword]} ${bound}`);
    case 'format':
      return make(
        'outline/value',
        `is ${show(data)}, but should be ${formats[asText(error.expected)]?.expected ?? 'of another form'}`,
      );
    case 'pattern':
      return make(
        'outline/value',
        `is ${show(data)}, which does not have the right form. Expected: ${describe(schema)}`,
      );
    case 'uniqueItems':
      return make('outline/value', 'holds the same item twice');
    default:
      return make('outline/value', 'fits more than one of its forms');
  }
}

const comparison = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
} as const;

const describe = (schema: JsonObject): string =>
  typeof schema.description === 'string'
    ? schema.description.replace(/\.$/, '')
    : `a text that matches ${asText(schema.pattern)}`;
