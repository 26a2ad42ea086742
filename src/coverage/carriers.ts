import type { Span } from '../base/index.ts';
import { slidesOf, type Lesson, type StatementLink } from '../model/index.ts';

export const carrierKinds = ['slide', 'question', 'misconception', 'waiver'] as const;
export type CarrierKind = (typeof carrierKinds)[number];

/** Anything in the outline that was written from statements of the source. */
export interface Carrier {
  readonly kind: CarrierKind;
  /** Slide or question id; the wrong belief of a misconception; the reason of a waiver. */
  readonly id: string;
  readonly links: readonly StatementLink[];
  readonly at: Span;
  /** Place of a slide's notes for the lecturer, which are written from the same statements. */
  readonly notes?: Span;
}

const named = (carriers: readonly Carrier[]): readonly Carrier[] =>
  carriers.filter((carrier) => carrier.links.length > 0);

function waivers(lesson: Lesson): readonly Carrier[] {
  const byReason = new Map<string, StatementLink[]>();
  for (const waiver of [...lesson.omits, ...lesson.sections.flatMap((section) => section.omits)]) {
    const links = byReason.get(waiver.reason);
    if (links === undefined) byReason.set(waiver.reason, [waiver]);
    else links.push(waiver);
  }
  return [...byReason].map(([id, links]) => ({
    kind: 'waiver',
    id,
    links,
    at: links[0]?.at ?? lesson.places.value('/omits'),
  }));
}

/** Everything that is linked to statements, in the order of the outline. Waivers with one reason count as one. */
export function carriersOf(lesson: Lesson): readonly Carrier[] {
  const slides = slidesOf(lesson).map(({ slide }): Carrier => {
    const carrier = { kind: 'slide', id: slide.id, links: slide.covers, at: slide.at } as const;
    return slide.notes === undefined ? carrier : { ...carrier, notes: slide.places.value('/notes') };
  });
  const questions = lesson.quiz.map(({ id, covers, at }): Carrier => ({ kind: 'question', id, links: covers, at }));
  const misconceptions = lesson.misconceptions.map(({ wrong, covers, at }): Carrier => ({
    kind: 'misconception',
    id: wrong,
    links: covers,
    at,
  }));
  return named([...slides, ...questions, ...misconceptions, ...waivers(lesson)]);
}
