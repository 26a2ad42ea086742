import type { PlayerWords, ReadingWords } from './words.ts';

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
  /** What is shown of a question without answers to choose from: items to put in order, texts to match with `choices`. */
  readonly items?: readonly string[];
  readonly choices?: readonly string[];
  /** What is right of it, line by line. */
  readonly solution?: readonly string[];
  /** Of a prompt: the help for the lecturer, which the hall never sees. */
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

/** The JSON block `lectern-data` of `deck.html`: everything that the player knows of the lesson beside the slides. */
export interface DeckBlock {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  /** By which answers are named; A, B, C when absent. */
  readonly letters?: string;
  /** The words of player and reading view in the language of the lesson; English ones when absent. */
  readonly words?: DeckWords;
  readonly audience: 'teacher' | 'student' | 'public';
  readonly width: number;
  readonly height: number;
  readonly plans: readonly PlanData[];
  readonly sections: readonly SectionData[];
  readonly slides: readonly SlideData[];
}

/** The words that a deck brings along, and the language that they are in. */
export interface DeckWords {
  readonly lang: string;
  readonly player: PlayerWords;
  readonly reading: ReadingWords;
}
