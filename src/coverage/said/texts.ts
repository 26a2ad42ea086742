import { isObject, type Json } from '../../base/index.ts';
import { slidesOf, type Deck, type Lesson, type Slide, type SlideId } from '../../model/index.ts';
import { htmlText } from '../../parse/index.ts';
import { textsOf } from '../../questions/index.ts';

/** What a slide says, and what is said beside it. */
export interface SlideTexts {
  readonly shown: readonly string[];
  readonly notes: string;
}

/** A path or an address: it names something and says nothing. */
const isName = (text: string): boolean => /^[\w./#:?=&%+-]+\.[a-z0-9]{2,5}$|^https?:\S+$/i.test(text.trim());

function strings(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return isName(value) ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item: Json) => strings(item));
  return isObject(value) ? Object.values(value).flatMap(strings) : [];
}

/** The texts of the question that a slide asks. */
function questionTexts(lesson: Lesson, slide: Slide): readonly string[] {
  const asked = slide.fields.question;
  const question = lesson.quiz.find(({ id }) => id === asked);
  return question === undefined ? [] : textsOf(question);
}

/**
 * The texts of each slide: its fields as written, and everything that its rendered form shows, figures included.
 * @param deck the rendered slides; without them the words inside figures are not known.
 */
export function slideTexts(lesson: Lesson, deck: Deck | undefined): ReadonlyMap<SlideId, SlideTexts> {
  const rendered = new Map<SlideId, string[]>();
  for (const { slide, html } of deck?.slides ?? [])
    rendered.set(slide, [...(rendered.get(slide) ?? []), htmlText(html)]);
  return new Map(
    slidesOf(lesson).map(({ slide }) => [
      slide.id,
      {
        shown: [
          slide.title ?? '',
          ...strings(slide.fields),
          ...questionTexts(lesson, slide),
          ...(rendered.get(slide.id) ?? []),
        ],
        notes: slide.notes ?? '',
      },
    ]),
  );
}
