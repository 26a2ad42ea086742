import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { fenceFor } from '../../text/index.ts';
import { diagnostic } from '../codes.ts';
import type { Place } from './translate.ts';
import type { Holder } from './values.ts';
import { resolve } from './words.ts';

interface Task {
  readonly holder: Holder;
  readonly schema: JsonObject;
  readonly known: JsonObject;
  readonly place: Place;
  /** Pointer of the holder in its file. */
  readonly base: string;
}

/** Words for a text as such, which say nothing as a label. */
const bare = new Set(
  'text texts body content contents items item list points bullets lines paragraph description data values entries src url link href video source file'.split(
    ' ',
  ),
);
/** Settings of other programs, which are no text. */
const settings = new Set(
  'class classes style styles css color colour background backgroundcolor transition animation width height size align position type kind template theme hide hidden direction icon font fontsize zoom opacity duration delay timing auto logo number paginate ref key anchor level variant shape orientation border shadow float fit scale'.split(
    ' ',
  ),
);

/**
 * A field of which a slide knows nothing, shown in its text under its name, so that it is not lost: `due: next Tuesday`
 * becomes “**Due:** next Tuesday” below the task.
 */
export function shownBelow(task: Task, field: string): readonly Diagnostic[] | undefined {
  const { holder, schema, place, base } = task;
  const isSlide = typeof schema['x-role'] === 'string' && place.pointer === base;
  const value = holder[field];
  const isPicture = schema.title === 'picture';
  if ((isSlide || isPicture) && typeof value !== 'object' && (isSetting(field) || isPicture)) {
    const at = place.places.key(base + pointerStep(field));
    Reflect.deleteProperty(holder, field);
    const message = `\`${field}\` has no meaning here, and is left out: how things look is the layout’s.`;
    return [diagnostic('outline/read-as', message, { at, severity: 'warning', help: [`Take \`${field}\` out.`] })];
  }
  const target = isSlide && value !== undefined && isText(field, value) ? textField(task) : undefined;
  if (target === undefined || value === undefined) return undefined;
  const at = place.places.key(base + pointerStep(field));
  const before = holder[target];
  Reflect.deleteProperty(holder, field);
  const added = paragraphs(field, value);
  if (added === '') return [];
  holder[target] = typeof before === 'string' && before.trim() !== '' ? `${before.trimEnd()}\n\n${added}` : added;
  if (before === undefined) place.places.alias(base + pointerStep(field), base + pointerStep(target));
  const message = `This slide has no field \`${field}\`; it is shown in \`${target}\`.`;
  const help = [`Write it in the text of \`${target}:\`.`];
  return [diagnostic('outline/read-as', message, { at, severity: 'warning', help })];
}

/** Whether a field had no place of its own. */
export const isWithoutPlace = ({ message }: Diagnostic): boolean => message.includes('has no field');

/** Whether a value is something to read: settings have well-known names. */
const isText = (field: string, value: Json): boolean =>
  value !== null && !isSetting(field) && (typeof value !== 'string' || value.trim() !== '');
/** Whether a key says how things look in some program. */
export const isSetting = (field: string): boolean => settings.has(field.toLowerCase().replace(/[\s_-]/g, ''));

/**
 * The first field that takes a text of several paragraphs and has one, or may have; not words of somebody else. Where a
 * layout that teaches has none it is the remark that every slide can have.
 */
function textField({ holder, schema, known }: Task): string | undefined {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const free = Object.entries(properties).flatMap(([name, rule]) =>
    holder[name] === undefined || typeof holder[name] === 'string'
      ? [{ name, rule: isObject(rule) ? resolve(rule, known) : {} }]
      : [],
  );
  const text = free.find(({ name, rule }) => name !== 'notes' && rule.format === 'block' && rule['x-foreign'] !== true);
  const remark = free.find(({ rule }) => rule['x-common'] === true && takesBlock(rule));
  return (text ?? (isCover(schema) ? undefined : remark))?.name;
}

const isCover = (schema: JsonObject): boolean => ['title', 'opener'].includes(schema['x-role'] as string);

const takesBlock = ({ anyOf }: JsonObject): boolean =>
  Array.isArray(anyOf) && anyOf.some((rule) => isObject(rule) && rule.format === 'block');

/** What a program prints keeps its lines. */
const printed = new Set([
  'output',
  'console',
  'stdout',
  'result',
  'log',
  'terminal',
  'trace',
  'ausgabe',
  'salida',
  'sortie',
  'uitvoer',
]);

const label = (field: string): string => {
  const words = field.replace(/[_-]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

function paragraphs(field: string, value: Json): string {
  const head = bare.has(field.toLowerCase()) ? '' : `**${label(field)}:** `;
  const isPrinted = printed.has(field.toLowerCase()) && typeof value === 'string' && value.trim().includes('\n');
  if (isPrinted) {
    const fence = fenceFor(value, 3);
    return `${head.trim()}\n\n${fence}\n${value.trimEnd()}\n${fence}`;
  }
  if (typeof value !== 'object') return head + shownText(String(value).trim());
  const items = listOf(value, '');
  return items === '' ? '' : [head.trim(), items].filter((part) => part !== '').join('\n\n');
}

/** A text, or a formula that was written without its dollar signs. */
const shownText = (text: string): string =>
  text.includes('\\') && text.includes('{') && !text.includes('$') && !text.includes('\n') ? `$${text}$` : text;

/** A value as a list in Markdown, records with their keys as labels. */
function listOf(value: Json | undefined, indent: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return `${indent}- ${String(value).trim().replaceAll('\n', `\n${indent}  `)}`;
  if (!isObject(value)) return value.map((item: Json) => itemOf(item, indent)).join('\n');
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      if (inner === null || inner === undefined) return [`${indent}- ${key}`];
      if (typeof inner !== 'object') return [`${indent}- **${label(key)}:** ${String(inner)}`];
      return [`${indent}- **${label(key)}**`, listOf(inner, `${indent}  `)];
    })
    .join('\n');
}

/** A record of a list as one item: its texts one after another. */
function itemOf(item: Json, indent: string): string {
  const texts = Object.entries(isObject(item) ? item : {}).flatMap(([key, text]) =>
    text === null ? [key] : typeof text === 'object' ? [] : [`${key}: ${String(text)}`],
  );
  if (!isObject(item) || texts.length < Object.keys(item).length) return listOf(item, indent);
  return `${indent}- ${texts.join(' · ')}`;
}
