import type { Json, JsonObject } from '../../base/index.ts';
import { isObject, type Diagnostic } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor } from '../cursor.ts';
import { hints } from '../hints.ts';
import { layoutsNamed, layoutsNear, type Catalogue, type LayoutDefinition } from '../layouts/index.ts';
import { checkValue, completeSlideSchema, drawingIn, slideProperties, visitTexts } from '../schema/index.ts';
import type { RawSlide } from './include.ts';
import { isLinkKind, type LinkKind, type Links } from './links.ts';
import type { Session } from './session.ts';
import type { StatementLinks } from './statements.ts';
import { plainCopy } from './variables.ts';

/** What slides are checked against. */
export interface SlideContext {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly links: Links;
  readonly statements: StatementLinks;
  readonly plans: readonly string[];
}

/** The layout that a slide is to have, and how plainly it says so. */
interface Meant {
  readonly name: string;
  /** By its name, in whatever word or language; or only by what stands in its fields. */
  readonly by: 'name' | 'fields' | 'nothing';
}

/** The layout of a slide: by its name, by a slip of the pen, by its fields; else the plainest, so that it is made. */
export function findLayout(context: SlideContext, raw: RawSlide): LayoutDefinition | undefined {
  const { session, catalogue } = context;
  const name = new Cursor(raw.value, raw.yaml.places, raw.pointer).get('layout');
  const text = name.text();
  const meant = meantLayout(context, raw, text);
  const outcome = meant === undefined ? undefined : catalogue.get(meant.name);
  if (meant === undefined || outcome === undefined || (meant.by !== 'name' && text !== undefined))
    session.add([noLayout(catalogue, raw, name, text, meant)]);
  else if (meant.name !== text) session.add([readAs(raw, name, text, meant.name)]);
  if (outcome === undefined) return undefined;
  session.add(outcome.diagnostics);
  if (outcome.ok) session.use(outcome.value.fields);
  return outcome.ok ? outcome.value : undefined;
}

function meantLayout(context: SlideContext, raw: RawSlide, text: string | undefined): Meant | undefined {
  const { catalogue } = context;
  const named = text === undefined ? [] : layoutsNamed(catalogue, text);
  const [exact] = named;
  const drawing = isObject(raw.value) ? drawingIn(raw.value) : undefined;
  if (exact !== undefined && named.length === 1 && (drawing === undefined || holds(catalogue, exact, drawing)))
    return { name: exact, by: 'name' };
  const drawn = drawing === undefined ? undefined : drawingLayout(context, raw);
  if (drawn !== undefined) return { name: drawn, by: 'name' };
  const chosen = bestNamed(context, raw, named);
  if (chosen !== undefined) return { name: chosen, by: 'name' };
  const near = text === undefined ? [] : layoutsNear(catalogue, text);
  const meant = fittingLayout(catalogue, raw, near) ?? near.find((name) => flawsOf(catalogue, raw, name) < 10);
  if (meant !== undefined) return { name: meant, by: 'name' };
  const fitting = fittingLayout(catalogue, raw);
  if (fitting !== undefined) return { name: fitting, by: text === undefined ? 'name' : 'fields' };
  const slip = bestNamed(context, raw, near);
  if (slip !== undefined) return { name: slip, by: 'name' };
  const plain = text === undefined ? undefined : plainestLayout(catalogue, raw);
  return plain === undefined ? undefined : { name: plain, by: 'nothing' };
}

const schemaOf = (catalogue: Catalogue, name: string): JsonObject => {
  const layout = catalogue.get(name);
  return layout?.ok === true ? layout.value.schema : {};
};

/** Whether a layout has a field of this name, or takes a drawing under any. */
function holds(catalogue: Catalogue, name: string, field: string): boolean {
  const { properties, ...schema } = schemaOf(catalogue, name);
  return schema['x-shape'] === 'drawing' || (isObject(properties) && Object.hasOwn(properties, field));
}

/** The layout for a drawing that is written as text, when the slide has nothing else. */
function drawingLayout({ catalogue }: SlideContext, raw: RawSlide): string | undefined {
  const names = catalogue.names.filter((name) => schemaOf(catalogue, name)['x-shape'] === 'drawing');
  return names.find((name) => flawsOf(catalogue, raw, name) < 100);
}

/** Of several layouts that are called so, the one that has a place for the fields; else the one with the fewest flaws. */
function bestNamed({ catalogue, links }: SlideContext, raw: RawSlide, named: readonly string[]): string | undefined {
  if (named.length < 2) return named[0];
  const leading = named.filter((name) => {
    const layout = catalogue.get(name);
    return layout?.ok === true && linksIn(layout.value, raw.value).every(({ kind, id }) => links.has(kind, id));
  });
  const candidates = leading.length > 0 ? leading : named;
  return fittingLayout(catalogue, raw, candidates) ?? leastFlawed(catalogue, raw, candidates);
}

