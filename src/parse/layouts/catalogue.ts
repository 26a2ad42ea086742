import type { Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { failure, hasErrors, success } from '../../base/index.ts';
import type { Files } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor } from '../cursor.ts';
import { decodeText, readFailureText } from '../yaml/decode.ts';
import { loadYaml } from '../yaml/load.ts';
import { checkLayoutSchema } from './check.ts';
import type { LayoutDefinition, TextFile } from './definition.ts';
import { preparedRules, readRules, type Rules } from './rules.ts';

/** The layouts that a lesson may use. A layout is read when it is first asked for, and only once. */
export interface Catalogue {
  /** Sorted by code point. */
  readonly names: readonly string[];
  /** The layout, or what is wrong with its files; `undefined` when there is no such layout. */
  get(name: string): Outcome<LayoutDefinition> | undefined;
  /** Reads every layout. */
  all(): Outcome<readonly LayoutDefinition[]>;
}

/** Lectern's own layouts. */
export const ownTemplates: FileId = 'lectern:templates';

const namePattern = /^[a-z][a-z0-9-]*$/;

/**
 * Lists the layouts in `layouts/` of these templates folders; the first folder that has a name wins.
 * @param folders for example `lessons/x/templates`, `templates`, {@link ownTemplates}.
 * @param base a catalogue that is asked last, so that it is shared by many lessons.
 */
export function loadCatalogue(files: Files, folders: readonly FileId[], base?: Catalogue): Catalogue {
  const origins = new Map<string, FileId>();
  for (const origin of folders) {
    for (const { name, kind } of files.list(`${origin}/layouts`)) {
      if (kind === 'folder' && !name.startsWith('.') && !origins.has(name)) origins.set(name, origin);
    }
  }
  if (base && origins.size === 0) return base;
  const names = [...new Set([...origins.keys(), ...(base?.names ?? [])])].sort();
  const loaded = new Map<string, Outcome<LayoutDefinition>>();
  const get = (name: string): Outcome<LayoutDefinition> | undefined => {
    const origin = origins.get(name);
    if (origin === undefined) return base?.get(name);
    const layout = loaded.get(name) ?? loadLayout(files, origin, name);
    loaded.set(name, layout);
    return layout;
  };
  return { names, get, all: () => gather(names.flatMap((name) => get(name) ?? [])) };
}

function gather(outcomes: readonly Outcome<LayoutDefinition>[]): Outcome<readonly LayoutDefinition[]> {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  return success(
    outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    diagnostics,
  );
}

function loadLayout(files: Files, origin: FileId, name: string): Outcome<LayoutDefinition> {
  const folder = `${origin}/layouts/${name}`;
  const fields = `${folder}/fields.yaml`;
  if (!namePattern.test(name)) {
    const message = `\`${name}\` cannot be the name of a layout: use lower-case letters, digits and hyphens.`;
    return failure([diagnostic('layout/name', message, { at: { file: fields, start: 0, end: 0 } })]);
  }
  const template = readText(files, `${folder}/layout.hbs`, origin);
  const style = readText(files, `${folder}/style.css`, origin, '');
  const read = files.read(fields, { within: origin });
  const rules = read.ok
    ? loadRules(fields, read.bytes)
    : failure<never>([missing(fields, readFailureText(read.reason))]);
  const diagnostics = [...rules.diagnostics, ...template.diagnostics, ...style.diagnostics];
  if (!rules.ok || !template.ok || !style.ok) return failure(diagnostics);
  const layout: LayoutDefinition = {
    name,
    ...rules.value,
    template: template.value,
    style: style.value,
    origin,
    fields,
    examples: `${folder}/example.yaml`,
  };
  return success(layout);
}

function loadRules(file: FileId, bytes: Uint8Array): Outcome<Rules> {
  const prepared = preparedRules(bytes);
  if (prepared) return success(prepared);
  const yaml = loadYaml(file, bytes);
  const flaws = yaml.ok ? checkLayoutSchema(yaml.value) : yaml.diagnostics;
  if (!yaml.ok || flaws.length > 0) return failure(flaws);
  return success(readRules(new Cursor(yaml.value.value, yaml.value.places)));
}

const missing = (file: FileId, reason: string): Diagnostic =>
  diagnostic('layout/missing-file', `${file} ${reason}.`, { at: { file, start: 0, end: 0 } });

function readText(files: Files, file: FileId, within: FileId, whenMissing?: string): Outcome<TextFile> {
  const read = files.read(file, { within });
  if (!read.ok && read.reason === 'missing' && whenMissing !== undefined) return success({ file, text: whenMissing });
  if (!read.ok) return failure([missing(file, readFailureText(read.reason))]);
  const text = decodeText(file, read.bytes);
  return text.ok ? success({ file, text: text.value }) : text;
}
