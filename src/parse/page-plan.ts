import {
  isObject,
  memo,
  preparedFor,
  preparedFrom,
  type Diagnostic,
  type Hash,
  type JsonObject,
} from '../base/index.ts';
import { slideSizes, type Files, type PagePlan, type SlideSize } from '../model/index.ts';
import { diagnostic } from './codes.ts';
import { checkStrictly } from './schema/index.ts';
import { loadYaml } from './yaml/load.ts';

const number = (minimum = 0, maximum = 2000): JsonObject => ({ type: 'number', minimum, maximum });
const list = (minimum: number): JsonObject => ({
  type: 'array',
  items: number(minimum, 200),
  minItems: 1,
  maxItems: 20,
});
const part = (title: string, properties: JsonObject): JsonObject => ({
  title,
  type: 'object',
  properties,
  additionalProperties: false,
});
const numbers = (title: string, ...names: readonly string[]): JsonObject =>
  part(title, Object.fromEntries(names.map((name) => [name, number()])));

const shape = part('shape', {
  width: number(600, 3840),
  height: number(400, 2160),
  margin: number(),
  titles: list(24),
  stacked: { type: 'boolean' },
});

/** What `plan.yaml` of a theme may say. The smallest sizes are those below which nothing is projected. */
const planSchema: JsonObject = {
  ...part('page plan', {
    shapes: part('shapes', Object.fromEntries(slideSizes.map((name) => [name, shape]))),
    margins: numbers('margins', 'top', 'bottom'),
    head: numbers('head', 'least', 'line', 'below', 'between'),
    title: numbers('title', 'leading', 'below', 'oneLine'),
    foot: numbers('foot', 'above', 'least', 'line', 'number', 'logo'),
    text: part('text', {
      sizes: list(28),
      ...{ lead: number(1, 3), small: number(0, 1), fine: number(0, 1), mostFine: number(24, 200) },
    }),
    callouts: numbers('callouts', 'above', 'between', 'pad', 'inset', 'leading'),
    notes: part('notes', { size: number(24, 200), large: number(24, 200), leading: number(1, 3), above: number() }),
    footnotes: part('footnotes', { size: number(24, 200), line: number(), above: number() }),
    drawing: number(100),
    standIn: part('stand-in', { letter: number(8, 100), lines: number(3, 40) }),
  }),
  $defs: {},
};

interface Read {
  /** What the file says; nothing when there is no file, or one with mistakes. */
  readonly says: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

function readPlan(file: string, bytes: Uint8Array): Read {
  const known = preparedFor('own-plans.json', bytes);
  if (isObject(known)) return { says: known, diagnostics: [] };
  const yaml = loadYaml(file, bytes);
  if (!yaml.ok) return { says: {}, diagnostics: yaml.diagnostics };
  const { value, places } = yaml.value;
  if (value === null) return { says: {}, diagnostics: yaml.diagnostics };
  const flaws = checkStrictly(planSchema, value, { places, pointer: '' });
  const told = flaws.map(({ message, at, help }) =>
    diagnostic('theme/plan', message, { ...(at ? { at } : {}), ...(help ? { help } : {}) }),
  );
  return { says: flaws.length === 0 && isObject(value) ? value : {}, diagnostics: [...yaml.diagnostics, ...told] };
}

/** Files that are read once for many lessons are parsed once. */
const readOnce = memo((bytes: Uint8Array) => memo((file: string) => readPlan(file, bytes)));

/**
 * The page plan of a theme for one shape of slides.
 * @param folders folders of the theme and of those it builds on, the nearest last
 */
export function pagePlan(
  files: Files,
  folders: readonly string[],
  size: SlideSize,
): { readonly plan: PagePlan; readonly diagnostics: readonly Diagnostic[] } {
  const read = folders.flatMap((folder): readonly Read[] => {
    const file = `${folder}/plan.yaml`;
    const found = files.read(file);
    return found.ok ? [readOnce(found.bytes)(file)] : [];
  });
  const says = read.reduce<JsonObject>((below, { says }) => over(below, says), {});
  return { plan: planOf(says, size), diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

/** What a file says over what another one says: mappings are joined, all else is replaced. */
const over = (below: JsonObject, above: JsonObject): JsonObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(above)])].map((key) => {
      const [under, upper] = [below[key], above[key]];
      return [key, isObject(under) && isObject(upper) ? over(under, upper) : (upper ?? under ?? null)];
    }),
  );

/** As the whole file of Lectern's own theme, on which all others stand, has been checked. */
interface WholePlan extends Omit<PagePlan, 'canvas' | 'stacked' | 'margins' | 'title'> {
  readonly shapes: Readonly<
    Record<SlideSize, { width: number; height: number; margin: number; titles: readonly number[]; stacked: boolean }>
  >;
  readonly margins: Omit<PagePlan['margins'], 'x'>;
  readonly title: Omit<PagePlan['title'], 'sizes'>;
}

function planOf(says: JsonObject, size: SlideSize): PagePlan {
  const { shapes, margins, title, ...rest } = says as unknown as WholePlan;
  const { width, height, margin, titles, stacked } = shapes[size];
  return {
    ...rest,
    canvas: { width, height },
    stacked,
    margins: { ...margins, x: margin },
    title: { ...title, sizes: titles },
  };
}

/** Reads the page plans of Lectern's own themes; called by the bundler, which keeps the result beside the code. */
export const makeOwnPlans = (files: readonly Uint8Array[]): Readonly<Record<Hash, JsonObject>> =>
  preparedFrom(files, (bytes) => {
    const { says, diagnostics } = readPlan('plan.yaml', bytes);
    return diagnostics.length > 0 ? undefined : says;
  });

/** The canvases that a plan names, for what is made for all of them beforehand. */
export const ownCanvases = ({ shapes }: JsonObject): readonly PagePlan['canvas'][] =>
  Object.values(isObject(shapes) ? shapes : {}).flatMap((shape) => {
    const { width, height } = isObject(shape) ? shape : {};
    return typeof width === 'number' && typeof height === 'number' ? [{ width, height }] : [];
  });
