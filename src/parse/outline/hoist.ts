import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { layoutsNamed, layoutsNear, layoutsWithin, type Catalogue } from '../layouts/index.ts';
import { asksPairs, fieldNamed, hasTask, isTaskKey, kindNamed, underscoredGaps } from '../questions/index.ts';
import { alsoKnownAs, answersIn, questionKeys, readAnswer, tellsAnswer } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';
import { askedSlides, offersChoice, withChoices } from './asked.ts';

/** The outline after questions moved to where they belong. */
interface Hoisted {
  readonly value: Json;
  readonly diagnostics: readonly Diagnostic[];
}

interface Run {
  readonly catalogue: Catalogue;
  readonly places: PlaceIndex;
  /** The questions of the lesson, and those that slides bring. */
  readonly quiz: Json[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Takes questions that are written on their slide, with answers, to the questions of the lesson; a slide that names a
 * question by its words gets its id.
 */
export function hoistQuestions(value: Json, places: PlaceIndex, catalogue: Catalogue): Hoisted {
  if (!isObject(value)) return { value, diagnostics: [] };
  const { quiz } = value;
  if (quiz !== undefined && quiz !== null && !isList(quiz)) return { value, diagnostics: [] };
  const run: Run = { catalogue, places, quiz: isList(quiz) ? quiz.map(withList) : [], diagnostics: [] };
  const changed = isList(value.sections)
    ? { ...value, sections: value.sections.map((section, i) => inHolder(section, `/sections/${i}`, run)) }
    : (inHolder(value, '', run) as JsonObject);
  return run.diagnostics.length === 0 && !isList(quiz)
    ? { value, diagnostics: [] }
    : { value: { ...changed, quiz: run.quiz }, diagnostics: run.diagnostics };
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function inHolder(holder: Json, pointer: string, run: Run): Json {
  if (!isObject(holder) || !isList(holder.slides)) return holder;
  return { ...holder, slides: holder.slides.map((slide, i) => inEntry(slide, `${pointer}/slides/${i}`, run)) };
}

/** A slide; one that holds several questions is a list of the slides that ask them. */
function inEntry(raw: Json, pointer: string, run: Run): Json {
  if (!isObject(raw) || raw.include !== undefined) return inSlide(raw, pointer, run);
  const written = titled(raw, pointer, run);
  const name = layoutOfQuestions(run.catalogue);
  const isOpen = written.layout === undefined;
  const isQuiz = name !== undefined && (isOpen || asksOfQuiz(run.catalogue, written.layout));
  const asks = (key: string): boolean =>
    alsoKnownAs(key, ['quiz', 'questions', 'prompts']) !== undefined ||
    layoutsNamed(run.catalogue, key).some((one) => one === name);
  const found = isQuiz ? askedSlides(written, name, asks) : undefined;
  if (!found) {
    const asking = withGaps(written, name);
    return inSlide(asking === written ? raw : asking, pointer, run);
  }
  const from = pointer + pointerStep(found.key);
  const slides = found.slides.map(({ step, slide }, i) => {
    const at = `${pointer}/${i}`;
    run.places.alias(step === '' ? from : from + pointerStep(step), at);
    if (written.title !== undefined) run.places.alias(`${pointer}/title`, `${at}/title`);
    return inSlide(slide, at, run);
  });
  const message = `\`${found.key}\` holds ${slides.length > 1 ? `${slides.length} questions; each has a slide` : 'statements; they are read as a question'} of its own.`;
  run.diagnostics.push(
    diagnostic('outline/read-as', message, { at: run.places.key(from), help: ['Questions may stand under `quiz:`.'] }),
  );
  return slides;
}

/** The slide with its title under that name, whatever word its author has for it: a question may stand there. */
function titled(slide: JsonObject, pointer: string, { places }: Run): JsonObject {
  const key = Object.keys(slide).find((name) => alsoKnownAs(name, ['title']) !== undefined);
  if (key === undefined || key === 'title' || slide.title !== undefined) return slide;
  places.alias(pointer + pointerStep(key), `${pointer}/title`);
  return Object.fromEntries(
    Object.entries(slide).map(([name, value]) => [name === key ? 'title' : name, value ?? null]),
  );
}

/** A slide without a layout that has a text with words between underscores, or offers answers to its title, asks. */
function withGaps(slide: JsonObject, layout: string | undefined): JsonObject {
  if (slide.layout !== undefined || layout === undefined) return slide;
  for (const [key, value] of Object.entries(slide)) {
    const gapped = typeof value === 'string' && key !== 'title' ? underscoredGaps(value) : undefined;
    if (gapped === undefined) continue;
    const rest = Object.entries(slide).filter(([name]) => name !== key);
    return { ...Object.fromEntries(rest), layout, type: 'cloze', question: gapped };
  }
  const paired = Object.keys(slide).find((key) => fieldNamed(key) === 'pairs' && isObject(slide[key]));
  if (paired !== undefined && typeof slide.title === 'string') {
    const { title, [paired]: pairs, ...rest } = slide;
    return { ...rest, layout, type: 'matching', question: title, pairs: pairs ?? null };
  }
  if (isAsked(slide) || typeof slide.title !== 'string' || !offersChoice(slide, isRight)) return slide;
  const { title, ...rest } = slide;
  return { ...rest, layout, question: title };
}

/** The layouts that a name stands for, by the surest way that finds any; most names are those of a layout. */
function layoutsMeant(catalogue: Catalogue, layout: string): readonly string[] {
  for (const find of [layoutsNamed, layoutsNear, layoutsWithin]) {
    const names = find(catalogue, layout);
    if (names.length > 0) return names;
  }
  return [];
}

/** Whether the field `question` of a layout names a question of the lesson. */
function asksOfQuiz(catalogue: Catalogue, layout: Json | undefined): boolean {
  if (typeof layout !== 'string') return false;
  return layoutsMeant(catalogue, layout).some((name) => {
    const found = catalogue.get(name);
    const properties = found?.ok ? found.value.schema.properties : undefined;
    const rule = isObject(properties) ? properties.question : undefined;
    return isObject(rule) && rule.$ref === '#/$defs/question';
  });
}

function inSlide(written: Json, pointer: string, run: Run): Json {
  if (!isObject(written)) return written;
  const layout = written.layout === undefined && looksAsked(written) ? layoutOfQuestions(run.catalogue) : undefined;
  if (layout !== undefined) return inSlide({ ...written, layout }, pointer, run);
  if (!asksOfQuiz(run.catalogue, written.layout)) return written;
  const slide = withKind(withLetters(withFirst(written, pointer, run), pointer, run));
  const asked = askedIn(slide);
  const question = asked === undefined ? undefined : slide[asked];
  if (asked === undefined || typeof question !== 'string') return slide;
  const moved = Object.keys(slide).filter((key) => (questionKeys(key) || isTaskKey(key)) && key !== asked);
  if (moved.some((key) => isAnswers(key) && answersIn(slide[key]) !== undefined) || hasTask(slide, asked))
    return withOwnQuestion(slide, asked, moved, pointer, run);
  const named = run.quiz.findIndex((one) => isObject(one) && one.question === question);
  const known = run.quiz[named];
  if (!isObject(known) || run.quiz.some((one) => isObject(one) && one.id === question)) return slide;
  const id = typeof known.id === 'string' ? known.id : `q${named + 1}`;
  tell(
    run,
    pointer + pointerStep(asked),
    `The question is found under \`quiz:\` by its words.`,
    `Write \`question: ${id}\`.`,
  );
  const kept = Object.entries(slide).filter(([key]) => key !== asked);
  return { ...Object.fromEntries(kept), question: id };
}

/** A slide with a list of questions asks the first; the others are questions of the lesson. */
function withFirst(slide: JsonObject, pointer: string, run: Run): JsonObject {
  const key = Object.keys(slide).find((name) => typeof slide[name] === 'object' && isWordForQuestions(name));
  const [first, ...more] = key === undefined ? [] : [slide[key] ?? []].flat();
  if (key === undefined || !isObject(first) || !Object.keys(first).some(asks)) return slide;
  const from = pointer + pointerStep(key) + (isList(slide[key]) ? '/0' : '');
  for (const name of Object.keys(first)) run.places.alias(from + pointerStep(name), pointer + pointerStep(name));
  const ids = more.map((question, i) => {
    const id = isObject(question) && typeof question.id === 'string' ? question.id : `q${run.quiz.length + 1}`;
    run.places.alias(`${pointer}${pointerStep(key)}/${i + 1}`, `/quiz/${run.quiz.length}`);
    run.quiz.push(isObject(question) ? withList({ id, ...question }) : question);
    return id;
  });
  if (ids.length > 0)
    tell(
      run,
      pointer + pointerStep(key),
      `A slide asks one question: this one shows the first of ${ids.length + 1}.`,
      `Add a slide for each of the others: \`question: ${ids.join('`, `question: ')}\`.`,
    );
  const kept = Object.entries(slide).filter(([name]) => name !== key);
  return { ...Object.fromEntries(kept), ...first };
}

const isWordForQuestions = (name: string): boolean =>
  ['questions', 'quiz', 'items'].includes(name.toLowerCase()) || alsoKnownAs(name, ['question']) !== undefined;

/** Whether a question stands on a slide under a key of its own. */
const isAsked = (slide: JsonObject): boolean =>
  Object.keys(slide).some((key) => key !== 'title' && alsoKnownAs(key, ['question']) !== undefined);

/** Whether a slide without a layout holds a question with its answers, and which is right. */
const looksAsked = (slide: JsonObject): boolean => {
  const keys = Object.keys(slide);
  const answers = keys.filter((key) => isAnswers(key) && answersIn(slide[key]) !== undefined);
  return (
    isAsked(slide) && answers.length > 0 && (keys.some(tellsAnswer) || answers.some((key) => isMarked(slide[key])))
  );
};

/** Whether an answer is marked as right: by a sign, or by a key of its own. */
const isRight = (answer: Json): boolean =>
  isObject(answer)
    ? Object.entries(answer).some(([key, value]) => value === true || (value === null && tellsAnswer(key)))
    : typeof answer === 'string' && readAnswer(answer).isRight;

/** Whether a list of answers says which one is right. */
const isMarked = (answers: Json | undefined): boolean => isList(answers) && answers.some(isRight);

/** The layout whose slides ask a question of the lesson. */
export const layoutOfQuestions = (catalogue: Catalogue): string | undefined =>
  catalogue.names.find((name) => asksOfQuiz(catalogue, name));

/** A slide on which each answer stands under its letter: `a: One`, `b: Two`. */
function withLetters(slide: JsonObject, pointer: string, { places }: Run): JsonObject {
  const letters = Object.keys(slide).filter((key) => /^[a-z]$/i.test(key) && typeof slide[key] !== 'object');
  if (letters.length < 2 || Object.keys(slide).some(isAnswers)) return slide;
  const answers = letters.map((key) => slide[key] ?? '');
  letters.forEach((key, i) => {
    places.alias(pointer + pointerStep(key), `${pointer}/answers/${i}`);
  });
  const kept = Object.entries(slide).filter(([key]) => !letters.includes(key));
  return { ...Object.fromEntries(kept), answers };
}

/** A slide whose layout names a kind of question, such as `true-false`, with that kind. */
function withKind(slide: JsonObject): JsonObject {
  const kind = typeof slide.layout === 'string' ? kindNamed(slide.layout) : undefined;
  const isSaid = Object.keys(slide).some((key) => isTaskKey(key) && alsoKnownAs(key, ['type', 'kind']) !== undefined);
  return kind === undefined || kind === 'single' || kind === 'multiple' || isSaid || slide.type !== undefined
    ? slide
    : { ...(kind === 'ordering' ? withOrder(slide) : slide), type: kind };
}

/** A slide that asks for an order, with the list that is in it. */
function withOrder(slide: JsonObject): JsonObject {
  const key = ['items', 'list', 'steps', 'events', 'points'].find((name) => isList(slide[name]));
  if (key === undefined || slide.order !== undefined) return slide;
  return Object.fromEntries(Object.entries(slide).map(([name, value]) => [name === key ? 'order' : name, value]));
}

/** The key that holds the question: by its name, or by another word for it; the statement to judge, the text with gaps. */
const askedIn = (slide: JsonObject): string | undefined =>
  ['question', ...Object.keys(slide)].find((key) => typeof slide[key] === 'string' && asks(key)) ??
  ['statement', 'claim', 'sentence', 'text', 'body', 'content'].find((key) => typeof slide[key] === 'string') ??
  Object.keys(slide).find((key) => typeof slide[key] === 'string' && alsoKnownAs(key, ['text']) !== undefined) ??
  (typeof slide.title === 'string' ? 'title' : undefined);

/** Whether a key is a word for the question, and none for the title of the slide, which may be asked as well. */
const asks = (key: string): boolean =>
  alsoKnownAs(key, ['question']) !== undefined && (key === 'q' || alsoKnownAs(key, ['title']) === undefined);

const isAnswers = (key: string): boolean => alsoKnownAs(key, ['answers']) !== undefined;

/** A question with its answers as a list. */
function withList(written: Json): Json {
  if (!isObject(written) || asksPairs(written)) return written;
  const question = withChoices(written);
  const entries = Object.entries(question).map(([key, value]) => [
    key,
    // `answer: yes` says what is right, and is no list.
    isAnswers(key) && !(tellsAnswer(key) && typeof value !== 'object') ? (answersIn(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

function withOwnQuestion(slide: JsonObject, asked: string, moved: readonly string[], pointer: string, run: Run): Json {
  const at = `/quiz/${run.quiz.length}`;
  const id = `q${run.quiz.length + 1}`;
  const rest = moved.map((key) => [key, slide[key] ?? null] as const);
  run.quiz.push(withList({ id, question: slide[asked] ?? null, ...Object.fromEntries(rest) }));
  run.places.alias(pointer + pointerStep(asked), `${at}/question`);
  for (const key of moved) run.places.alias(pointer + pointerStep(key), at + pointerStep(key));
  run.places.alias(pointer, at);
  tell(
    run,
    pointer + pointerStep(asked),
    'The question on this slide is read as a question of the lesson.',
    'It may as well stand under `quiz:`, with its id here.',
  );
  const kept = Object.entries(slide).filter(([key]) => !moved.includes(key) && key !== asked);
  return { ...Object.fromEntries(kept), question: id };
}

function tell({ diagnostics, places }: Run, pointer: string, message: string, help: string): void {
  diagnostics.push(diagnostic('outline/read-as', message, { at: places.value(pointer), help: [help] }));
}
