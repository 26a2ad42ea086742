import { plainTitle } from '../../compose/index.ts';
import { partOf, readHtml, readSlide, writeHtml, type ReadingWish } from '../../documents/index.ts';
import type { DeckSlide } from '../../model/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';

/** A slide as a passage to read, with all that it goes on with. */
interface Passage {
  readonly id: string;
  /** HTML; the title of its first slide. */
  readonly title: string;
  readonly lang: string | undefined;
  readonly body: string;
  /** What the lecturer says, in the edition for teachers. */
  readonly notes: string;
}

/** A section of the lesson. */
export interface Chapter {
  readonly id: string;
  /** HTML. */
  readonly title: string;
  /** Plain text, for lists. */
  readonly name: string;
  readonly passages: readonly Passage[];
}

/** The lesson as text: sections, in them a passage a slide. */
export function chaptersOf(input: FormatInput): readonly Chapter[] {
  const { lesson, deck } = input;
  const desk = deskOf(input);
  const wish: ReadingWish = {
    pictures: true,
    formulas: 'mathml',
    level: 4,
    description: desk.word('documents/description'),
  };
  const chapters = lesson.sections.map(({ id, title }) => ({
    id: `part-${id}`,
    title: asXml(desk.inline(title).markdown),
    name: plainTitle(title),
    passages: passagesOf(
      deck.slides.filter((slide) => slide.section === id),
      wish,
      input.audience === 'teacher',
    ),
  }));
  return chapters.filter(({ passages }) => passages.length > 0);
}

/** The same HTML as XML. */
export const asXml = (html: string): string => writeHtml(readHtml(html));

function passagesOf(slides: readonly DeckSlide[], wish: ReadingWish, hasNotes: boolean): readonly Passage[] {
  const passages: Passage[] = [];
  let before: DeckSlide | undefined;
  for (const slide of slides) {
    const { title, body } = readSlide(slide.html, wish);
    const written = writeHtml(body);
    const goesOn = before?.slide === slide.slide && partOf(slide.title).part > 1;
    const last = passages.at(-1);
    if (goesOn && last) passages.splice(-1, 1, { ...last, body: last.body + written });
    else
      passages.push({
        id: `slide-${slide.id}`,
        title: withoutPart(title.length === 0 ? escapeText(slide.title) : writeHtml(title)),
        lang: slide.lang,
        body: written,
        notes: hasNotes ? asXml(slide.notesHtml) : '',
      });
    before = slide;
  }
  return passages;
}

const escapeText = (text: string): string => writeHtml([{ text }]);

/** A title without the “(1/3)” of a slide that goes on. */
const withoutPart = (title: string): string => title.replace(/ \(1\/\d+\)(?=\s*$)/, '').trim();
