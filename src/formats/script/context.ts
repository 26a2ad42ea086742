import { ownHtml } from '../../compose/index.ts';
import { frontOf, minutesLine, partOf, readSlide, slideView, wordsOfNodes, writeHtml } from '../../documents/index.ts';
import { slidesOf, type DeckSlide, type Lesson, type Minutes } from '../../model/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';

/** What is said at one slide. */
export interface Spoken {
  readonly slide: DeckSlide;
  /** Whether the slide goes on with the one before: its notes are said there. */
  readonly goesOn: boolean;
  readonly minutes: Minutes | undefined;
}

/** The slides of a section with what is said at each. */
export function spokenIn(section: string, { lesson, deck }: Pick<FormatInput, 'lesson' | 'deck'>): readonly Spoken[] {
  const minutes = minutesOf(lesson);
  const slides = deck.slides.filter((slide) => slide.section === section);
  return slides.map((slide, i) => {
    const before = slides[i - 1];
    const goesOn = partOf(slide.title).part > 1 && before?.slide === slide.slide && before.notes === slide.notes;
    return { slide, goesOn, minutes: goesOn ? undefined : minutes.get(slide.slide) };
  });
}

const minutesOf = (lesson: Lesson): ReadonlyMap<string, Minutes | undefined> =>
  new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide.minutes]));

/** What the template of the script sees. */
export function scriptContext(input: FormatInput): object {
  const { lesson } = input;
  const desk = deskOf(input);
  const sections = lesson.sections.map(({ id, title, minutes }) => ({
    title: desk.inline(title),
    time: minutesLine(minutes, lesson, desk),
    slides: spokenIn(id, input).map(({ slide, goesOn, minutes: own }) => cardOf(slide, { goesOn, own, input })),
  }));
  return {
    ...frontOf(lesson, desk, desk.word('documents/script')),
    sections: sections.filter(({ slides }) => slides.length > 0),
  };
}

interface Card {
  readonly goesOn: boolean;
  readonly own: Minutes | undefined;
  readonly input: FormatInput;
}

function cardOf(slide: DeckSlide, { goesOn, own, input }: Card) {
  const desk = deskOf(input);
  const { title, body, pictures } = readSlide(slide.html, { pictures: false, formulas: 'set', level: 4 });
  const number = desk.word('documents/slide', { n: slide.number });
  const told = [...pictures.map(({ alt }) => alt), wordsOfNodes(body)].filter((text) => text !== '');
  return {
    number,
    title: title.length === 0 ? slide.title : ownHtml(writeHtml(title)),
    lang: slide.lang,
    time: own === undefined ? undefined : minutesLine(own, input.lesson, desk),
    view: ownHtml(slideView(slide, [number, ...told].join('. '))),
    notes: slide.notesHtml === '' || goesOn ? undefined : ownHtml(slide.notesHtml),
  };
}
