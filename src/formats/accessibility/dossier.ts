import type { Evidence, FormatInput } from '../format.ts';
import type { Criterion } from './criteria.ts';
import type { Facts, Item } from './facts.ts';
import type { Row, Verdict } from './judge.ts';
import type { PersonTask } from './asked.ts';

/** All that the page and the JSON tell. */
export interface Dossier {
  readonly input: FormatInput;
  readonly evidence: Evidence;
  readonly facts: Facts;
  readonly rows: readonly Row[];
}

/** The two kinds of files that are judged. */
export const targets = ['html', 'pdf'] as const;
export type Target = (typeof targets)[number];

/** A question to a person, with everything that hangs on it. */
export interface Question {
  readonly task: PersonTask;
  readonly items: readonly Item[];
  readonly for: readonly { readonly criterion: Criterion; readonly target: Target }[];
}

/** The questions to a person, each once, in the order of the criteria. */
export function questionsOf(rows: readonly Row[]): readonly Question[] {
  const questions = new Map<PersonTask, { items: Item[]; for: { criterion: Criterion; target: Target }[] }>();
  for (const { criterion, ...verdicts } of rows) {
    for (const target of targets) {
      const verdict: Verdict = verdicts[target];
      if (verdict.verdict !== 'person') continue;
      const question = questions.get(verdict.task) ?? { items: [], for: [] };
      questions.set(verdict.task, question);
      question.for.push({ criterion, target });
      const known = new Set(question.items.map(keyOf));
      question.items.push(...verdict.items.filter((item) => !known.has(keyOf(item))));
    }
  }
  return [...questions].map(([task, question]) => ({ task, ...question }));
}

const keyOf = ({ slide, line, text }: Item): string => `${slide} ${line} ${text}`;
