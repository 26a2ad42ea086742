import { answerLetters } from '../../base/index.ts';
import { plainText, plainTitle, referenceLine, shortLabel } from '../../compose/index.ts';
import { slidesOf, type Audience, type Deck, type Lesson } from '../../model/index.ts';
import { askedQuestions, preparedQuestions, type QuestionData } from './questions.ts';

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

/** The data block of `deck.html`. */
export interface DeckData {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  /** By which answers are named; A, B, C when absent. */
  readonly letters?: string;
  readonly audience: Audience;
  readonly width: number;
  readonly height: number;
  readonly plans: readonly { readonly id: string; readonly minutes: number; readonly title: string }[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly minutes: Readonly<Record<string, number>>;
    readonly questions: readonly QuestionData[];
  }[];
  readonly slides: readonly SlideData[];
}

/** Collects what the player needs. Notes, statements and answers go to the teacher's edition only. */
export function deckData(deck: Deck, lesson: Lesson, audience: Audience): DeckData {
  const teacher = audience === 'teacher';
  const prepared = teacher ? preparedQuestions(lesson) : undefined;
  const slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  const statements = new Map(
    lesson.source?.sections.flatMap((section) => section.statements).map((statement) => [statement.id, statement.text]),
  );
  const references = new Map(lesson.references.map((reference) => [reference.id, reference]));
  const letters = answerLetters(lesson.lang);
  return {
    lesson: lesson.id,
    title: plainTitle(lesson.title),
    lang: lesson.lang,
    ...(letters.startsWith('A') ? {} : { letters }),
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
      questions: prepared?.get(section.id) ?? [],
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
                  text: plainText(referenceLine(found)),
                },
              ]
            : [];
        }),
        questions: teacher && slide ? askedQuestions(slide, lesson) : [],
      };
    }),
  };
}
