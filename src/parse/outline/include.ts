import { posix } from 'node:path';
import type { FileId, Json, JsonObject } from '../../base/index.ts';
import { hasErrors, isObject, pointerStep } from '../../base/index.ts';
import { Cursor } from '../cursor.ts';
import type { Catalogue } from '../layouts/index.ts';
import { hints } from '../hints.ts';
import { checkValue, includedFileSchema, includeSchema } from '../schema/index.ts';
import { definitions } from '../schema/index.ts';
import { slugOf } from '../slug.ts';
import type { YamlFile } from '../yaml/file.ts';
import type { Session } from './session.ts';
import { layoutKey } from './name-keys.ts';
import { slideFromText } from './slide-text.ts';
import { slideFromLines } from './stand-in.ts';
import type { Scope } from './variables.ts';
import { replaceVariables, resolveVariables } from './variables.ts';

/** A slide as written, with the file it stands in and the variables that it can use. */
export interface RawSlide {
  readonly yaml: YamlFile;
  readonly pointer: string;
  readonly value: Json;
  readonly scope: Scope;
  /** Whether its lines could not be read, or what it includes: that has its finding. */
  readonly isLost?: true;
}

/** Most slides of one lesson that stand in its own file, as the import of a book makes them. */
const maxSlides = 5000;
/** Up to how many slides others are included, and the deepest chain of includes. */
const maxWithIncluded = 2000;
const maxChain = 20;
/** Most includes of one lesson: three includes a file, fifteen files deep, would be fourteen million. */
const maxIncludes = 5000;

const includeRules = { ...includeSchema, $defs: definitions };

/** Follows the includes of the lists of slides of one lesson. */
export class Includer {
  readonly #session: Session;
  #count = 0;
  #includes = 0;
  #isTold = false;
  readonly #checked = new Set<FileId>();

  readonly #catalogue: Catalogue;

  constructor(session: Session, catalogue: Catalogue) {
    this.#session = session;
    this.#catalogue = catalogue;
  }

