import { answerLetter } from '../../base/index.ts';
import { ownHtml } from '../../compose/index.ts';
import type { OwnHtml } from '../../documents/index.ts';
import { escapeXml, numberText } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import { headOf, pointsOf } from './sheet.ts';
import type { Arranged, Version } from './versions.ts';
import type { QuestionWriter } from './writer.ts';

/** What the template of the key sees: what is right, why, and the statements of the source behind it. */
export function answersContext(input: FormatInput, version: Version, writer: QuestionWriter): object {
  const { lesson } = input;
  const statements = new Map(
    (lesson.source?.sections ?? []).flatMap((section) => section.statements.map(({ id, text }) => [id, text] as const)),
  );
  return {
    ...headOf(input, 'answers', version),
    questions: version.questions.map((one, i) => ({
      number: i + 1,
      ...pointsOf(one, version),
      text: writer.asked(one.question),
      ...keyOf(one, lesson.lang, writer),
      said: one.answers.flatMap((place, at) => {
        const feedback = one.question.answers[place]?.feedback;
        return feedback === undefined
          ? []
          : [{ sign: answerLetter(at, lesson.lang), text: writer.inline(feedback, one.question) }];
      }),
      why: one.question.explanation === undefined ? undefined : writer.block(one.question.explanation, one.question),
      statements: one.question.statements.flatMap((id) => {
        const text = statements.get(id);
        return text === undefined ? [] : [{ id, text }];
      }),
    })),
  };
}

interface Key {
  /** In one line: letters, a number, words. */
  readonly short: OwnHtml | undefined;
  /** What is right as a list. */
  readonly right: readonly OwnHtml[];
}

/** What is right, with the letters of the sheet. */
function keyOf({ question, answers, choices, items }: Arranged, lang: string, writer: QuestionWriter): Key {
  const text = (markdown: string): string => writer.inline(markdown, question).markdown;
  const letter = (i: number): string => answerLetter(i, lang);
  const plain = (words: string): OwnHtml => ownHtml(escapeXml(words));
  switch (question.kind) {
    case 'numeric':
      return { short: plain(numberText(question)), right: [] };
    case 'short':
      return { short: plain(question.accepted.join(' · ')), right: [] };
    case 'cloze':
      return { short: undefined, right: question.gaps.map((words, i) => plain(`(${i + 1}) ${words.join(' · ')}`)) };
    case 'matching': {
      const rows = question.pairs.map(
        ({ left, right }, i) =>
          [`${i + 1} → ${letter(choices.indexOf(right))}`, `${text(left)} → ${text(right)}`] as const,
      );
      return { short: plain(rows.map(([sign]) => sign).join(', ')), right: rows.map(([, row]) => ownHtml(row)) };
    }
    case 'ordering': {
      const order = items.map((item, i) => ({ ...item, sign: letter(i) })).sort((a, b) => a.place - b.place);
      return {
        short: plain(order.map(({ sign }) => sign).join(' → ')),
        right: order.map((item) => ownHtml(`${item.place}. ${text(item.text)}`)),
      };
    }
    default: {
      const right = answers.flatMap((place, i) => {
        const answer = question.answers[place];
        return answer?.correct === true ? [{ sign: letter(i), text: text(answer.text) }] : [];
      });
      return {
        short: right.length === 0 ? undefined : plain(right.map(({ sign }) => sign).join(', ')),
        right: right.map((one) => ownHtml(one.text)),
      };
    }
  }
}
