import type { Json, JsonObject } from '../../base/index.ts';
import { isObject, type Diagnostic } from '../../base/index.ts';
import type { LayoutRole, Slide } from '../../model/index.ts';
import { commentsOf } from '../../text/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor, present } from '../cursor.ts';
import type { LayoutDefinition } from '../layouts/index.ts';
import { checkValue, completeSlideSchema, salvage, visitTexts, type Salvaged } from '../schema/index.ts';
import type { RawSlide } from './include.ts';
import type { Links } from './links.ts';
import { findLayout, type SlideContext } from './meant-layout.ts';
import { linksIn, ownFields } from './own-fields.ts';
import { readMinutes } from './minutes.ts';
import type { Session } from './session.ts';
import { restTexts, standInTexts } from './stand-in.ts';
import { replaceVariables } from './variables.ts';

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
  if (layout === undefined || !mayComment(value)) return notes;
  const found = new Map<string, readonly string[]>();
  const { $defs, ...schema } = completeSlideSchema(layout);
  visitTexts(schema, value, $defs, ({ format }, text, pointer) => {
    if (format === 'inline' || format === 'block') found.set(pointer, pointer === '/notes' ? [] : commentsOf(text));
  });
  const all = [notes ?? '', ...[...found.values()].flat()].filter((text) => text !== '');
  return all.length === 0 ? undefined : all.join('\n\n');
}

/** Whether a comment stands anywhere in a value. */
const mayComment = (value: Json | undefined): boolean =>
  typeof value === 'string'
    ? value.includes('<!--')
    : typeof value === 'object' && value !== null && Object.values(value).some(mayComment);

function readCite(links: Links, item: Cursor): Slide['cites'] {
  const reference = item.text();
  if (reference === undefined) return [];
  links.check('reference', reference, item.at);
  return [{ reference, at: item.at }];
}

/** The variables of a slide of which nothing is known; unknown names stay as they are written. */
const replacePlain = (session: Session, { yaml, scope, value, pointer }: RawSlide): Json =>
  replaceVariables(session, yaml, scope, value, pointer);

/** Replaces variables everywhere but in code and formulas, where `${` has a meaning of its own. */
function replaceSlide(session: Session, raw: RawSlide, layout: LayoutDefinition): Json {
  const { yaml, scope, pointer: base } = raw;
  const schema = completeSlideSchema(layout);
  const value = {
    ...(raw.value as JsonObject),
    ...calledKind(raw.value, layout),
    ...ownTime(raw.value, layout),
    layout: layout.name,
  };
  if (!yaml.text.includes('${')) return replaceVariables(session, yaml, scope, value, base);
  const literal = new Set<string>();
  visitTexts(schema, value, schema.$defs, (described, _text, pointer) => {
    if (described.format === 'code' || described.format === 'tex') literal.add(pointer);
  });
  return replaceVariables(session, yaml, scope, value, base, (pointer) => literal.has(pointer));
}

/** How long a slide takes is what its layout shows as well, where it shows a time. */
function ownTime(slide: Json, { schema: { properties } }: LayoutDefinition): JsonObject {
  const rule = isObject(properties) ? properties.time : undefined;
  if (!isObject(slide) || !isObject(rule) || rule.type !== 'number' || slide.time !== undefined) return {};
  return typeof slide.minutes === 'number' ? { time: slide.minutes } : {};
}

/** What the word for the layout says of the slide: `layout: histogram` is a chart of this type. */
function calledKind(slide: Json, { schema }: LayoutDefinition): JsonObject {
  const called = schema['x-called'];
  const written = isObject(slide) ? slide.layout : undefined;
  if (!isObject(called) || !isObject(slide) || typeof written !== 'string') return {};
  const { field, words } = called;
  const word = written.trim().toLowerCase().replaceAll(' ', '-').replaceAll('_', '-');
  const isKind = typeof words === 'string' && words.split(' ').includes(word);
  return isKind && typeof field === 'string' && slide[field] === undefined ? { [field]: word } : {};
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
