import { shuffled } from '../base/index.ts';
import type { Question } from '../model/index.ts';

type Matching = Extract<Question, { kind: 'matching' }>;
type Ordering = Extract<Question, { kind: 'ordering' }>;

/** The right sides of a matching question, distractors among them, each text once, in a mixed order that never changes. */
export const choicesOf = ({ id, pairs, distractors }: Matching): readonly string[] =>
  shuffled([...new Set([...pairs.map(({ right }) => right), ...distractors])], id);

/** The items of an ordering question in the mixed order in which they are shown, which never changes; each with its right place. */
export const mixedItems = ({ id, order }: Ordering): readonly { readonly text: string; readonly place: number }[] =>
  shuffled(
    order.map((text, i) => ({ text, place: i + 1 })),
    id,
  );

/** The texts of these items. */
export const mixedOrder = (question: Ordering): readonly string[] => mixedItems(question).map(({ text }) => text);

/** A number that is right as people write it: `4.5 ± 0.1 mM`. */
export function numberText({ number }: Extract<Question, { kind: 'numeric' }>): string {
  const { written, tolerance, unit } = number;
  const isRange = written.includes('–');
  // The tolerance takes the comma of the number.
  const off = written.includes(',') ? String(tolerance).replace('.', ',') : String(tolerance);
  const space = unit === undefined || /^[%°‰]/.test(unit) ? '' : ' ';
  return `${written}${tolerance === 0 || isRange ? '' : ` ± ${off}`}${unit === undefined ? '' : `${space}${unit}`}`;
}
