import { plainText } from '../../compose/index.ts';
import type { Span } from '../../base/index.ts';
import type { Lesson, Reference, Slide } from '../../model/index.ts';
import { visitFields } from '../texts/index.ts';
import type { CheckContext } from '../check.ts';
import { FactStore } from './facts.ts';

/** A text that may support a slide, with its name for messages. */
export interface Support {
  readonly name: string;
  readonly at: Span;
  /** What an author writes on a slide to rest on it. */
  readonly link: string;
  readonly store: FactStore;
}

const referenceText = ({ authors, year, title, note, facts }: Reference): string =>
  [authors, year, title, note ?? '', ...(facts ?? [])].map(plainText).join(' \n');

/** Every statement and reference of a lesson. */
export function allSupport({ source, references }: Lesson): readonly Support[] {
  const statements = (source?.sections ?? []).flatMap((section) => section.statements);
  return [
    ...statements.map(({ id, text, at }) => ({
      name: `statement ${id}`,
      at,
      link: `covers: [${id}]`,
      store: new FactStore([text]),
    })),
    ...references.map((reference) => ({
      name: `reference "${reference.id}"`,
      at: reference.places.value('/id'),
      link: `cites: [${reference.id}]`,
      store: new FactStore([referenceText(reference)]),
    })),
  ];
}

/** Ids of the references a slide rests on: those it cites, also in its fields. */
function citedBy(context: CheckContext, slide: Slide): ReadonlySet<string> {
  const ids = new Set(slide.cites.map(({ reference }) => reference));
  visitFields(context, slide, (schema, text) => {
    if (schema['x-link'] === 'reference') ids.add(text.trim());
  });
  return ids;
}

/** What a slide rests on: the statements it covers, the references it cites, the headings above these, the glossary and the lesson's own names. */
export function supportOf(context: CheckContext, slide: Slide): FactStore {
  const { source, references, glossary, title, subtitle, priorKnowledge, evidence } = context.lesson;
  const covered = new Set(slide.covers.map(({ statement }) => statement));
  const cited = citedBy(context, slide);
  const statements = (source?.sections ?? []).flatMap((section) => section.statements);
  // The number of a paragraph or a chapter stands in its heading.
  const headings = (source?.sections ?? []).filter((section) => section.statements.some(({ id }) => covered.has(id)));
  return new FactStore([
    ...statements.filter(({ id }) => covered.has(id)).map(({ text }) => text),
    ...headings.map((section) => section.title),
    ...references.filter(({ id }) => cited.has(id)).map(referenceText),
    ...glossary.flatMap(({ term, definition }) => [plainText(term), plainText(definition)]),
    ...[title, subtitle ?? '', ...priorKnowledge, ...evidence.map(({ label }) => label ?? '')].map(plainText),
  ]);
}
