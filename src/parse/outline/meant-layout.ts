import { isObject, type Diagnostic, type Json } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor } from '../cursor.ts';
import { hints } from '../hints.ts';
import { layoutsNamed, layoutsNear, layoutsWithin, type Catalogue, type LayoutDefinition } from '../layouts/index.ts';
import { alsoKnownAs, drawingIn } from '../schema/index.ts';
import type { RawSlide } from './include.ts';
import type { Links } from './links.ts';
import { cheapestLayout, flawsOf, schemaOf, unusable } from './layout-cost.ts';
import { linksIn, ownFields } from './own-fields.ts';
import type { Session } from './session.ts';
import type { StatementLinks } from './statements.ts';

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
  else if (meant.name !== text) session.add([readAs(raw, name, text, { meant: meant.name, known: catalogue.names })]);
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
  const isDrawn = exact !== undefined && schemaOf(catalogue, exact)['x-shape'] === 'drawing' && drawing === undefined;
  if (
    exact !== undefined &&
    named.length === 1 &&
    !isDrawn &&
    (drawing === undefined || holds(catalogue, exact, drawing))
  )
    return { name: widerThan(catalogue, raw, exact) ?? exact, by: 'name' };
  const drawn = drawing === undefined ? undefined : drawingLayout(context, raw);
  if (drawn !== undefined) return { name: drawn, by: 'name' };
  const chosen = bestNamed(
    context,
    raw,
    named.filter((name) => drawing !== undefined || schemaOf(catalogue, name)['x-shape'] !== 'drawing'),
  );
  // A name for drawings too, without a drawing, does not bind a slide to a layout that has no place for it.
  const isSure = named.every((name) => schemaOf(catalogue, name)['x-shape'] !== 'drawing') || drawing !== undefined;
  if (chosen !== undefined && (isSure || flawsOf(catalogue, raw, chosen) < unusable))
    return { name: chosen, by: 'name' };
  const near = text === undefined ? [] : layoutsNear(catalogue, text);
  const meant = fittingLayout(catalogue, raw, near) ?? near.find((name) => flawsOf(catalogue, raw, name) < 10);
  if (meant !== undefined) return { name: meant, by: 'name' };
  const within = text === undefined ? [] : layoutsWithin(catalogue, text);
  const partly = within.length < 2 ? within[0] : bestNamed(context, raw, within);
  if (partly !== undefined && flawsOf(catalogue, raw, partly) < unusable) return { name: partly, by: 'name' };
  const free = text === undefined || named.length > 0;
  const fitting = free ? cheapestLayout(catalogue, raw) : fittingLayout(catalogue, raw);
  if (fitting !== undefined) return { name: fitting, by: text === undefined ? 'name' : 'fields' };
  const slip = bestNamed(context, raw, near);
  if (slip !== undefined) return { name: slip, by: 'name' };
  const opening = text === undefined && hasOnlyTitle(raw.value) ? openingLayout(catalogue, raw) : undefined;
  if (opening !== undefined) return { name: opening, by: 'name' };
  const plain = plainestLayout(catalogue);
  return plain === undefined ? undefined : { name: plain, by: 'nothing' };
}

const hasOnlyTitle = (slide: Json): boolean =>
  isObject(slide) && typeof slide.title === 'string' && Object.keys(ownFields(slide)).length === 0;

/** For a slide with nothing but a title: that of a lesson where it is the first, else that of a part. */
function openingLayout(catalogue: Catalogue, { pointer }: RawSlide): string | undefined {
  const role = pointer === '/slides/0' || pointer === '/sections/0/slides/0' ? 'title' : 'opener';
  return catalogue.names.find((name) => {
    const layout = catalogue.get(name);
    return layout?.ok === true && layout.value.role === role;
  });
}

/** Whether a layout has a field of this name, or takes a drawing under any. */
function holds(catalogue: Catalogue, name: string, field: string): boolean {
  const { properties, ...schema } = schemaOf(catalogue, name);
  return schema['x-shape'] === 'drawing' || (isObject(properties) && Object.hasOwn(properties, field));
}

/** The layout for a drawing that is written as text, when the slide has nothing else. */
function drawingLayout({ catalogue }: SlideContext, raw: RawSlide): string | undefined {
  const names = catalogue.names.filter((name) => schemaOf(catalogue, name)['x-shape'] === 'drawing');
  return names.find((name) => flawsOf(catalogue, raw, name) < unusable);
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

/**
 * Where the layout that is named has no place for a text of the slide: one that has a place for all that is written, such
 * as a picture with a text beside it.
 */
function widerThan(catalogue: Catalogue, raw: RawSlide, name: string): string | undefined {
  const flaws = flawsOf(catalogue, raw, name);
  if (flaws < 10 || !hasBlockText(raw.value)) return undefined;
  const { required } = schemaOf(catalogue, name);
  const asked = Array.isArray(required) ? required.map(String) : [];
  // Only where the field that makes the layout what it is has a place there as well.
  const wider = catalogue.names.filter((other) => {
    const { properties } = schemaOf(catalogue, other);
    return asked.length > 0 && isObject(properties) && asked.every((field) => Object.hasOwn(properties, field));
  });
  return nearlyFitting(catalogue, raw, wider);
}

const hasBlockText = (slide: Json): boolean =>
  Object.entries(ownFields(slide)).some(
    ([key, value]) => typeof value === 'string' && alsoKnownAs(key, ['body']) !== undefined,
  );

/** The layout in which a slide without one only needs other names for its fields; of those, the one with the fewest. */
function nearlyFitting(catalogue: Catalogue, raw: RawSlide, names = catalogue.names): string | undefined {
  if (Object.keys(ownFields(raw.value)).length === 0) return undefined;
  const fitting = names.flatMap((name) => {
    const layout = catalogue.get(name);
    const { properties } = schemaOf(catalogue, name);
    if (layout?.ok !== true || layout.value.role !== 'teaching' || !isObject(properties)) return [];
    const flaws = flawsOf(catalogue, raw, name);
    return flaws < 10 ? [{ name, flaws, fields: Object.keys(properties).length }] : [];
  });
  return fitting.sort((a, b) => a.flaws - b.flaws || a.fields - b.fields)[0]?.name;
}

function leastFlawed(catalogue: Catalogue, raw: RawSlide, names: readonly string[]): string | undefined {
  const counted = names.map((name) => ({ name, flaws: flawsOf(catalogue, raw, name) }));
  return counted.toSorted((a, b) => a.flaws - b.flaws)[0]?.name;
}

/** The layout that can do without any field and takes text: in it everything can be shown. */
function plainestLayout(catalogue: Catalogue): string | undefined {
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

function readAs(
  raw: RawSlide,
  name: Cursor,
  text: string | undefined,
  { meant, known }: { readonly meant: string; readonly known: readonly string[] },
): Diagnostic {
  const help = [`Write \`layout: ${meant}\`.`];
  if (text === undefined) {
    const at = raw.yaml.places.head(raw.pointer);
    return diagnostic('outline/read-as', `The slide has no \`layout\`; its fields are those of \`${meant}\`.`, {
      at,
      help,
    });
  }
  const fix = { at: name.at, replacement: meant };
  const isKnown = known.includes(text);
  const message = isKnown
    ? `The layout \`${text}\` has no place for all that is written here; the slide is read as \`${meant}\`.`
    : `There is no layout \`${text}\`; it is read as \`${meant}\`.`;
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
