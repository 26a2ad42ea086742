import { ownHtml } from '../../compose/index.ts';
import {
  frontOf,
  glossaryOf,
  plainLines,
  readSlide,
  referencesOf,
  slideView,
  wordsOfNodes,
  writeHtml,
} from '../../documents/index.ts';
import { shapeOf, type DeckSlide } from '../../model/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';

/** Lines to write on; what does not fit the room beside a slide is not shown. */
const lines = Array.from({ length: 30 }, () => 0);

/** More lines than these need a smaller picture above them, lest the last stand on a page of their own. */
const mostLines = 12;

/** About how many lines a slide's words take in large print; a row of a table is as high as its fullest cell. */
const linesIn = (body: Parameters<typeof plainLines>[0]): number =>
  plainLines(body).reduce((sum, line) => sum + Math.ceil(line.length / (line.includes(' | ') ? 24 : 48)), 0);

/** What the template of the handout sees. */
export function handoutContext(input: FormatInput, isLarge: boolean): object {
  const { lesson, deck, papers } = input;
  const desk = deskOf(input);
  const sections = lesson.sections.map(({ id, title }) => ({
    title: desk.inline(title),
    slides: deck.slides.filter(({ section }) => section === id).map((slide) => cardOf(slide, input, isLarge)),
  }));
  return {
    ...frontOf(lesson, desk, desk.word('documents/handout')),
    form: isLarge ? 'large' : `form-${papers.slides}`,
    isTall: shapeOf(deck.size) === '4:3',
    isLarge,
    forTeacher: showsNotes(input),
    sections: sections.filter(({ slides }) => slides.length > 0),
    glossary: glossaryOf(lesson, desk),
    references: referencesOf(lesson, desk),
    lines,
  };
}

/** Notes stand in the edition for teachers alone. */
const showsNotes = ({ papers, audience }: FormatInput): boolean => papers.text === 'notes' && audience === 'teacher';

function cardOf(slide: DeckSlide, input: FormatInput, isLarge: boolean) {
  const desk = deskOf(input);
  const { title, body, pictures } = readSlide(slide.html, { pictures: false, formulas: 'set', level: 4 });
  const number = desk.word('documents/slide', { n: slide.number });
  const told = pictures.map(({ alt }) => alt).filter((alt) => alt !== '');
  const words = wordsOfNodes(body);
  // Six slides a page leave no room for words: those who do not see the picture hear them.
  const isBare = input.papers.slides === 6 && !isLarge;
  const text = showsNotes(input) ? slide.notesHtml : isBare || input.papers.text === 'none' ? '' : writeHtml(body);
  return {
    number,
    title: title.length === 0 ? ownHtml(slide.title) : ownHtml(writeHtml(title)),
    lang: slide.lang,
    view: ownHtml(slideView(slide, [number, ...told, ...(isBare ? [words] : [])].join('. '))),
    text: text === '' ? undefined : ownHtml(text),
    isLong: linesIn(body) > mostLines,
  };
}
