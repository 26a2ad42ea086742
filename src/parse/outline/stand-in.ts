import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { Slide } from '../../model/index.ts';
import { slideProperties } from '../schema/index.ts';

/**
 * Every text and number in a value, in the order in which they are written; those of one record of a list stand together,
 * and code keeps its lines.
 */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(recordIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Longest record that is shown as one text. */
const longest = 160;

/** The texts of one item of a list: as one when all of them are short. */
function recordIn(item: Json): readonly string[] {
  const texts = textsIn(item);
  const whole = texts.join(' · ');
  return texts.length < 2 || whole.length > longest || whole.includes('\n') ? texts : [whole];
}

/** The texts among parts of a slide that it has no place for; single words are settings, such as the name of a colour. */
export function restTexts(parts: readonly Json[]): readonly string[] {
  return parts.flatMap((part) => textsIn(part).filter((text) => typeof part === 'object' || text.includes(' ')));
}

/** The texts of a slide as written, those that the audience never sees left out: notes, links, settings. */
export function standInTexts(value: Json): readonly string[] {
  if (!isObject(value)) return textsIn(value);
  return Object.entries(value).flatMap(([key, field]) => (Object.hasOwn(slideProperties, key) ? [] : textsIn(field)));
}

/** The same slide, to be shown as a plain one. */
export const asStandIn = (slide: Slide): Slide =>
  slide.standIn ? slide : { ...slide, standIn: { texts: standInTexts(slide.fields) } };

/** The title and the texts of a slide whose lines are no YAML, as far as lines show them; notes and settings are left out. */
export function slideFromLines(lines: readonly string[]): JsonObject {
  const texts: string[] = [];
  let title: string | undefined;
  let hiddenFrom = Infinity;
  for (const line of lines) {
    const [, indent = '', key, rest = ''] = /^([\s-]*)(?:([A-Za-z][\w-]*)\s*:(?!\S))?(.*)/s.exec(line) ?? [];
    if (indent.length > hiddenFrom) continue;
    hiddenFrom = Infinity;
    const text = rest.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (key === 'title' && title === undefined) title = text;
    else if (key !== undefined && Object.hasOwn(slideProperties, key)) hiddenFrom = indent.length;
    else if (text !== '' && !/^[|>][-+]?$/.test(text)) texts.push(text);
  }
  return { ...(title === undefined || title === '' ? {} : { title }), texts };
}