/** For a slide without layout: the one that has a place for all its fields, and the fewest others. */
function fittingLayout(catalogue: Catalogue, raw: RawSlide, names = catalogue.names): string | undefined {
  if (Object.keys(ownFields(raw.value)).length === 0) return undefined;
  const fitting = names.flatMap((name) => {
    const flaws = flawsOf(catalogue, raw, name);
    const { properties } = schemaOf(catalogue, name);
    return flaws === 0 ? [{ name, fields: isObject(properties) ? Object.keys(properties).length : 0 }] : [];
  });
  return fitting.sort((a, b) => a.fields - b.fields)[0]?.name;
}

/** How much is wrong with a slide in a layout, after all that can be read as it is meant; fields without a place count. */
function flawsOf(catalogue: Catalogue, raw: RawSlide, name: string): number {
  const layout = catalogue.get(name);
  if (layout?.ok !== true) return Infinity;
  const value = plainCopy({ ...(raw.value as JsonObject), layout: name });
  const found = checkValue(completeSlideSchema(layout.value), value, { places: raw.yaml.places, pointer: raw.pointer });
  return found.reduce(
    (sum, { code, severity, message }) =>
      // Words for pictures are missing in every layout.
      sum + (severity === 'error' && code !== 'outline/missing-alt' ? 100 : message.includes('has no field') ? 10 : 1),
    0,
  );
}

function leastFlawed(catalogue: Catalogue, raw: RawSlide, names: readonly string[]): string | undefined {
  const counted = names.map((name) => ({ name, flaws: flawsOf(catalogue, raw, name) }));
  return counted.toSorted((a, b) => a.flaws - b.flaws)[0]?.name;
}

/** The layout that can do without any field and takes text: in it everything can be shown. */
function plainestLayout(catalogue: Catalogue, raw: RawSlide): string | undefined {
  if (Object.keys(ownFields(raw.value)).length === 0) return undefined;
  const plain = catalogue.names.flatMap((name) => {
    const layout = catalogue.get(name);
    const { properties, required } = schemaOf(catalogue, name);
    if (layout?.ok !== true || layout.value.role !== 'teaching' || !isObject(properties)) return [];
    const takesText = Object.values(properties).some((rule) => isObject(rule) && rule.format === 'block');
    const needsNothing = !Array.isArray(required) || required.length === 0;
    return takesText && needsNothing ? [{ name, fields: Object.keys(properties).length }] : [];
  });
  return plain.sort((a, b) => a.fields - b.fields)[0]?.name;
}

function readAs(raw: RawSlide, name: Cursor, text: string | undefined, meant: string): Diagnostic {
  const help = [`Write \`layout: ${meant}\`.`];
  if (text === undefined) {
    const at = raw.yaml.places.head(raw.pointer);
    return diagnostic('outline/read-as', `The slide has no \`layout\`; its fields are those of \`${meant}\`.`, {
      at,
      help,
    });
  }
  const fix = { at: name.at, replacement: meant };
  const message = `There is no layout \`${text}\`; it is read as \`${meant}\`.`;
  return diagnostic('outline/read-as', message, { at: name.at, help, fix });
}

function noLayout(
  { names }: Catalogue,
  raw: RawSlide,
  name: Cursor,
  text: string | undefined,
  meant: Meant | undefined,
): Diagnostic {
  if (text !== undefined) {
    const why = meant?.by === 'fields' ? 'By its fields it is shown as' : 'So that nothing is lost, it is shown as';
    const shown = meant === undefined ? [] : [`${why} \`${meant.name}\`.`];
    const help = [...shown, ...hints(text, names, `Layouts: ${names.join(', ')}.`)];
    return diagnostic('outline/unknown-layout', `There is no layout \`${text}\`.`, { at: name.at, help });
  }
  const at = name.value === undefined ? raw.yaml.places.head(raw.pointer) : name.at;
  const help = [`Add \`layout:\` with one of: ${names.join(', ')}; or \`include:\` with a file.`];
  return diagnostic('outline/missing-field', 'The slide has no `layout`.', { at, help });
}

/** A field that names something of the lesson. */
interface FieldLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly pointer: string;
}

/** The links in the fields of a slide, each place once. */
export function linksIn(layout: LayoutDefinition, value: Json): readonly FieldLink[] {
  const { $defs } = completeSlideSchema(layout);
  const found = new Map<string, FieldLink>();
  visitTexts(layout.schema, value, $defs, (described, text, pointer) => {
    const kind = described['x-link'];
    if (isLinkKind(kind) && !found.has(pointer)) found.set(pointer, { kind, id: text.trim(), pointer });
  });
  return [...found.values()];
}

/** The fields of a slide that belong to its layout. */
export function ownFields(value: Json): JsonObject {
  const fields = Object.create(null) as Record<string, Json | undefined>;
  if (!isObject(value)) return fields;
  for (const [key, field] of Object.entries(value)) {
    if (!Object.hasOwn(slideProperties, key)) fields[key] = field;
  }
  return fields;
}
