import { isObject } from '../../base/index.ts';
import { blank, type Answer, type NumberKey, type Question, type QuestionTask } from '../../model/index.ts';
import { present, type Cursor } from '../cursor.ts';
import type { Links } from '../outline/links.ts';
import type { Session } from '../outline/session.ts';
import type { StatementLinks } from '../outline/statements.ts';
import { gapText } from './gaps.ts';
import { numberKey, numberOf, rounded } from './number.ts';
import { kindNamed, truthOf } from './words.ts';

/** What reading the questions of a lesson needs. */
export interface QuizReading {
  readonly session: Session;
  readonly links: Links;
  readonly statements: StatementLinks;
  readonly lang: string;
  /** The ids, in order. */
  readonly ids: readonly string[];
}

/** The questions of the lesson, each with the task of its kind. */
export function readQuiz(reading: QuizReading, list: Cursor): readonly Question[] {
  const { links, statements, ids } = reading;
  return list.items().map((item, i) => {
    const id = ids[i] ?? '';
    const answers = item.get('answers').items().map(readAnswer);
    const task = taskOf(item, answers, reading.lang) ?? missing(reading.session, item, id, answers);
    checkRight(reading.session, item, id, task, answers);
    const text = item.get('question').text() ?? '';
    return present<Question>({
      ...task,
      id,
      question: task.kind === 'cloze' ? task.parts.join(blank).trim() : text,
      answers,
      explanation: item.get('explanation').text(),
      points: item.get('points').number() ?? 1,
      objectives: links.read('objective', item.get('objectives')),
      covers: statements.read(item.get('covers')),
      plans: links.readOptional('plan', item.get('plans')),
      at: item.at,
      places: item.places,
    });
  });
}

const readAnswer = (answer: Cursor): Answer => ({
  text: answer.get('text').text() ?? '',
  correct: answer.get('correct').boolean() ?? false,
  ...present<{ feedback?: string }>({ feedback: answer.get('feedback').text() }),
});

/** The task that the fields make, of the kind that is named or that they show. */
function taskOf(item: Cursor, answers: readonly Answer[], lang: string): QuestionTask | undefined {
  const kind = kindNamed(item.get('type').text() ?? '');
  const gaps = kind === undefined || kind === 'cloze' ? gapText(item.get('question').text() ?? '') : undefined;
  const isAsked = (name: typeof kind, isThere: boolean): boolean => kind === name || (kind === undefined && isThere);
  if (answers.length > 0 && (kind === undefined || kind === 'single' || kind === 'multiple' || kind === 'true-false'))
    return choiceTask(kind ?? choiceOf(answers), answers);
  const pairs = item.get('pairs').items();
  if (pairs.length > 0 && isAsked('matching', true))
    return {
      kind: 'matching',
      pairs: pairs.map((pair) => ({ left: pair.get('left').text() ?? '', right: pair.get('right').text() ?? '' })),
      distractors: item.get('distractors').texts(),
    };
  const order = item.get('order').texts();
  if (order.length > 1 && isAsked('ordering', true)) return { kind: 'ordering', order };
  if (isAsked('numeric', false)) {
    const number = readNumber(item, lang);
    return number && { kind: 'numeric', number };
  }
  const accepted = [...item.get('answer').texts(), ...item.get('accept').texts()];
  if (accepted.length > 0 && isAsked('short', true)) return { kind: 'short', accepted: [...new Set(accepted)] };
  return gaps && { kind: 'cloze', ...gaps };
}

/** Two answers that say true and false are no choice among statements. */
function choiceOf(answers: readonly Answer[]): 'single' | 'multiple' | 'true-false' {
  const truths = answers.map(({ text }) => truthOf(text));
  if (truths.length === 2 && truths.includes(true) && truths.includes(false)) return 'true-false';
  return answers.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single';
}

function choiceTask(kind: 'single' | 'multiple' | 'true-false', answers: readonly Answer[]): QuestionTask {
  if (kind !== 'true-false') return { kind };
  const right = answers.find(({ correct }) => correct);
  return { kind, truth: truthOf(right?.text ?? '') ?? answers[0]?.correct === true };
}

function readNumber(item: Cursor, lang: string): NumberKey | undefined {
  const read = numberKey(item.get('answer').text() ?? '', lang);
  if (!read) return undefined;
  const unit = item.get('unit').text() ?? read.unit;
  const written = item.get('tolerance').text();
  const percent = written?.endsWith('%') === true;
  const off = written === undefined ? undefined : numberOf(written.replace(/^\s*(?:±|\+\/?-)|%$/g, ''), lang);
  const tolerance = off === undefined ? read.tolerance : rounded(Math.abs(percent ? (read.value * off) / 100 : off));
  return { value: read.value, written: read.written, tolerance, ...(unit === undefined ? {} : { unit }) };
}

/** What each kind must say. */
const needs = {
  single: '`answers:` with at least two, one of them with `correct: true`',
  multiple: '`answers:`, the right ones with `correct: true`',
  'true-false': '`answer: true` or `answer: false`',
  numeric: '`answer:` with a number, such as `answer: 4.5 ± 0.1`',
  matching: '`pairs:` with a `left` and a `right` text each',
  ordering: '`order:` with the items in the right order',
  short: '`answer:` with the words that are right',
  cloze: 'gaps in the question, such as `[[serotonin]]`',
} as const;

/** Without what is right, a question is one that is only asked. */
function missing(session: Session, item: Cursor, id: string, answers: readonly Answer[]): QuestionTask {
  const kind = kindNamed(item.get('type').text() ?? '');
  if (!isObject(item.value)) return { kind: 'single' };
  const what =
    kind === undefined ? '`answers:`, `answer:`, `pairs:`, `order:`, or `[[gaps]]` in its text' : needs[kind];
  session.report('outline/missing-field', `Question \`${id}\` does not say what is right.`, {
    at: item.get(kind === undefined ? 'question' : 'type').keyAt,
    help: [`Add ${what}.`],
  });
  return choiceTask(answers.length > 0 ? choiceOf(answers) : 'single', answers);
}

function checkRight(
  session: Session,
  item: Cursor,
  id: string,
  { kind }: QuestionTask,
  answers: readonly Answer[],
): void {
  const isChoice = kind === 'single' || kind === 'multiple' || kind === 'true-false';
  if (!isChoice || answers.length === 0 || answers.some(({ correct }) => correct)) return;
  session.report('outline/no-correct-answer', `Question \`${id}\` has no correct answer.`, {
    at: item.get('answers').keyAt,
    help: ['Mark the right answer with `correct: true`.'],
  });
}
