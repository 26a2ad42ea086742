/** A slide's facts for the player, from the JSON block `lectern-data`. */
export interface SlideData {
  readonly id: string;
  readonly title: string;
  /** Section id. */
  readonly section: string;
  /** Reveal steps after the first view. */
  readonly steps: number;
  /** Time plans that show the slide; `null` means all. */
  readonly plans: readonly string[] | null;
  /** HTML made by Lectern; empty in editions without notes. */
  readonly notes: string;
  readonly layout: string;
  readonly statements: readonly { readonly id: string; readonly text: string }[];
  readonly references: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly questions: readonly QuestionData[];
}

/** A question of the quiz, a poll (of its answers none is correct), or a prompt to discuss (it has no answers). */
export interface QuestionData {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly { readonly text: string; readonly correct: boolean }[];
  readonly explanation: string;
}

export interface SectionData {
  readonly id: string;
  readonly title: string;
  /** Planned minutes by plan id. */
  readonly minutes: Readonly<Record<string, number>>;
  /** Prepared for the section beside those on its slides. */
  readonly questions?: readonly QuestionData[];
}

export interface PlanData {
  readonly id: string;
  readonly minutes: number;
  readonly title: string;
}

/** Everything that the player knows of the lesson beside the slides themselves. */
export interface DeckData {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  /** By which answers are named: A, B, C or the letters of the language. */
  readonly letters: string;
  readonly audience: 'teacher' | 'student' | 'public';
  readonly width: number;
  readonly height: number;
  readonly plans: readonly PlanData[];
  readonly sections: readonly SectionData[];
  readonly slides: readonly SlideData[];
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
