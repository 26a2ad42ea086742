import { isObject, pointerStep, type Json, type Span } from '../../base/index.ts';
import type { Lesson, Slide } from '../../model/index.ts';

/** A text of an outline that slides show. */
export interface Leaf {
  /** Where it stands: a pointer within its slide; after `^`, within the lesson. */
  readonly key: string;
  readonly raw: string;
  readonly at: Span;
}

function visit(value: Json, pointer: string, found: (pointer: string, raw: string) => void): void {
  if (typeof value === 'string') found(pointer, value);
  else if (typeof value === 'number') found(pointer, String(value));
  else if (Array.isArray(value)) value.forEach((item: Json, i) => visit(item, `${pointer}/${i}`, found));
  else if (isObject(value))
    for (const [name, item] of Object.entries(value)) visit(item ?? null, pointer + pointerStep(name), found);
}

/** The texts of a slide: its title, its fields, its notes. */
export function slideLeaves(slide: Slide): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const add = (pointer: string, raw: string): void => {
    leaves.push({ key: pointer, raw, at: slide.places.value(pointer) });
  };
  if (slide.title !== undefined) add('/title', slide.title);
  visit(slide.fields, '', add);
  if (slide.notes !== undefined) add('/notes', slide.notes);
  return leaves;
}

/** The texts of a lesson that several slides may show: its title, its objectives, its terms. */
export function lessonLeaves(lesson: Lesson): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const add = (pointer: string, raw: string | undefined): void => {
    if (raw !== undefined) leaves.push({ key: `^${pointer}`, raw, at: lesson.places.value(pointer) });
  };
  add('/title', lesson.title);
  add('/subtitle', lesson.subtitle);
  add('/institution', lesson.institution);
  for (const section of lesson.sections)
    leaves.push({ key: `^#${section.id}`, raw: section.title, at: section.places.value('/title') });
  lesson.objectives.forEach(({ text }, i) => add(`/objectives/${i}/text`, text));
  lesson.glossary.forEach(({ term, definition }, i) => {
    add(`/glossary/${i}/term`, term);
    add(`/glossary/${i}/definition`, definition);
  });
  lesson.discussion.forEach(({ prompt, hint }, i) => {
    add(`/discussion/${i}/prompt`, prompt);
    add(`/discussion/${i}/hint`, hint);
  });
  lesson.misconceptions.forEach(({ wrong, right }, i) => {
    add(`/misconceptions/${i}/wrong`, wrong);
    add(`/misconceptions/${i}/right`, right);
  });
  for (const { id, question, answers, places } of lesson.quiz) {
    leaves.push({ key: `^?${id}/question`, raw: question, at: places.value('/question') });
    answers.forEach(({ text }, i) =>
      leaves.push({ key: `^?${id}/answers/${i}`, raw: text, at: places.value(`/answers/${i}/text`) }),
    );
  }
  return leaves;
}
