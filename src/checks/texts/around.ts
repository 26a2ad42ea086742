import { plainText } from '../../compose/index.ts';
import type { Lesson, Places } from '../../model/index.ts';
import { taskTexts } from '../../questions/index.ts';
import type { Passage } from './passage.ts';

/** The texts of a lesson outside its slides: title, objectives, quiz, glossary, misconceptions, discussion. */
export function passagesAround(lesson: Lesson): readonly Passage[] {
  return [...head(lesson), ...quiz(lesson), ...closing(lesson)];
}

function passage(markdown: string | undefined, places: Places, pointer: string): readonly Passage[] {
  if (markdown === undefined) return [];
  return [{ pointer, markdown, plain: plainText(markdown), at: places.value(pointer) }];
}

function head(lesson: Lesson): readonly Passage[] {
  const { places } = lesson;
  return [
    ...passage(lesson.title, places, '/title'),
    ...passage(lesson.subtitle, places, '/subtitle'),
    ...lesson.plans.flatMap((plan, i) => passage(plan.title, places, `/plans/${i}/title`)),
    ...lesson.priorKnowledge.flatMap((text, i) => passage(text, places, `/prior-knowledge/${i}`)),
    ...lesson.objectives.flatMap((objective, i) => [
      ...passage(objective.verb, places, `/objectives/${i}/verb`),
      ...passage(objective.text, places, `/objectives/${i}/text`),
    ]),
    ...lesson.sections.flatMap((section) => passage(section.title, section.places, '/title')),
  ];
}

function quiz(lesson: Lesson): readonly Passage[] {
  return lesson.quiz.flatMap((question) => [
    ...passage(question.question, question.places, '/question'),
    ...question.answers.flatMap((answer, i) => [
      ...passage(answer.text, question.places, `/answers/${i}/text`),
      ...passage(answer.feedback, question.places, `/answers/${i}/feedback`),
    ]),
    ...taskTexts(question).flatMap(([text, pointer]) => passage(text, question.places, pointer)),
    ...passage(question.explanation, question.places, '/explanation'),
  ]);
}

function closing(lesson: Lesson): readonly Passage[] {
  const { places } = lesson;
  return [
    ...lesson.glossary.flatMap((term, i) => [
      ...passage(term.term, places, `/glossary/${i}/term`),
      ...passage(term.definition, places, `/glossary/${i}/definition`),
    ]),
    ...lesson.misconceptions.flatMap((item, i) => [
      ...passage(item.wrong, places, `/misconceptions/${i}/wrong`),
      ...passage(item.right, places, `/misconceptions/${i}/right`),
    ]),
    ...lesson.discussion.flatMap((item, i) => [
      ...passage(item.prompt, places, `/discussion/${i}/prompt`),
      ...passage(item.hint, places, `/discussion/${i}/hint`),
    ]),
  ];
}
