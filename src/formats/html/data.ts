import { answerLetters } from '../../base/index.ts';
import { plainText, plainTitle, referenceLine, shortLabel } from '../../compose/index.ts';
import {
  slidesOf,
  type Audience,
  type Composition,
  type Deck,
  type Lesson,
  type Reference,
} from '../../model/index.ts';
import { pageWords } from '../../parse/index.ts';
import type { DeckBlock, DeckWords, SlideData } from '../../wire/index.ts';
import { askedQuestions, preparedQuestions } from './questions.ts';

/** The words of player and reading view; none where they are the English ones, which the player brings along. */
function playerWords(words: Composition['words']): DeckWords | undefined {
  const { lang, words: player } = pageWords(words, 'player');
  return lang === 'en' ? undefined : { lang, player, reading: pageWords(words, 'reading').words };
}

const referenceData = (found: Reference | undefined): SlideData['references'] =>
  found ? [{ id: found.id, label: shortLabel(found), text: plainText(referenceLine(found)) }] : [];

/** Collects what the player needs. Notes, statements and answers go to the teacher's edition only. */
export function deckData(
  deck: Deck,
  lesson: Lesson,
  audience: Audience,
  fixedWords: Composition['words'] = {},
): DeckBlock {
  const teacher = audience === 'teacher';
  const prepared = teacher ? preparedQuestions(lesson) : undefined;
  const slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  const statements = new Map(
    lesson.source?.sections.flatMap((section) => section.statements).map((statement) => [statement.id, statement.text]),
  );
  const references = new Map(lesson.references.map((reference) => [reference.id, reference]));
  const letters = answerLetters(lesson.lang);
  const words = playerWords(fixedWords);
  return {
    lesson: lesson.id,
    title: plainTitle(lesson.title),
    lang: lesson.lang,
    ...(letters.startsWith('A') ? {} : { letters }),
    ...(words ? { words } : {}),
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
        references: (slide?.cites ?? []).flatMap(({ reference }) => referenceData(references.get(reference))),
        questions: teacher && slide ? askedQuestions(slide, lesson) : [],
      };
    }),
  };
}
