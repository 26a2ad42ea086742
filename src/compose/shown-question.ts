import { answerLetter } from '../base/index.ts';
import type { Question } from '../model/index.ts';
import { choicesOf, mixedItems, numberText } from '../questions/index.ts';
import { escapeText, inlineMarkdown, type WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

interface Showing {
  /** Whether answers may be shown. */
  readonly answers: boolean;
  readonly writer: WriterHost;
  readonly lang: string;
}

/** A question as templates show it, its texts made safe Markdown; without its answers where these may not be shown. */
export function shownQuestion(question: Question, showing: Showing): object {
  const { id, kind, answers } = question;
  const rich = richIn(showing);
  return {
    id,
    kind,
    text: rich(question.question),
    ...(answers.length === 0
      ? {}
      : {
          answers: answers.map((answer) => ({
            text: rich(answer.text),
            ...(showing.answers ? { correct: answer.correct, feedback: rich(answer.feedback) } : {}),
          })),
        }),
    ...taskOf(question, showing),
    ...(showing.answers ? { explanation: rich(question.explanation), revealed: true } : {}),
  };
}

const richIn =
  ({ writer }: Showing) =>
  (text: string | undefined): Rich | undefined =>
    text === undefined ? undefined : Rich.inline(text, writer);

const plain = (text: string): Rich => Rich.trusted(escapeText(text), text);

/** What a kind shows besides its question, and what of it is right. */
function taskOf(question: Question, showing: Showing): object {
  const rich = richIn(showing);
  switch (question.kind) {
    case 'multiple':
      return { several: true };
    case 'numeric': {
      const { unit } = question.number;
      const key = showing.answers ? { key: plain(numberText(question)) } : {};
      return { blank: true, ...(unit === undefined ? {} : { unit: plain(unit) }), ...key };
    }
    case 'short': {
      const [first = '', ...also] = question.accepted;
      return { blank: true, ...(showing.answers ? { key: plain(first), also: plain(also.join(' · ')) } : {}) };
    }
    case 'matching': {
      const choices = choicesOf(question);
      const letter = (right: string): string => answerLetter(choices.indexOf(right), showing.lang);
      return {
        pairs: question.pairs.map(({ left, right }) => ({
          left: rich(left),
          ...(showing.answers ? { sign: letter(right) } : {}),
        })),
        choices: choices.map((text, i) => ({ sign: answerLetter(i, showing.lang), text: rich(text) })),
      };
    }
    case 'ordering':
      return {
        items: mixedItems(question).map(({ text, place }) => ({
          text: rich(text),
          ...(showing.answers ? { place } : {}),
        })),
      };
    case 'cloze':
      return { cloze: clozeText(question, showing) };
    default:
      return {};
  }
}

/** Code points that hold the places of gaps while the text around them is written. */
const firstPlace = 0xf_0000;

/** A text with its gaps; what belongs into them appears one after another, or not at all. */
function clozeText({ parts, gaps }: Extract<Question, { kind: 'cloze' }>, { answers, writer }: Showing): Rich {
  const marked = parts.map((part, i) => (i === 0 ? '' : String.fromCodePoint(firstPlace + i - 1)) + part).join('');
  const written = inlineMarkdown(marked, writer).replace(/[\u{f0000}-\u{f0fff}]/gu, (place) => {
    const [word = ''] = gaps[(place.codePointAt(0) ?? 0) - firstPlace] ?? [];
    if (!answers) return '<span class="gap open">&#95;&#95;&#95;&#95;</span>';
    return `<span class="gap"><span class="word" data-step="+">${escapeText(word)}</span></span>`;
  });
  const source = gaps.reduce<string>((text, [word = ''], i) => `${text}${word}${parts[i + 1] ?? ''}`, parts[0] ?? '');
  return Rich.trusted(written, source);
}
