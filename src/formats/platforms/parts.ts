import { blank } from '../../model/index.ts';
import { choicesOf, mixedOrder, type PlacedQuestion } from '../../questions/index.ts';

/** A question with one answer, that stands for a part of a question of another kind. */
export type Part =
  | { readonly kind: 'choice'; readonly text: string; readonly options: readonly string[]; readonly right: number }
  | { readonly kind: 'word'; readonly text: string; readonly accepted: readonly string[] };

type Whole = Extract<PlacedQuestion, { kind: 'matching' | 'ordering' | 'cloze' }>;

/** Questions of pairs, of order and of several gaps as questions with one answer each, for formats that know no others. */
export function partsOf(question: Whole): readonly Part[] {
  switch (question.kind) {
    case 'matching': {
      const options = choicesOf(question);
      return question.pairs.map(({ left, right }) => ({
        kind: 'choice',
        text: `${question.question}\n\n**${left}**`,
        options,
        right: options.indexOf(right),
      }));
    }
    case 'ordering': {
      // Items with the same words are one choice.
      const options = [...new Set(mixedOrder(question))];
      return question.order.map((text, i) => ({
        kind: 'choice',
        text: `${question.question}\n\n**${i + 1}.**`,
        options,
        right: options.indexOf(text),
      }));
    }
    case 'cloze':
      return question.gaps.map((accepted, asked) => ({
        kind: 'word',
        text: question.parts
          .map(
            (part, i) => part + (i === question.gaps.length ? '' : i === asked ? `**\\[${i + 1}\\]** ${blank}` : blank),
          )
          .join('')
          .trim(),
        accepted,
      }));
  }
}
