import { slidesOf, type Lesson, type Question, type SlideId } from '../model/index.ts';

/** A question with its place in the lesson. */
export type PlacedQuestion = Question & {
  /** From one, in the order of the outline. */
  readonly position: number;
  /** Ids of the statements that it was written from. */
  readonly statements: readonly string[];
  /** The section that asks it on a slide, or else teaches its objectives; absent when there is none. */
  readonly section?: string;
  /** The slide that asks it, if one does. */
  readonly slide?: SlideId;
};

/** All questions of a lesson, in the order of the outline, each with its place. */
export function questionsOf(lesson: Lesson): readonly PlacedQuestion[] {
  const asked = new Map(
    slidesOf(lesson)
      .filter(({ slide }) => slide.role === 'activity' && typeof slide.fields.question === 'string')
      .map(({ slide, section }) => [slide.fields.question, { slide: slide.id, section: section.id }] as const),
  );
  return lesson.quiz.map((question, i) => {
    const teaching = lesson.sections.find(({ slides }) =>
      slides.some(({ objectives }) => objectives.some((objective) => question.objectives.includes(objective))),
    );
    const section = asked.get(question.id)?.section ?? teaching?.id;
    const slide = asked.get(question.id)?.slide;
    return {
      ...question,
      position: i + 1,
      statements: question.covers.map(({ statement }) => statement),
      ...(section === undefined ? {} : { section }),
      ...(slide === undefined ? {} : { slide }),
    };
  });
}
