import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { Slide } from '../../model/index.ts';
import { slideProperties } from '../schema/index.ts';

/** Every text and number in a value, in the order in which they are written. */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
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
