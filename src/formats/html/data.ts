import { slidesOf, type Audience, type Deck, type Lesson, type Question, type Slide } from '../../model/index.ts';
import { plainText, shortLabel } from '../../compose/index.ts';

/** What the player knows of a slide besides its HTML. */
interface SlideData {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly layout: string;
  readonly steps: number;
  readonly plans: readonly string[] | null;
  readonly notes: string;
  readonly statements: readonly { readonly id: string; readonly text: string }[];
  readonly references: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly questions: readonly QuestionData[];
}

interface QuestionData {
  readonly id: string;
  readonly question: string;
  /** Of a poll none is correct. */
  readonly answers: readonly { readonly text: string; readonly correct: boolean }[];
  readonly explanation: string;
}

/** The data block of `deck.html`. */
export interface DeckData {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  readonly audience: Audience;
  readonly width: number;
  readonly height: number;
  readonly plans: readonly { readonly id: string; readonly minutes: number; readonly title: string }[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly minutes: Readonly<Record<string, number>>;
  }[];
  readonly slides: readonly SlideData[];
}

const questionData = (question: Question): QuestionData => ({
  id: question.id,
  question: plainText(question.question),
  answers: question.answers.map((answer) => ({ text: plainText(answer.text), correct: answer.correct })),
  explanation: plainText(question.explanation ?? ''),
});

/** The poll that a slide asks. Its name cannot be that of a question of the quiz: those hold no colon. */
function pollData({ id, layout, fields }: Slide): readonly QuestionData[] {
  const { question, options } = fields;
  if (layout !== 'poll' || typeof question !== 'string' || !Array.isArray(options)) return [];
  const answers = options.map((text) => ({ text: plainText(String(text)), correct: false }));
  return [{ id: `poll:${id}`, question: plainText(question), answers, explanation: '' }];
}

/** Questions that the slide itself asks. */
const shownQuestions = (slide: Slide, lesson: Lesson): readonly QuestionData[] => [
  ...lesson.quiz
    .filter((question) => slide.layout === 'quiz' && slide.fields.question === question.id)
    .map(questionData),
  ...pollData(slide),
];

/** Collects what the player needs. Notes, statements and answers go to the teacher's edition only. */
export function deckData(deck: Deck, lesson: Lesson, audience: Audience): DeckData {
  const teacher = audience === 'teacher';
  const slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  const statements = new Map(
    lesson.source?.sections.flatMap((section) => section.statements).map((statement) => [statement.id, statement.text]),
  );
  const references = new Map(lesson.references.map((reference) => [reference.id, reference]));
  return {
    lesson: lesson.id,
    title: plainText(lesson.title),
    lang: lesson.lang,
    audience,
    width: deck.size.width,
    height: deck.size.height,
    plans: lesson.plans.map((plan) => ({
      id: plan.id,
      minutes: plan.minutes,
      title: plainText(plan.title ?? plan.id),
    })),
    sections: lesson.sections.map((section) => ({
      id: section.id,
      title: plainText(section.title),
      minutes: section.minutes,
    })),
    slides: deck.slides.map((shown) => {
      const slide = slides.get(shown.slide);
      return {
        id: shown.id,
        title: shown.title,
        section: shown.section,
        layout: shown.layout,
        steps: shown.steps,
        plans: shown.plans ?? null,
        notes: teacher ? shown.notesHtml : '',
        statements: teacher
          ? (slide?.covers ?? []).map(({ statement }) => ({ id: statement, text: statements.get(statement) ?? '' }))
          : [],
        references: (slide?.cites ?? []).flatMap(({ reference }) => {
          const found = references.get(reference);
          return found
            ? [
                {
                  id: found.id,
                  label: shortLabel(found),
                  text: plainText(`${found.authors} (${found.year}). ${found.title}`),
                },
              ]
            : [];
        }),
        questions: teacher && slide ? shownQuestions(slide, lesson) : [],
      };
    }),
  };
}
