import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { QuestionKind } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { alsoKnownAs, markAnswers, readAnswer, renameKey, tellsAnswer } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';
import { gapText } from './gaps.ts';
import { numberKey } from './number.ts';
import { pairsIn, textsIn, type Written } from './shapes.ts';
import { fieldNamed, kindNamed, truthOf, truthWords } from './words.ts';

type Holder = Record<string, Json | undefined> & JsonObject;

interface Run {
  readonly places: PlaceIndex;
  readonly lang: string;
  readonly diagnostics: Diagnostic[];
}

/** Whether a key of a slide that asks belongs to the question. */
export const isTaskKey = (key: string): boolean => tellsAnswer(key) || fieldNamed(key) !== undefined;

/** Whether a question is said to be one of pairs: a mapping in it keeps its keys. */
export const asksPairs = (question: JsonObject): boolean =>
  Object.entries(question).some(
    ([key, word]) => fieldNamed(key) === 'type' && typeof word === 'string' && kindNamed(word) === 'matching',
  );

/** Whether a mapping says what is right without answers to choose from: by a key, or by gaps in its text. */
export const hasTask = (slide: JsonObject, asked: string): boolean =>
  Object.keys(slide).some((key) => tellsAnswer(key) || ['pairs', 'order', 'accept'].includes(fieldNamed(key) ?? '')) ||
  (typeof slide[asked] === 'string' && gapText(slide[asked]) !== undefined);

/**
 * Gives each question of the quiz the fields of its kind, from however its author wrote them: `answer: true`,
 * `answer: 4.5 ± 0.1 mM`, `pairs:`, `order:`, `[[gaps]]`, answers of a named `type:`.
 */
export function settleQuestions(
  value: Json,
  places: PlaceIndex,
): { readonly value: Json; readonly diagnostics: readonly Diagnostic[] } {
  if (!isObject(value) || !Array.isArray(value.quiz)) return { value, diagnostics: [] };
  const lang = typeof value.lang === 'string' ? value.lang : 'en';
  const run: Run = { places, lang, diagnostics: [] };
  const quiz = value.quiz.map((question: Json, i) =>
    isObject(question) ? settled(question, `/quiz/${i}`, run) : question,
  );
  return { value: { ...value, quiz }, diagnostics: run.diagnostics };
}

function settled(written: JsonObject, pointer: string, run: Run): Json {
  const question: Holder = { ...written };
  for (const key of Object.keys(question)) {
    const name = fieldNamed(key);
    if (name !== undefined && name !== key && question[name] === undefined) rename(question, key, name, pointer, run);
  }
  const { type } = question;
  const kind = typeof type === 'string' ? kindNamed(type) : undefined;
  if (kind !== undefined) question.type = kind;
  if (kind === 'cloze') fillBlanks(question, pointer, run);
  const answers = Object.keys(question).find((key) => holdsAnswers(key, question[key]));
  const tells = Object.keys(question).find((key) => tellsAnswer(key) && key !== answers);
  if (answers !== undefined && !belongs(question, answers, kind, pointer, run))
    return tells === undefined ? question : marked(question, answers, tells, pointer, run);
  if (tells !== undefined && tells !== 'answer' && question.answer === undefined)
    rename(question, tells, 'answer', pointer, run);
  ofAnswer(question, kind, pointer, run);
  ofLists(question, pointer, run);
  return question;
}

/** Whether a key holds answers to choose from; `answer:` does when one in its list is marked, or a mapping. */
function holdsAnswers(key: string, value: Json | undefined): boolean {
  if (alsoKnownAs(key, ['answers']) === undefined) return false;
  if (!tellsAnswer(key)) return true;
  const isMarked = (one: Json): boolean => isObject(one) || (typeof one === 'string' && readAnswer(one).isRight);
  return Array.isArray(value) && value.some(isMarked);
}

const writtenIn =
  ({ places }: Run, pointer: string): Written =>
  (value, path) =>
    typeof value === 'string' ? value : (places.written(pointer + path) ?? JSON.stringify(value));

function rename(question: Holder, from: string, to: string, pointer: string, { places, diagnostics }: Run): void {
  diagnostics.push(renameKey(question, from, to, { places, pointer }));
}

