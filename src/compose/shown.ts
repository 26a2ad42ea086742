import type { LayoutDefinition } from '../parse/index.ts';
import { shownQuestion } from './shown-question.ts';
import type { WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';
import type { LessonWriter } from './writing.ts';

/** A thing of the lesson that a field names by its id, as templates show it. */
export function lookup(kind: string, id: string, on: LessonWriter, writer: WriterHost): unknown {
  switch (kind) {
    case 'evidence':
      return on.evidence.get(id);
    case 'reference':
      return on.references.get(id);
    default:
      return shownById(kind, id, on, writer);
  }
}

/** Questions, terms and objectives as templates show them, their text made safe Markdown. */
function shownById(
  kind: string,
  id: string,
  { lesson, answers }: LessonWriter,
  writer: WriterHost,
): object | undefined {
  const rich = (text: string | undefined): Rich | undefined =>
    text === undefined ? undefined : Rich.inline(text, writer);
  if (kind === 'question') {
    const question = lesson.quiz.find((item) => item.id === id);
    return question && shownQuestion(question, { answers, writer, lang: lesson.lang });
  }
  if (kind === 'term') {
    const term = lesson.glossary.find((item) => item.id === id);
    return (
      term && { id, term: Rich.inline(term.term, inLanguage(writer, term.lang)), definition: rich(term.definition) }
    );
  }
  if (kind === 'objective') {
    const objective = lesson.objectives.find((item) => item.id === id);
    return (
      objective && {
        id,
        verb: objective.verb === '' ? undefined : rich(objective.verb),
        bloom: objective.bloom,
        text: rich(objective.text),
      }
    );
  }
  return undefined;
}

/** A writer for words of another language. */
const inLanguage = (writer: WriterHost, lang: string | undefined): WriterHost =>
  lang === undefined ? writer : { ...writer, lang };

const dataKinds: Readonly<Record<string, string>> = { glossary: 'term', objectives: 'objective', quiz: 'question' };

/** The items of `x-data` as templates show them. */
export function shownData(
  layout: LayoutDefinition,
  items: readonly { readonly id: string }[],
  on: LessonWriter,
  writer: WriterHost,
): readonly unknown[] {
  if (layout.data === 'references') return items.map((item) => on.references.get(item.id));
  const kind = dataKinds[layout.data ?? ''];
  return kind === undefined ? [] : items.map((item) => shownById(kind, item.id, on, writer));
}
