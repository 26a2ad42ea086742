import type { Json } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';

/** Values come from the YAML reader, which made them for this run alone, so they may be changed here. */
export type Holder = Record<string, Json | undefined>;

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: unknown = root;
  for (const step of stepsOf(pointer)) value = (value as Holder | undefined)?.[step];
  return value as Json | undefined;
}

/** Takes out a key without a value: it says nothing. */
export function removed(root: Json, pointer: string): boolean {
  const holder = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  const last = stepsOf(pointer).at(-1);
  return last !== undefined && isObject(holder) && Reflect.deleteProperty(holder, last);
}

/** Takes out a member of a mapping or list. */
export function removedAt(root: Json, pointer: string): boolean {
  const holder = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  const last = stepsOf(pointer).at(-1);
  if (!Array.isArray(holder) || last === undefined) return removed(root, pointer);
  return (holder as Json[]).splice(Number(last), 1).length === 1;
}

/** Puts another value in the place of the one at a JSON pointer. */
export function replaceAt(root: Json, pointer: string, value: Json): boolean {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  const holder = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  if (last === undefined || typeof holder !== 'object' || holder === null) return false;
  (holder as Holder)[last] = value;
  return true;
}