  /**
   * Lists the slides of a `slides` list in order, those of included files in the place of the include.
   * @param chain the files that led here, the present one last.
   */
  slides(yaml: YamlFile, list: Cursor, scope: Scope, chain: readonly FileId[]): readonly RawSlide[] {
    return itemsOf(list.value).flatMap(([step, item]): readonly RawSlide[] => {
      const pointer = list.pointer + pointerStep(step);
      // The slides of several questions that stand on one.
      if (Array.isArray(item)) return this.slides(yaml, new Cursor(item, yaml.places, pointer), scope, chain);
      const slide = typeof item === 'string' && item.trim() !== '' ? slideFromText(item) : item;
      if (isObject(slide) && isEmpty(slide)) return this.#empty(yaml, pointer);
      if (!isObject(slide)) return this.#lost(yaml, pointer, item, scope);
      const value = this.#withLayout(yaml, slide, pointer);
      if (value.include !== undefined) return this.#include(yaml, pointer, value, scope, chain);
      if (this.#isFull(yaml, pointer, chain.length > 1 ? maxWithIncluded : maxSlides)) return [];
      this.#count++;
      return [{ yaml, pointer, value, scope }];
    });
  }

  /** A slide with nothing on it is left out. */
  #empty(yaml: YamlFile, pointer: string): readonly RawSlide[] {
    const at = yaml.places.head(pointer);
    const help = ['Write something on it, or take it out.'];
    this.#session.report('outline/too-short', 'The slide is empty, and is left out.', {
      at,
      severity: 'warning',
      help,
    });
    return [];
  }

  /** A slide of which another key says the layout. */
  #withLayout({ places }: YamlFile, slide: JsonObject, pointer: string): JsonObject {
    const key = layoutKey(slide, this.#catalogue);
    if (key === undefined) return slide;
    places.alias(pointer + pointerStep(key), `${pointer}/layout`);
    return Object.fromEntries(Object.entries(slide).map(([name, value]) => [name === key ? 'layout' : name, value]));
  }

  /** Whether no slide can be added; told once. */
  #isFull(yaml: YamlFile, pointer: string, most: number): boolean {
    if (this.#count < most) return false;
    if (!this.#isTold) {
      const message = `The lesson has more than ${most} slides, counting those that are included.`;
      this.#session.report('outline/include-cycle', message, { at: yaml.places.head(pointer) });
    }
    this.#isTold = true;
    return true;
  }

  /** An entry whose lines could not be read. */
  #lost(yaml: YamlFile, pointer: string, item: Json, scope: Scope): readonly RawSlide[] {
    const { start } = yaml.places.value(pointer);
    const lines = yaml.lost?.find((region) => region.start <= start && start <= region.end)?.lines;
    if (item === null && !lines) return [];
    const value = lines ? slideFromLines(lines) : { texts: [item] };
    return [{ yaml, pointer, value, scope, isLost: true }];
  }

  #include(yaml: YamlFile, pointer: string, raw: Json, scope: Scope, chain: readonly FileId[]): readonly RawSlide[] {
    if (this.#isFull(yaml, pointer, maxWithIncluded) || this.#includes > maxIncludes) return [];
    if (++this.#includes > maxIncludes) {
      const message = `The lesson has more than ${maxIncludes} includes, counting those inside included files.`;
      this.#session.report('outline/include-cycle', message, { at: yaml.places.head(pointer) });
      return [];
    }
    const value = replaceVariables(this.#session, yaml, scope, raw, pointer, (inner) => inner === '/vars');
    const flaws = checkValue(includeRules, value, { places: yaml.places, pointer });
    this.#session.add(flaws);
    const entry = new Cursor(value, yaml.places, pointer);
    const path = entry.get('include');
    const target = hasErrors(flaws) ? undefined : this.#target(path, yaml.file, chain);
    const included = target === undefined ? undefined : this.#open(target, path);
    // What cannot be included leaves a mark in its place.
    if (target === undefined || included === undefined) return [{ yaml, pointer, value: raw, scope, isLost: true }];
    const inner = resolveVariables(this.#session, yaml, entry.get('vars').value, `${pointer}/vars`, scope);
    const list = new Cursor(included.value, included.places).get('slides');
    return this.#select(this.slides(included, list, inner, [...chain, target]), entry.get('slides'), target);
  }

  /** The file that an include means, or `undefined` when it may not be used here. */
  #target(path: Cursor, from: FileId, chain: readonly FileId[]): FileId | undefined {
    const text = path.text() ?? '';
    const target = posix.normalize(posix.join(posix.dirname(from), text));
    const outside =
      target.startsWith('../') || target === '..' || /^([/~]|[a-z][a-z0-9+.-]*:)|[\\\u0000-\u001f]/i.test(text);
    if (outside) {
      const help = ['Write a path relative to this file, with forward slashes.'];
      this.#session.report('outline/include', `\`${text}\` is not a file of this project.`, { at: path.at, help });
      return undefined;
    }
    if (!chain.includes(target) && chain.length <= maxChain) return target;
    const message = `Files include each other: ${[...chain.slice(Math.max(0, chain.indexOf(target))), target].join(' → ')}.`;
    this.#session.report('outline/include-cycle', message, { at: path.at });
    return undefined;
  }

  #open(target: FileId, path: Cursor): YamlFile | undefined {
    const yaml = this.#session.yaml(target, (reason) => {
      this.#session.report('outline/include', `The included file ${target} ${reason}.`, { at: path.at });
    });
    if (yaml === undefined || this.#checked.has(target)) return yaml;
    this.#checked.add(target);
    this.#session.add(checkValue(includedFileSchema, yaml.value, { places: yaml.places, pointer: '' }));
    return yaml;
  }

  #select(slides: readonly RawSlide[], wanted: Cursor, target: FileId): readonly RawSlide[] {
    if (wanted.value === undefined) return slides;
    const ids = slides.map((slide) => ownId(this.#session, slide));
    for (const item of wanted.items()) {
      const id = item.text();
      if (id === undefined || ids.includes(id)) continue;
      const help = hints(id, ids, `Slides of ${target}: ${ids.join(', ')}.`);
      this.#session.report('link/unknown-slide', `${target} has no slide \`${id}\`.`, { at: item.at, help });
    }
    const chosen = new Set(wanted.texts());
    return slides.filter((_, i) => chosen.has(ids[i] ?? ''));
  }
}

/** Whether a slide has keys, and nothing under any of them. */
const isEmpty = (slide: JsonObject): boolean =>
  Object.keys(slide).length > 0 && Object.values(slide).every((value) => value === null || value === '');

/** The slides of a list; of a mapping, each under its key, or the one slide that it is. */
function itemsOf(value: Json | undefined): readonly (readonly [step: string | number, value: Json])[] {
  if (Array.isArray(value)) return value.map((item: Json, i) => [i, item] as const);
  if (!isObject(value)) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, item]) => (isObject(item) ? [[key, item] as const] : []));
}

/** The id of a slide before ids are made unique: as written, or from its title, or from its layout. */
export function ownId(session: Session, { yaml, value, scope, pointer }: RawSlide): string {
  const slide = new Cursor(value, yaml.places, pointer);
  const text = (key: string): string => {
    const raw = slide.get(key).text();
    const value = raw === undefined ? '' : replaceVariables(session, yaml, scope, raw, pointer + pointerStep(key));
    return typeof value === 'string' ? value : '';
  };
  return text('id') || slugOf(text('title')) || slugOf(text('layout')) || 'slide';
}
