import { plainText } from '../../compose/index.ts';
import { choicesOf, mixedOrder, numberText } from '../../questions/index.ts';
import type { QuestionData } from '../../wire/index.ts';
import type { DiscussionPrompt, Lesson, Question, Section, Slide } from '../../model/index.ts';

// Of a poll no answer is correct; a prompt to discuss has no answers.
const quizData = (question: Question): QuestionData => ({
  id: question.id,
  question: plainText(question.question),
  answers: question.answers.map((answer) => ({ text: plainText(answer.text), correct: answer.correct })),
  explanation: plainText(question.explanation ?? ''),
  ...taskData(question),
});

/** What a question without answers shows, and what is right of it. */
function taskData(question: Question): Pick<QuestionData, 'items' | 'choices' | 'solution'> {
  switch (question.kind) {
    case 'numeric':
      return { solution: [numberText(question)] };
    case 'short':
      return { solution: [question.accepted.join(' · ')] };
    case 'matching':
      return {
        items: question.pairs.map(({ left }) => plainText(left)),
        choices: choicesOf(question).map(plainText),
        solution: question.pairs.map(({ left, right }) => `${plainText(left)} → ${plainText(right)}`),
      };
    case 'ordering':
      return {
        items: mixedOrder(question).map(plainText),
        solution: question.order.map((text, i) => `${i + 1}. ${plainText(text)}`),
      };
    case 'cloze':
      return { solution: question.gaps.map((words) => words.join(' · ')) };
    default:
      return {};
  }
}

// Questions of the quiz hold no colon in their ids, so that the names below are free.
const promptData = ({ id, prompt, hint }: DiscussionPrompt): QuestionData => ({
  id: `discussion:${id}`,
  question: plainText(prompt),
  answers: [],
  explanation: plainText(hint ?? ''),
});

function pollData({ id, role, fields }: Slide): readonly QuestionData[] {
  const { question, options } = fields;
  if (role !== 'activity' || typeof question !== 'string' || !Array.isArray(options)) return [];
  // A slide that could not be made as written may hold anything here.
  const texts = options.filter((text) => typeof text === 'string');
  const answers = texts.map((text) => ({ text: plainText(text), correct: false }));
  return [{ id: `poll:${id}`, question: plainText(question), answers, explanation: '' }];
}

/** Questions that the slide itself asks. */
export const askedQuestions = (slide: Slide, lesson: Lesson): readonly QuestionData[] => [
  ...lesson.quiz.filter(({ id }) => slide.role === 'activity' && slide.fields.question === id).map(quizData),
  ...pollData(slide),
];

/**
 * Questions and prompts prepared for each section, by its id: those whose objectives the section teaches, all of them.
 * What no section teaches as a whole belongs to the last one that teaches some of it, or else to the last of all.
 */
export function preparedQuestions({
  sections,
  quiz,
  discussion,
}: Lesson): ReadonlyMap<string, readonly QuestionData[]> {
  const taught = new Map(sections.map((section) => [section, objectivesOf(section)]));
  const prepared = new Map<string, QuestionData[]>(sections.map(({ id }) => [id, []]));
  const place = (objectives: readonly string[], data: QuestionData): void => {
    const teaches = (section: Section) => (objective: string) => taught.get(section)?.has(objective) === true;
    const whole = sections.filter((section) => objectives.length > 0 && objectives.every(teaches(section)));
    const part = sections.findLast((section) => objectives.some(teaches(section))) ?? sections.at(-1);
    for (const section of whole.length > 0 ? whole : part ? [part] : []) prepared.get(section.id)?.push(data);
  };
  for (const question of quiz) place(question.objectives, quizData(question));
  for (const prompt of discussion) place(prompt.objectives, promptData(prompt));
  return prepared;
}

const objectivesOf = ({ slides }: Section): ReadonlySet<string> =>
  new Set(slides.flatMap(({ objectives }) => objectives));
