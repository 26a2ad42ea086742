import { answerLetter } from '../../base/index.ts';
import { ownHtml } from '../../compose/index.ts';
import { frontOf, type OwnHtml } from '../../documents/index.ts';
import type { PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';
import type { QuestionWriter } from './writer.ts';
import type { Arranged, Version } from './versions.ts';

/** What stands on the first page of a sheet or its key. */
export function headOf(input: FormatInput, kind: 'quiz' | 'answers', { name }: Version): object {
  const desk = deskOf(input);
  const { title, subtitle, by } = frontOf(input.lesson, desk, '');
  const isOne = input.papers.versions === 1;
  return {
    kind: desk.word(`documents/${kind}`),
    title,
    subtitle,
    by,
    ...(isOne ? {} : { version: desk.word('documents/version', { n: name }) }),
  };
}

/**
 * What the template of the sheet sees. It gets texts one by one, never a question: what is right does not reach the
 * template.
 */
export function sheetContext(input: FormatInput, version: Version, writer: QuestionWriter): object {
  return {
    ...headOf(input, 'quiz', version),
    questions: version.questions.map((one, i) => ({
      number: i + 1,
      ...pointsOf(one, version),
      text: writer.asked(one.question),
      isSeveral: one.question.kind === 'multiple',
      ...offered(one, input.lesson.lang, writer),
    })),
  };
}

/** What a question counts for, where they do not all count the same. */
export const pointsOf = ({ question }: Arranged, { questions }: Version): { readonly points?: number } =>
  questions.some((other) => other.question.points !== question.points) ? { points: question.points } : {};

type Lettered = readonly { readonly sign: string; readonly text: OwnHtml }[];

interface Offered {
  readonly choices?: Lettered;
  readonly lefts?: readonly OwnHtml[];
  readonly rights?: Lettered;
  readonly items?: Lettered;
  readonly line?: { readonly unit: OwnHtml };
}

/** What one chooses from, matches, orders or writes on. */
function offered({ question, answers, choices, items }: Arranged, lang: string, writer: QuestionWriter): Offered {
  const text = (markdown: string): OwnHtml => writer.inline(markdown, question);
  const lettered = (texts: readonly string[]) =>
    texts.map((one, i) => ({ sign: answerLetter(i, lang), text: text(one) }));
  switch (question.kind) {
    case 'matching':
      return { lefts: question.pairs.map(({ left }) => text(left)), rights: lettered(choices) };
    case 'ordering':
      return { items: lettered(items.map((item) => item.text)) };
    case 'numeric':
      return { line: { unit: unitOf(question, text) } };
    case 'short':
      return { line: { unit: ownHtml('') } };
    case 'cloze':
      return {};
    default: {
      const texts = answers.map((place) => question.answers[place]?.text ?? '');
      return texts.length === 0 ? { line: { unit: ownHtml('') } } : { choices: lettered(texts) };
    }
  }
}

const unitOf = (
  { number }: Extract<PlacedQuestion, { kind: 'numeric' }>,
  text: (markdown: string) => OwnHtml,
): OwnHtml => (number.unit === undefined ? ownHtml('') : text(number.unit));
