import { shuffled } from '../../base/index.ts';
import { choicesOf, mixedItems, questionsOf, type PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';

/** A sheet of questions in one order: `A` as they are written, the others mixed, always in the same way. */
export interface Version {
  readonly name: string;
  /** What stands behind the names of its files: nothing for the first. */
  readonly suffix: string;
  readonly questions: readonly Arranged[];
}

/** A question as it stands on a sheet: the orders in which its answers are offered. */
export interface Arranged {
  readonly question: PlacedQuestion;
  /** Places of the answers in the outline, in the order of the sheet. */
  readonly answers: readonly number[];
  /** What one matches with. */
  readonly choices: readonly string[];
  /** Items to be put in order, each with its right place. */
  readonly items: readonly { readonly text: string; readonly place: number }[];
}

/** The sheets that a project asks for (`papers.versions`). */
export function versionsOf(input: FormatInput): readonly Version[] {
  const questions = shownTo(input);
  return Array.from({ length: input.papers.versions }, (_, i) => {
    const name = String.fromCharCode(65 + i);
    const mixed = i === 0 ? questions : shuffled(questions, `${input.lesson.id}/${name}`);
    return {
      name,
      suffix: i === 0 ? '' : `-${name.toLowerCase()}`,
      questions: mixed.map((question) => arranged(question, i === 0 ? undefined : name)),
    };
  });
}

/** All questions for the teacher; for others those that a slide asks, as the rest may be kept for an examination. */
const shownTo = ({ lesson, audience }: FormatInput): readonly PlacedQuestion[] =>
  questionsOf(lesson).filter(({ slide }) => audience === 'teacher' || slide !== undefined);

function arranged(question: PlacedQuestion, version: string | undefined): Arranged {
  const { id, kind, answers } = question;
  const mix = <T>(items: readonly T[]): readonly T[] =>
    version === undefined ? items : shuffled(items, `${id}/${version}`);
  const places = answers.map((_, i) => i);
  return {
    question,
    // True and false stay in their order, as everybody expects them.
    answers: kind === 'true-false' ? places : mix(places),
    choices: kind === 'matching' ? mix(choicesOf(question)) : [],
    items: kind !== 'ordering' ? [] : version === undefined ? mixedItems(question) : mix(inOrder(question.order)),
  };
}

/** Mixing the right order gives another one. */
const inOrder = (order: readonly string[]) => order.map((text, i) => ({ text, place: i + 1 }));
