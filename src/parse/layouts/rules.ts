import { isObject, preparedFor, preparedFrom, type Hash } from '../../base/index.ts';
import { layoutRoles } from '../../model/index.ts';
import { Cursor, present } from '../cursor.ts';
import { loadYaml } from '../yaml/load.ts';
import { checkLayoutSchema } from './check.ts';
import { closeObjects } from './close.ts';
import { withCommonFields } from './common.ts';
import { layoutData, type LayoutDefinition } from './definition.ts';

/** What `fields.yaml` says. */
export type Rules = Pick<
  LayoutDefinition,
  'title' | 'description' | 'names' | 'schema' | 'titleRequired' | 'titleStates' | 'role' | 'data'
>;

/** Reads the rules from a file that has been checked. */
export function readRules(root: Cursor): Rules {
  return present<Rules>({
    title: root.get('title').text() ?? '',
    description: root.get('description').text() ?? '',
    names: root.get('x-names').text()?.split(/\s+/) ?? [],
    schema: isObject(root.value) ? withCommonFields(closeObjects(root.value)) : {},
    titleRequired: root.get('x-title').value !== 'optional',
    titleStates: root.get('x-title').text() === undefined || root.get('x-title').value === 'required',
    role: layoutRoles.find((role) => role === root.get('x-role').value),
    data: layoutData.find((data) => data === root.get('x-data').value),
  });
}

/** The rules in a `fields.yaml` of Lectern's own, read and checked when Lectern was bundled. */
export function preparedRules(bytes: Uint8Array): Rules | undefined {
  const rules = preparedFor('own-layouts.json', bytes);
  return rules === undefined ? undefined : bare(rules as unknown as Rules);
}

/** Objects without a prototype, as from the YAML parser: no name finds anything that is not written there. */
function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => bare(item)) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, bare(member)] as const);
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries)) as T;
}

/** Reads the rules of Lectern's own layouts; called by the bundler, which keeps the result beside the code. */
export const makeOwnLayouts = (fields: readonly Uint8Array[]): Readonly<Record<Hash, Rules>> =>
  preparedFrom(fields, (bytes) => {
    const yaml = loadYaml('fields.yaml', bytes);
    if (!yaml.ok || yaml.diagnostics.length > 0 || checkLayoutSchema(yaml.value).length > 0) return undefined;
    return readRules(new Cursor(yaml.value.value, yaml.value.places));
  });
