import type { Json, JsonObject } from '../../base/index.ts';
import { isObject, type Diagnostic } from '../../base/index.ts';
import type { LayoutRole, Slide } from '../../model/index.ts';
import { commentsOf } from '../../text/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor, present } from '../cursor.ts';
import { hints } from '../hints.ts';
import { layoutsNamed, type Catalogue, type LayoutDefinition } from '../layouts/index.ts';
import {
  checkValue,
  completeSlideSchema,
  salvage,
  slideProperties,
  visitTexts,
  type Salvaged,
} from '../schema/index.ts';
import type { RawSlide } from './include.ts';
import type { Links } from './links.ts';
import { isLinkKind, type LinkKind } from './links.ts';
import { readMinutes } from './minutes.ts';
import type { Session } from './session.ts';
import { restTexts, standInTexts } from './stand-in.ts';
import type { StatementLinks } from './statements.ts';
import { plainCopy, replaceVariables } from './variables.ts';

/** What slides are checked against. */
export interface SlideContext {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly links: Links;
  readonly statements: StatementLinks;
  readonly plans: readonly string[];
}

/** Checks one slide against its layout, reports everything that is wrong, and reads what can be read. */
export function readSlide(context: SlideContext, raw: RawSlide, id: string, isFirst: boolean): Slide {
  const { session, links, statements, plans } = context;
  const layout = raw.isLost ? undefined : findLayout(context, raw);
  const written = layout === undefined ? replacePlain(session, raw) : replaceSlide(session, raw, layout);
  const sound = layout === undefined ? undefined : fitted(context, raw, layout, written);
  const value = sound?.value ?? written;
  const rest = restTexts(sound?.rest ?? []);
  const slide = new Cursor(value, raw.yaml.places, raw.pointer);
  const role = roleOf(layout, isFirst && slide.get('title').text() === undefined);
  return present<Slide>({
    id,
    layout: layout?.name ?? slide.get('layout').text() ?? '',
    role,
    titleStates: role === 'teaching' && layout?.titleStates === true,
    title: slide.get('title').text(),
    fields: ownFields(value),
    notes: withComments(slide.get('notes').text(), layout, value),
    lang: slide.get('lang').text(),
    covers: statements.read(slide.get('covers')),
    cites: slide
      .get('cites')
      .items()
      .flatMap((item) => readCite(links, item)),
    evidence: links.read('evidence', slide.get('evidence')),
    steps: slide.get('steps').boolean() ?? false,
    plans: links.readOptional('plan', slide.get('plans')),
    minutes: readMinutes(links, slide.get('minutes'), plans),
    objectives: links.read('objective', slide.get('objectives')),
    ignores: slide
      .get('ignore')
      .items()
      .map((item) => ({
        code: item.get('check').text() ?? '',
        reason: item.get('reason').text() ?? '',
        at: item.get('check').at,
      })),
    standIn: sound ? undefined : { texts: standInTexts(value) },
    rest: rest.length > 0 ? rest : undefined,
    at: slide.at,
    places: slide.places,
  });
}

/** What the layout says; without a word of it, a slide that begins a section and needs no title of its own opens it. */
const roleOf = (layout: LayoutDefinition | undefined, isFirstUntitled: boolean): LayoutRole =>
  layout?.role ?? (layout?.titleRequired === false && isFirstUntitled ? 'opener' : 'teaching');

/**
 * What of a slide can be made: the fields that its layout knows, with values that fit, when what they show is there. A
 * picture or drawing without words is a fault, but it can be shown.
 */
function fitted(
  { session, links }: SlideContext,
  raw: RawSlide,
  layout: LayoutDefinition,
  value: Json,
): Salvaged | undefined {
  const schema = completeSlideSchema(layout);
  session.add(checkSlide(schema, raw, layout, value));
  const isThere = checkFieldLinks(links, raw, layout, value);
  return isThere ? salvage(schema, value, ['title']) : undefined;
}

