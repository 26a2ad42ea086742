import { isObject, type JsonObject } from '../base/index.ts';
import { slidesOf, type Lesson, type Slide } from '../model/index.ts';
import type { LayoutDefinition } from '../parse/index.ts';

const idsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : undefined;

/** The things of the lesson that a layout shows (`x-data`), in order; `only` chooses among them. */
export function layoutData(layout: LayoutDefinition, slide: Slide, lesson: Lesson): readonly { readonly id: string }[] {
  const only = idsOf(slide.fields.only);
  const pick = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
    only === undefined ? all : only.flatMap((id) => all.filter((item) => item.id === id));
  switch (layout.data) {
    case 'references':
      return only === undefined ? citedReferences(lesson) : pick(lesson.references);
    case 'glossary':
      return pick(lesson.glossary);
    case 'objectives':
      return pick(lesson.objectives);
    case 'quiz':
      return pick(lesson.quiz);
    default:
      return [];
  }
}

/** References that some slide cites, in the outline's order; all of them when no slide cites any. */
function citedReferences(lesson: Lesson): Lesson['references'] {
  const nested = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(nested)
      : isObject(value)
        ? [...(typeof value.cite === 'string' ? [value.cite] : []), ...Object.values(value).flatMap(nested)]
        : [];
  const cited = new Set(
    slidesOf(lesson).flatMap(({ slide }) => [...slide.cites.map((cite) => cite.reference), ...nested(slide.fields)]),
  );
  return cited.size === 0 ? lesson.references : lesson.references.filter((reference) => cited.has(reference.id));
}

/** Splits a list over slides. `weight` is the share of a slide's room that an item needs, in lines. */
export function paginate<T>(items: readonly T[], room: number, weight: (item: T) => number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    const needed = weight(item);
    if (used + needed > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(item);
    used += needed;
  }
  return pages.length === 0 ? [[]] : pages;
}

/** A line of a list or a table takes a line of the slide, however short it is. */
const shortestLine = 70;

/** Characters of a text, as it fills a slide: lists and tables count by their lines. */
function fill(text: string): number {
  const lines = text.trim().split('\n');
  const isList = lines.some((line) => /^\s*(?:(?:[-*+]|\d+[.)])\s|\|)/.test(line));
  if (!isList) return text.trim().length;
  return lines.filter((line) => line.trim() !== '').reduce((sum, line) => sum + Math.max(shortestLine, line.length), 0);
}

/** Characters of all text in the fields, as it fills a slide: what decides on the density of the slide. */
export function textLength(fields: JsonObject): number {
  const count = (value: unknown): number =>
    typeof value === 'string'
      ? fill(value)
      : Array.isArray(value) || isObject(value)
        ? Object.values(value).reduce<number>((sum, member) => sum + count(member), 0)
        : 0;
  return count(fields);
}
