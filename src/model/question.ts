import type { Span } from '../base/index.ts';
import type { Places, StatementLink } from './places.ts';

/** The ways to ask. */
export const questionKinds = [
  'single',
  'multiple',
  'true-false',
  'numeric',
  'matching',
  'ordering',
  'short',
  'cloze',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Answer {
  readonly text: string;
  readonly correct: boolean;
  /** Why this answer is right or wrong. */
  readonly feedback?: string;
}

/** Two texts that belong together. */
interface Pair {
  readonly left: string;
  readonly right: string;
}

/** A number that is asked for. */
export interface NumberKey {
  readonly value: number;
  /** As its author wrote it (`2.50`). */
  readonly written: string;
  /** How far off an answer may be, in the same unit. */
  readonly tolerance: number;
  readonly unit?: string;
}

/** What makes a question of its kind. */
export type QuestionTask =
  /** Choose among `answers`. */
  | { readonly kind: 'single' | 'multiple' }
  /** `truth` is what is right, whatever the two answers are called. */
  | { readonly kind: 'true-false'; readonly truth: boolean }
  | { readonly kind: 'numeric'; readonly number: NumberKey }
  /** `distractors` are right sides that belong to no left one. */
  | { readonly kind: 'matching'; readonly pairs: readonly Pair[]; readonly distractors: readonly string[] }
  /** In the right order. */
  | { readonly kind: 'ordering'; readonly order: readonly string[] }
  /** Plain texts; the first is shown as the answer, the others count as right. */
  | { readonly kind: 'short'; readonly accepted: readonly string[] }
  /** `parts` are the Markdown around the gaps, one more than there are gaps; each gap has plain texts that are right. */
  | { readonly kind: 'cloze'; readonly parts: readonly string[]; readonly gaps: readonly (readonly string[])[] };

/** A question of the lesson. */
export type Question = QuestionTask & {
  readonly id: string;
  /** What is asked, as Markdown; of a cloze text with a blank in place of each gap. */
  readonly question: string;
  /** What one chooses from; empty for kinds without choice. */
  readonly answers: readonly Answer[];
  readonly explanation?: string;
  /** What it counts for. */
  readonly points: number;
  readonly objectives: readonly string[];
  readonly covers: readonly StatementLink[];
  readonly plans?: readonly string[];
  readonly at: Span;
  readonly places: Places;
};

/** What stands for a gap in a text that is read as Markdown. */
export const blank = '\\_\\_\\_\\_';
