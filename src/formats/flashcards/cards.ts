import { answerLetter } from '../../base/index.ts';
import { choicesOf, mixedOrder, numberText, type PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import type { Desk } from '../platforms/index.ts';

/** A card: both sides as HTML in one line. */
export interface Card {
  /** The same for as long as the term or question keeps its id. */
  readonly id: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/** The cards of a lesson: its terms, then its questions. */
export function cardsOf({ lesson }: FormatInput, desk: Desk): readonly Card[] {
  const tag = (kind: string): readonly string[] => [lesson.id, kind];
  const terms = lesson.glossary.map(({ id, term, definition }) => ({
    id: `${lesson.id}/term/${id}`,
    front: desk.text(term),
    back: desk.text(definition),
    tags: tag('term'),
  }));
  const questions = desk.questions.map((question) => ({
    id: `${lesson.id}/question/${question.id}`,
    front: desk.html(question.question, question) + offered(question, desk, lesson.lang),
    back: right(question, desk, lesson.lang) + explained(question, desk),
    tags: tag('question'),
  }));
  return [...terms, ...questions];
}

const explained = (question: PlacedQuestion, desk: Desk): string =>
  question.explanation === undefined ? '' : desk.html(question.explanation, question);

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

/** What there is to choose from, to match or to put in order. */
function offered(question: PlacedQuestion, desk: Desk, lang: string): string {
  const lettered = (texts: readonly string[]): string =>
    paragraphs(texts.map((text, i) => `${answerLetter(i, lang)}. ${desk.inline(text, question)}`));
  switch (question.kind) {
    case 'matching':
      return paragraphs(question.pairs.map(({ left }) => desk.inline(left, question))) + lettered(choicesOf(question));
    case 'ordering':
      return lettered(mixedOrder(question));
    default:
      return lettered(question.answers.map(({ text }) => text));
  }
}

function right(question: PlacedQuestion, desk: Desk, lang: string): string {
  switch (question.kind) {
    case 'numeric':
      return paragraphs([desk.plain(numberText(question))]);
    case 'short':
      return paragraphs([question.accepted.map((text) => desk.plain(text)).join(' · ')]);
    case 'matching':
      return paragraphs(
        question.pairs.map(({ left, right }) => `${desk.inline(left, question)} → ${desk.inline(right, question)}`),
      );
    case 'ordering':
      return paragraphs(question.order.map((text, i) => `${i + 1}. ${desk.inline(text, question)}`));
    case 'cloze':
      return paragraphs(
        question.gaps.map((words, i) => `${i + 1}. ${words.map((text) => desk.plain(text)).join(' · ')}`),
      );
    default:
      return paragraphs(
        question.answers.flatMap(({ text, correct, feedback }, i) => {
          const said = feedback === undefined ? '' : ` (${desk.inline(feedback, question)})`;
          return correct ? [`${answerLetter(i, lang)}. ${desk.inline(text, question)}${said}`] : [];
        }),
      );
  }
}