/** The answers of a kind that offers none to choose from are what is right. @returns whether they were taken as such. */
function belongs(
  question: Holder,
  answers: string,
  kind: QuestionKind | undefined,
  pointer: string,
  run: Run,
): boolean {
  const target = kind === 'matching' ? 'pairs' : kind === 'ordering' ? 'order' : kind === 'short' ? 'accept' : 'answer';
  if (kind === undefined || kind === 'single' || kind === 'multiple' || kind === 'cloze') return false;
  const isList = isObject(question[answers]) || Array.isArray(question[answers]);
  if ((kind === 'true-false' || kind === 'numeric') && isList) return false;
  if (question[target] !== undefined) return false;
  rename(question, answers, target, pointer, run);
  return true;
}

/** A text with blanks, and what belongs into them as a list: the same as gaps. */
function fillBlanks(question: Holder, pointer: string, run: Run): void {
  const { question: text } = question;
  const blanks = typeof text === 'string' ? (text.match(blankMark)?.length ?? 0) : 0;
  const key = Object.keys(question).find(
    (one) => one === 'accept' || tellsAnswer(one) || alsoKnownAs(one, ['answers']) !== undefined,
  );
  if (typeof text !== 'string' || key === undefined || gapText(text) !== undefined) return;
  const words = textsIn(question[key], writtenIn(run, `${pointer}/${key}`));
  if (blanks === 0 || words.length !== blanks) return;
  let next = 0;
  question.question = text.replace(blankMark, () => `[[${words[next++] ?? ''}]]`);
  Reflect.deleteProperty(question, key);
}

const blankMark = /_{2,}|…|\.{3,}/g;

/** Answers to choose from with another key that says which is right. */
function marked(question: Holder, answers: string, tells: string, pointer: string, run: Run): Json {
  const { places, diagnostics } = run;
  if (answers !== 'answers') rename(question, answers, 'answers', pointer, run);
  const found = markAnswers(question, tells, { places, pointer: '' }, pointer);
  if (found) diagnostics.push(...found);
  if (found || tells !== 'answer') return question;
  const at = places.value(`${pointer}/answer`);
  const help = ['Write the number, the letter or the words of one of the `answers`.'];
  diagnostics.push(diagnostic('outline/value', '`answer` names none of the `answers`.', { at, help }));
  delete question.answer;
  return question;
}

/** What `answer:` alone says: true or false, a number, a text, or the right order or pairs of a named type. */
function ofAnswer(question: Holder, kind: QuestionKind | undefined, pointer: string, run: Run): void {
  const { answer } = question;
  if (answer === undefined || answer === null) return;
  const at = `${pointer}/answer`;
  const text = typeof answer === 'object' ? undefined : writtenIn(run, at)(answer, '');
  const truth = typeof answer === 'boolean' ? answer : text === undefined ? undefined : truthOf(text);
  if (kind === 'matching' || kind === 'ordering') {
    rename(question, 'answer', kind === 'matching' ? 'pairs' : 'order', pointer, run);
  } else if (truth !== undefined && (kind === undefined || kind === 'true-false')) {
    const [yes, no] = truthWords(run.lang);
    question.type = 'true-false';
    question.answers = [
      { text: yes, ...(truth ? { correct: true } : {}) },
      { text: no, ...(truth ? {} : { correct: true }) },
    ];
    run.places.alias(at, `${pointer}/answers`);
    delete question.answer;
  } else if (Array.isArray(answer)) {
    // A list of answers says plainly that each of them is right.
    question.accept = [answer, question.accept ?? []].flat() as Json;
    run.places.alias(at, `${pointer}/accept`);
    delete question.answer;
  } else if (text !== undefined) {
    question.answer = text.trim();
    const isNumber = kind !== 'short' && numberKey(text, run.lang) !== undefined;
    question.type ??= isNumber ? 'numeric' : 'short';
  }
}

/** Lists in the form that the schema asks for. */
function ofLists(question: Holder, pointer: string, run: Run): void {
  for (const key of ['order', 'accept', 'distractors'])
    if (question[key] !== undefined) question[key] = [...textsIn(question[key], writtenIn(run, `${pointer}/${key}`))];
  const pairs = pairsIn(question.pairs, writtenIn(run, `${pointer}/pairs`));
  if (pairs === undefined) return;
  question.pairs = pairs.map(({ left, right }) => ({ left, right }));
}
