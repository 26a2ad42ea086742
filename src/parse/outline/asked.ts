import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { judgedIn } from '../questions/index.ts';
import { alsoKnownAs, answersIn, choicesIn, tellsAnswer } from '../schema/index.ts';

/** A slide that holds questions under one of its keys, as the slides that ask them, each with the step to what it is made of. */
interface AskedSlides {
  readonly key: string;
  readonly slides: readonly { readonly step: string | number; readonly slide: JsonObject }[];
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The key of a record under which its question stands. */
const questionKey = (record: JsonObject): string | undefined =>
  Object.keys(record).find((key) => alsoKnownAs(key, ['question']) !== undefined && typeof record[key] === 'string') ??
  Object.keys(record).find(
    (key) => alsoKnownAs(key, ['claim', 'text']) !== undefined && typeof record[key] === 'string',
  );

const saysAnswer = (key: string): boolean => tellsAnswer(key) || alsoKnownAs(key, ['answers']) !== undefined;

/** Whether a text asks something. */
export const isAsking = (text: string): boolean => '?？؟;'.includes(text.trim().slice(-1)) && text.trim() !== '';

/** One question of a list, with the names that questions have; `undefined` when nothing says what is right. */
function questionIn(item: Json): JsonObject | undefined {
  if (typeof item === 'string') return fromText(item);
  if (!isObject(item)) return undefined;
  const entries = Object.entries(item);
  const [only, ...more] = entries;
  // `Hosts in a /26?: 62`
  if (only !== undefined && more.length === 0 && typeof only[1] !== 'object' && isAsking(only[0]))
    return { question: only[0], answer: only[1] ?? '' };
  const asked = questionKey(item);
  if (asked === undefined) return undefined;
  const isAnswered = entries.some(([key]) => saysAnswer(key));
  const named = entries.map(([key, value]): readonly [string, Json] => [
    key === asked ? 'question' : !isAnswered && key === 'a' ? 'answer' : key,
    value ?? null,
  ]);
  const question: JsonObject = Object.fromEntries(named);
  const whole = withChoices(question);
  return Object.keys(whole).some((key) => saysAnswer(key) || key === 'pairs') ? whole : undefined;
}

/** `What is it? a) One b) Two`, one of them marked. */
function fromText(text: string): JsonObject | undefined {
  const whole = withChoices({ question: text });
  return whole.answers === undefined ? undefined : whole;
}

/** A question with the choices that stand in its text as its answers. */
export function withChoices(question: JsonObject): JsonObject {
  const text = question.question;
  const isGiven = Object.keys(question).some((key) => alsoKnownAs(key, ['answers']) !== undefined && !tellsAnswer(key));
  const found = typeof text === 'string' && !isGiven ? choicesIn(text) : undefined;
  return found === undefined ? question : { ...question, question: found.before, answers: found.answers };
}

/**
 * Several questions that stand on one slide, each on a slide of its own; statements that are said to be true or false as
 * one question with several answers.
 * @param asks whether a key is a word for questions.
 */
export function askedSlides(
  slide: JsonObject,
  layout: string | undefined,
  asks: (key: string) => boolean,
): AskedSlides | undefined {
  for (const key of Object.keys(slide)) {
    const value = slide[key];
    if (key === 'title' || value === undefined || typeof value !== 'object' || value === null) continue;
    const rest = Object.fromEntries(Object.entries(slide).filter(([name]) => name !== key));
    const named = layout === undefined ? rest : { ...rest, layout };
    const judged = layout === undefined ? undefined : judgedIn(value);
    if (judged !== undefined && isJudgedOn(key, slide.title, asks)) return { key, slides: ofStatements(named, judged) };
    if (!asks(key)) continue;
    const items = isList(value) ? value : Object.entries(value).map(([name, one]) => ({ [name]: one ?? null }));
    const questions = items.map(questionIn);
    if (questions.length === 0 || questions.includes(undefined)) continue;
    const steps = isList(value) ? [...value.keys()] : Object.keys(value);
    const slides = questions.map((question, i) => ({ step: steps[i] ?? i, slide: { ...named, ...question } }));
    return { key, slides };
  }
  return undefined;
}

/** Words for what is judged, and for questions; points of any kind where the title asks or names a quiz. */
const isJudgedOn = (key: string, title: Json | undefined, asks: (key: string) => boolean): boolean =>
  asks(key) ||
  alsoKnownAs(key, ['claim']) !== undefined ||
  (typeof title === 'string' &&
    (isAsking(title) || asks(title)) &&
    alsoKnownAs(key, ['bullets', 'items', 'body', 'answers']) !== undefined);

/** Statements as the answers of one question when one of them is true, else one after another. */
function ofStatements(
  slide: JsonObject,
  judged: readonly { readonly text: string; readonly isTrue: boolean }[],
): AskedSlides['slides'] {
  const { title, ...rest } = slide;
  if (typeof title === 'string' && judged.some(({ isTrue }) => isTrue)) {
    const answers = judged.map(({ text, isTrue }) => ({ text, ...(isTrue && { correct: true }) }));
    return [{ step: '', slide: { ...rest, question: title, type: 'multiple', answers } }];
  }
  return judged.map(({ text, isTrue }, step) => ({ step, slide: { ...slide, question: text, answer: isTrue } }));
}

/** Whether a slide without a layout offers answers to its title, one of which is marked as right. */
export function offersChoice(slide: JsonObject, isMarked: (answer: Json) => boolean): boolean {
  const key = Object.keys(slide).find((name) => alsoKnownAs(name, ['answers']) !== undefined && !tellsAnswer(name));
  const answers = key === undefined ? undefined : answersIn(slide[key]);
  return answers !== undefined && answers.length > 1 && answers.some(isMarked);
}
