import { plainTitle } from '../../compose/index.ts';
import { lineOf, type PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import { partsOf, type Desk, type Part } from '../platforms/index.ts';

/** Signs that have a meaning in GIFT. */
const escaped = (text: string): string =>
  text
    .replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`)
    .replaceAll('\r', '')
    .replaceAll('\n', ' ');

/** In short answers of Moodle a star stands for any words. */
const word = (text: string): string => `${text.startsWith('%') ? '%100%' : ''}${escaped(text.replaceAll('*', '\\*'))}`;

const percent = (share: number): string => `%${Number((100 * share).toFixed(5))}%`;

/** `quiz.gift`: the questions for Moodle's GIFT reader, one a paragraph. */
export function giftText({ lesson }: FormatInput, desk: Desk): string {
  const category = plainTitle(lesson.title).replaceAll('/', '//').replace(/\s+/g, ' ');
  const questions = desk.questions.flatMap((question) => giftOf(question, desk));
  return [`$CATEGORY: $course$/${category}`, ...questions].join('\n\n') + '\n';
}

const named = (id: string, text: string, answers: string): string => `::${escaped(id)}::[html]${text} {${answers}}`;

function giftOf(question: PlacedQuestion, desk: Desk): readonly string[] {
  const { id, kind } = question;
  const text = escaped(desk.html(question.question, question));
  const general =
    question.explanation === undefined ? '' : `####[html]${escaped(desk.html(question.explanation, question))}`;
  const lines = (answers: readonly string[]): string =>
    `\n${[...answers, ...(general === '' ? [] : [general])].join('\n')}\n`;
  switch (kind) {
    case 'single':
    case 'multiple':
      return [named(id, text, lines(choices(question, desk)))];
    case 'true-false': {
      const wrong = feedback(question, question.answers.find(({ correct }) => !correct)?.feedback, desk);
      const right = feedback(question, question.answers.find(({ correct }) => correct)?.feedback, desk);
      const said = right !== '' || wrong !== '' ? `${wrong || '#'}${right || '#'}` : '';
      return [named(id, text, `${question.truth ? 'TRUE' : 'FALSE'}${said}${general}`)];
    }
    case 'numeric': {
      const { value, tolerance, unit } = question.number;
      const asked = unit === undefined ? text : `${text} (${escaped(desk.inline(unit, question))})`;
      return [named(id, asked, `#${value}:${tolerance}${general}`)];
    }
    case 'short':
      return worded(id, text, question.accepted, { question, desk, lines });
    case 'matching':
      return [named(id, text, lines(matches(question, desk)))];
    case 'ordering': {
      desk.tellSameItems(question);
      desk.tell('kit/other-kind', question, 'asks for the place of each item, as GIFT has no question of order');
      const places = question.order.map((item, i) => `=[html]${escaped(desk.inline(item, question))} -> ${i + 1}`);
      return [named(id, text, lines(places))];
    }
    case 'cloze': {
      if (question.gaps.length > 1)
        desk.tell('kit/other-kind', question, 'is a question for each gap, as GIFT has none with several');
      const parts = partsOf(question);
      return parts.flatMap((part, i) =>
        gap(parts.length === 1 ? id : `${id}-${i + 1}`, part, { question, desk, lines }),
      );
    }
  }
}

interface Asked {
  readonly question: PlacedQuestion;
  readonly desk: Desk;
  readonly lines: (answers: readonly string[]) => string;
}

function gap(id: string, part: Part, asked: Asked): readonly string[] {
  const accepted = part.kind === 'word' ? part.accepted : [];
  return worded(id, escaped(asked.desk.html(part.text, asked.question)), accepted, asked);
}

/** A question that is answered in words. An arrow among them makes it a matching question to Moodle, and nothing escapes it. */
function worded(
  id: string,
  text: string,
  accepted: readonly string[],
  { question, desk, lines }: Asked,
): readonly string[] {
  const carried = accepted.filter((one) => !one.includes('->'));
  if (carried.length === 0) desk.tell('kit/left-out', question, 'is left out: GIFT cannot ask for words with “->”');
  else if (carried.length < accepted.length)
    desk.tell('kit/not-carried', question, 'accepts no words with “->”: GIFT would match them');
  return carried.length === 0 ? [] : [named(id, text, lines(carried.map((one) => `=${word(one)}`)))];
}

function feedback(question: PlacedQuestion, text: string | undefined, desk: Desk): string {
  return text === undefined ? '' : `#[html]${escaped(desk.inline(text, question))}`;
}

function choices(question: PlacedQuestion, desk: Desk): readonly string[] {
  const { answers, kind } = question;
  const right = answers.filter(({ correct }) => correct).length;
  return answers.map((answer) => {
    const share = answer.correct ? 1 / right : -1 / (answers.length - right);
    const mark = kind === 'single' ? (answer.correct ? '=' : '~') : `~${percent(share)}`;
    return `${mark}[html]${escaped(desk.inline(answer.text, question))}${feedback(question, answer.feedback, desk)}`;
  });
}

function matches(question: Extract<PlacedQuestion, { kind: 'matching' }>, desk: Desk): readonly string[] {
  const right = (text: string): string => escaped(lineOf(text));
  return [
    ...question.pairs.map((pair) => `=[html]${escaped(desk.inline(pair.left, question))} -> ${right(pair.right)}`),
    ...question.distractors.map((text) => `= -> ${right(text)}`),
  ];
}
