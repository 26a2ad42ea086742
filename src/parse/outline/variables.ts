import type { Json, JsonObject, Span } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { hints } from '../hints.ts';
import type { YamlFile } from '../yaml/file.ts';
import type { Session } from './session.ts';

/** A variable: what it stands for, and how it reads inside other text. */
interface Variable {
  readonly value: Json;
  readonly text: string;
}

/** The variables that can be used at one place, by name. */
export type Scope = ReadonlyMap<string, Variable>;

export const emptyScope: Scope = new Map();

/** Longest text of one variable. */
const maxLength = 10_000;
/** Most variables that one `vars` may define. */
const maxVariables = 500;

const use = /\\\$\{|\$\{([A-Za-z][A-Za-z0-9_-]*)\}/g;

/** Says of which values (by JSON pointer, relative to the value that is replaced) the variables are left alone. */
export type Skip = (pointer: string) => boolean;

const nothing: Skip = () => false;

interface Run {
  readonly session: Session;
  readonly yaml: YamlFile;
  readonly scope: Scope;
  /** Pointer of the whole value in the file. */
  readonly base: string;
  readonly skip: Skip;
}

/**
 * Copies a value with every `${name}` replaced and every `\${` made a plain `${`. A text that is nothing but `${name}`
 * takes the value itself, so that a number stays a number. Unknown names are reported.
 */
export function replaceVariables(
  session: Session,
  yaml: YamlFile,
  scope: Scope,
  value: Json,
  base: string,
  skip: Skip = nothing,
): Json {
  return skip === nothing && !yaml.text.includes('${')
    ? plainCopy(value)
    : copy({ session, yaml, scope, base, skip }, value, '');
}

/** A copy that the caller may change. */
export function plainCopy(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => plainCopy(item));
  if (!isObject(value)) return value;
  const result = Object.create(null) as Record<string, Json>;
  for (const [key, child] of Object.entries(value)) if (child !== undefined) result[key] = plainCopy(child);
  return result;
}

function copy(run: Run, value: Json, pointer: string): Json {
  if (run.skip(pointer)) return value;
  if (typeof value === 'string') return value.includes('${') ? replaceText(run, value, pointer) : value;
  if (Array.isArray(value)) return value.map((item: Json, i) => copy(run, item, pointer + pointerStep(i)));
  if (!isObject(value)) return value;
  const result = Object.create(null) as Record<string, Json>;
  for (const [key, child] of Object.entries(value)) {
    if (child !== undefined) result[key] = copy(run, child, pointer + pointerStep(key));
  }
  return result;
}

function replaceText(run: Run, text: string, pointer: string): Json {
  const whole = /^\$\{([A-Za-z][A-Za-z0-9_-]*)\}\s*$/.exec(text)?.[1];
  const variable = whole === undefined ? undefined : run.scope.get(whole);
  if (variable !== undefined && typeof variable.value !== 'string') return variable.value;
  return text.replace(use, (match, name: string | undefined) => {
    if (name === undefined) return '${';
    const replacement = run.scope.get(name)?.text;
    if (replacement === undefined && !run.session.isFull) reportUnknown(run, name, pointer);
    const affordable =
      replacement !== undefined && run.session.spend(replacement.length, run.yaml.places.value(run.base + pointer));
    return affordable ? replacement : match;
  });
}

function reportUnknown({ session, yaml, scope, base }: Run, name: string, pointer: string): void {
  const known = scope.size === 0 ? 'The lesson has no `vars`.' : `Variables here: ${[...scope.keys()].join(', ')}.`;
  const help = [...hints(name, scope.keys(), known), 'Write `\\${` for a literal `${`.'];
  session.report('outline/unknown-variable', `There is no variable \`${name}\`.`, {
    at: placeOf(yaml, name, base + pointer),
    help,
  });
}

function placeOf(yaml: YamlFile, name: string, pointer: string): Span {
  const whole = yaml.places.value(pointer);
  const start = yaml.text.indexOf(`\${${name}}`, whole.start);
  return start < 0 || start >= whole.end ? whole : { ...whole, start, end: start + name.length + 3 };
}

/** Works out the values under `vars`, which may use each other and the variables around them. */
export function resolveVariables(
  session: Session,
  yaml: YamlFile,
  raw: Json | undefined,
  base: string,
  outer: Scope,
): Scope {
  if (!isObject(raw)) return outer;
  if (Object.keys(raw).length > maxVariables) {
    session.report('outline/too-long', `There are more than ${maxVariables} variables.`, {
      at: yaml.places.head(base),
    });
    return outer;
  }
  const scope = new Map(outer);
  const { ordered, circular } = orderByUse(raw, outer);
  for (const name of ordered) {
    const pointer = base + pointerStep(name);
    const variable = resolveOne(session, yaml, scope, raw[name] ?? null, pointer);
    if (variable !== undefined) scope.set(name, variable);
  }
  for (const name of circular) {
    const message = `The variable \`${name}\` uses itself, directly or through others.`;
    session.report('outline/variable-cycle', message, { at: yaml.places.value(base + pointerStep(name)) });
    scope.set(name, { value: '', text: '' });
  }
  return scope;
}

function resolveOne(session: Session, yaml: YamlFile, scope: Scope, raw: Json, pointer: string): Variable | undefined {
  const written = yaml.places.written(pointer) ?? JSON.stringify(raw);
  if (typeof raw === 'boolean') return { value: raw, text: written };
  // A number that would change by being calculated with, such as 1.10, stays as it is written.
  if (typeof raw === 'number') return { value: String(raw) === written ? raw : written, text: written };
  if (typeof raw !== 'string') return undefined;
  const value = replaceVariables(session, yaml, scope, raw, pointer);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length <= maxLength) return { value, text };
  session.report('outline/too-long', `A variable has more than ${maxLength} characters.`, {
    at: yaml.places.value(pointer),
  });
  return { value: '', text: '' };
}

/** Puts variables after the ones that they use; those in a circle are listed apart. `a: ${a}` means the outer `a`. */
function orderByUse(
  raw: JsonObject,
  outer: Scope,
): { readonly ordered: readonly string[]; readonly circular: readonly string[] } {
  const uses = new Map<string, Set<string>>();
  for (const [name, value] of Object.entries(raw)) {
    const used = typeof value === 'string' ? [...value.matchAll(use)].flatMap((match) => match[1] ?? []) : [];
    const ownValue = (other: string): boolean => other === name && outer.has(name);
    uses.set(name, new Set(used.filter((other) => Object.hasOwn(raw, other) && !ownValue(other))));
  }
  const ordered: string[] = [];
  for (let ready = true; ready;) {
    const next = [...uses].filter(([, used]) => [...used].every((other) => !uses.has(other))).map(([name]) => name);
    ready = next.length > 0;
    ordered.push(...next);
    next.forEach((name) => uses.delete(name));
  }
  return { ordered, circular: [...uses.keys()] };
}
