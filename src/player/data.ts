import type { DeckBlock, PlanData, SlideData } from '../wire/index.ts';

export type { PlanData, QuestionData, SectionData, SlideData } from '../wire/index.ts';

/** The block of the deck with what it may leave out. */
export interface DeckData extends DeckBlock {
  /** By which answers are named: A, B, C or the letters of the language. */
  readonly letters: string;
}

const empty: DeckData = {
  lesson: '',
  title: '',
  lang: 'en',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  audience: 'public',
  width: 1280,
  height: 720,
  plans: [],
  sections: [],
  slides: [],
};

/** Fills what the JSON block leaves out, so that an older or a hand-made deck still plays. */
export function completeData(partial: Partial<DeckData>): DeckData {
  return { ...empty, ...partial };
}

/** Reads the text of the JSON block `lectern-data`; a missing or broken one gives an empty lesson, and the slides still play. */
export function parseData(json: string | null | undefined): DeckData {
  try {
    return completeData(JSON.parse(json ?? '{}') as Partial<DeckData>);
  } catch {
    return empty;
  }
}

/** The facts of a slide that the JSON block does not list. */
export function blankSlide(id: string, title: string, section: string, steps: number): SlideData {
  return {
    id,
    title,
    section,
    steps,
    plans: null,
    notes: '',
    layout: '',
    statements: [],
    references: [],
    questions: [],
  };
}

/** The plan that the lesson starts with: the one with the most minutes, or `''` (all slides) when there is none. */
export function longestPlan(plans: readonly PlanData[]): string {
  return (
    plans.reduce<PlanData | undefined>((best, plan) => (best && best.minutes >= plan.minutes ? best : plan), undefined)
      ?.id ?? ''
  );
}