/** What is wrong with a slide. Without a title the name of its section stands in, which is no reason to stop. */
function checkSlide(schema: JsonObject, raw: RawSlide, layout: LayoutDefinition, value: Json): readonly Diagnostic[] {
  const { places } = raw.yaml;
  const check = (): readonly Diagnostic[] => checkValue(schema, value, { places, pointer: raw.pointer });
  if (!layout.titleRequired || !isObject(value) || (value.title !== undefined && value.title !== null)) return check();
  const holder = value as Record<string, Json | undefined>;
  // Another word for it may be there, so it is looked for first.
  const found = check();
  if (holder.title !== undefined && holder.title !== null) return found;
  holder.title = layout.title;
  const rest = check();
  Reflect.deleteProperty(holder, 'title');
  const message = 'The slide has no `title`; the name of its section stands in.';
  const at = places.head(raw.pointer);
  const help = ['Add `title:` with what the slide says, as a sentence where possible.'];
  return [
    ...found.filter(({ severity }) => severity !== 'error'),
    ...rest,
    diagnostic('outline/missing-field', message, { at, severity: 'warning', help }),
  ];
}

/** Comments in the texts of a slide are notes, as in Marp. */
function withComments(
  notes: string | undefined,
  layout: LayoutDefinition | undefined,
  value: Json,
): string | undefined {
  if (layout === undefined) return notes;
  const found = new Map<string, readonly string[]>();
  const { $defs, ...schema } = completeSlideSchema(layout);
  visitTexts(schema, value, $defs, ({ format }, text, pointer) => {
    if (format === 'inline' || format === 'block') found.set(pointer, pointer === '/notes' ? [] : commentsOf(text));
  });
  const all = [notes ?? '', ...[...found.values()].flat()].filter((text) => text !== '');
  return all.length === 0 ? undefined : all.join('\n\n');
}

function readCite(links: Links, item: Cursor): Slide['cites'] {
  const reference = item.text();
  if (reference === undefined) return [];
  links.check('reference', reference, item.at);
  return [{ reference, at: item.at }];
}

function findLayout(context: SlideContext, raw: RawSlide): LayoutDefinition | undefined {
  const { session, catalogue } = context;
  const slide = new Cursor(raw.value, raw.yaml.places, raw.pointer);
  const name = slide.get('layout');
  const text = name.text();
  const known = text === undefined ? undefined : meantLayout(context, raw, text);
  const meant = known ?? fittingLayout(catalogue, raw);
  const outcome = meant === undefined ? undefined : catalogue.get(meant);
  if (meant === undefined || outcome === undefined || (known === undefined && text !== undefined))
    session.add([noLayout(catalogue, raw, name, text, meant)]);
  else if (meant !== text) session.add([readAs(raw, name, text, meant)]);
  if (outcome === undefined) return undefined;
  session.add(outcome.diagnostics);
  if (outcome.ok) session.use(outcome.value.fields);
  return outcome.ok ? outcome.value : undefined;
}

/** The layout that a name stands for; of several that are called so, the one that has a place for the fields. */
function meantLayout({ catalogue, links }: SlideContext, raw: RawSlide, text: string): string | undefined {
  const named = layoutsNamed(catalogue, text);
  if (named.length < 2) return named[0];
  const leading = named.filter((name) => {
    const layout = catalogue.get(name);
    return layout?.ok === true && linksIn(layout.value, raw.value).every(({ kind, id }) => links.has(kind, id));
  });
  return fittingLayout(catalogue, raw, leading) ?? leading[0] ?? named[0];
}

