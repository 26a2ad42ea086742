import { isObject } from '../base/index.ts';
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