/** For a slide without layout: the one that has a place for all its fields, and the fewest others. */
function fittingLayout(catalogue: Catalogue, raw: RawSlide, names = catalogue.names): string | undefined {
  if (Object.keys(ownFields(raw.value)).length === 0) return undefined;
  const fitting = names.flatMap((name) => {
    const layout = catalogue.get(name);
    if (!layout?.ok) return [];
    const schema = completeSlideSchema(layout.value);
    const value = plainCopy({ ...(raw.value as JsonObject), layout: name });
    const flaws = checkValue(schema, value, { places: raw.yaml.places, pointer: raw.pointer });
    const fields = isObject(layout.value.schema.properties) ? Object.keys(layout.value.schema.properties).length : 0;
    return flaws.length > 0 ? [] : [{ name, fields }];
  });
  return fitting.sort((a, b) => a.fields - b.fields)[0]?.name;
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
  return diagnostic('outline/read-as', `There is no layout \`${text}\`; it is read as \`${meant}\`.`, {
    at: name.at,
    help,
    fix,
  });
}

function noLayout(
  { names }: Catalogue,
  raw: RawSlide,
  name: Cursor,
  text: string | undefined,
  meant: string | undefined,
): Diagnostic {
  if (text !== undefined) {
    const shown = meant === undefined ? [] : [`By its fields it is shown as \`${meant}\`.`];
    const help = [...shown, ...hints(text, names, `Layouts: ${names.join(', ')}.`)];
    return diagnostic('outline/unknown-layout', `There is no layout \`${text}\`.`, { at: name.at, help });
  }
  const at = name.value === undefined ? raw.yaml.places.head(raw.pointer) : name.at;
  const help = [`Add \`layout:\` with one of: ${names.join(', ')}; or \`include:\` with a file.`];
  return diagnostic('outline/missing-field', 'The slide has no `layout`.', { at, help });
}

/** The variables of a slide of which nothing is known; unknown names stay as they are written. */
const replacePlain = (session: Session, { yaml, scope, value, pointer }: RawSlide): Json =>
  replaceVariables(session, yaml, scope, value, pointer);

/** Replaces variables everywhere but in code and formulas, where `${` has a meaning of its own. */
function replaceSlide(session: Session, raw: RawSlide, layout: LayoutDefinition): Json {
  const { yaml, scope, pointer: base } = raw;
  const schema = completeSlideSchema(layout);
  const value = { ...(raw.value as JsonObject), layout: layout.name };
  if (!yaml.text.includes('${')) return replaceVariables(session, yaml, scope, value, base);
  const literal = new Set<string>();
  visitTexts(schema, value, schema.$defs, (described, _text, pointer) => {
    if (described.format === 'code' || described.format === 'tex') literal.add(pointer);
  });
  return replaceVariables(session, yaml, scope, value, base, (pointer) => literal.has(pointer));
}

interface FieldLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly pointer: string;
}

/** The links in the fields of a slide, each place once. */
function linksIn(layout: LayoutDefinition, value: Json): readonly FieldLink[] {
  const { $defs } = completeSlideSchema(layout);
  const found = new Map<string, FieldLink>();
  visitTexts(layout.schema, value, $defs, (described, text, pointer) => {
    const kind = described['x-link'];
    if (isLinkKind(kind) && !found.has(pointer)) found.set(pointer, { kind, id: text.trim(), pointer });
  });
  return [...found.values()];
}

/** Reports links that lead nowhere. @returns whether everything that the slide shows in full is there. */
function checkFieldLinks(links: Links, raw: RawSlide, layout: LayoutDefinition, value: Json): boolean {
  const missing = linksIn(layout, value).filter(
    ({ kind, id, pointer }) => !links.check(kind, id, raw.yaml.places.value(raw.pointer + pointer)),
  );
  return !missing.some(({ kind }) => shownInFull.has(kind));
}

/** Things of the lesson that a slide shows in full; of others it shows the id when they are missing. */
const shownInFull: ReadonlySet<string> = new Set(['question', 'term', 'objective']);

function ownFields(value: Json): JsonObject {
  const fields = Object.create(null) as Record<string, Json | undefined>;
  if (!isObject(value)) return fields;
  for (const [key, field] of Object.entries(value)) {
    if (!Object.hasOwn(slideProperties, key)) fields[key] = field;
  }
  return fields;
}
