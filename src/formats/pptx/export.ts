import type { Diagnostic } from '../../base/index.ts';
import { plainTitle } from '../../compose/index.ts';
import { plainLines, readHtml, writeZip } from '../../documents/index.ts';
import { isInPlan, type BrowserPage, type Deck, type DeckSlide } from '../../model/index.ts';
import type { FormatInput, PageResult } from '../format.ts';
import { metadataOf } from '../pdf/index.ts';
import { diagnostic } from './codes.ts';
import { withCharts, type PlainChart } from './charts.ts';
import { mediaOf, picturesOf, type MadeMedia } from './media.ts';
import { sceneOf } from './read.ts';
import type { PictureItem, SceneSlide } from './scene.ts';
import { mathXml } from './write/math.ts';
import { presentationParts } from './write/package.ts';
import { encodeRecord, recordOf } from '../../import/index.ts';
import type { DeckPlan, SlidePlan } from './write/plan.ts';
import { seenOf } from './write/seen.ts';

const named = {
  formula: 'a formula',
  drawing: 'the shapes of a drawing',
  ornament: 'an ornament',
  other: 'a part',
} as const;

/** Whether a picture only stands in for a formula where a program shows none. */
const isText = ({ formula }: PictureItem): boolean =>
  formula !== undefined && mathXml(formula.mathml, () => '') !== undefined;

/** What of a slide became a picture, or is missing. */
function findingsOf(slide: DeckSlide, scene: SceneSlide, { media }: MadeMedia): readonly Diagnostic[] {
  const pictures = picturesOf(scene.items);
  const lost = pictures.filter(({ source }) => media[source] === undefined);
  const shown = pictures.filter((picture) => !isText(picture));
  const kinds = [...new Set(shown.flatMap(({ why }) => (why === undefined || why === 'ornament' ? [] : [why])))];
  return [
    ...kinds.map((why) => {
      const count = shown.filter((picture) => picture.why === why).length;
      const what =
        count === 1
          ? `${named[why]} of this slide is a picture`
          : `${named[why]}, ${count} times on this slide, is a picture`;
      return diagnostic('pptx/picture', `In deck.pptx, ${what}`, { at: slide.at });
    }),
    ...lost.map(({ alt }) =>
      diagnostic('pptx/lost', `deck.pptx lacks a picture${alt === '' ? '' : ` (“${alt}”)`}`, { at: slide.at }),
    ),
  ];
}

/** The charts of a slide that Office cannot draw from their numbers. */
const chartFindings = (slide: DeckSlide, scene: SceneSlide, plain: readonly PlainChart[]): readonly Diagnostic[] =>
  plain
    .filter((chart) => chart.slide.id === scene.id)
    .map(({ because }) =>
      diagnostic('pptx/chart', `In deck.pptx, a chart of this slide is a drawing: it shows ${because}`, {
        at: slide.at,
      }),
    );

function planOf(slide: DeckSlide, scene: SceneSlide, input: FormatInput): SlidePlan {
  const first = input.lesson.plans[0];
  return {
    scene,
    title: slide.title,
    section: slide.section,
    isHidden: input.planDecks.length > 0 && first !== undefined && !isInPlan(first.id, slide),
    notes: input.audience === 'teacher' ? plainLines(readHtml(slide.notesHtml)) : [],
  };
}

/** The slides of the first time plan as it shows them, and those of others where they belong, to be hidden. */
export function deckForOffice({ deck, planDecks }: FormatInput): Deck {
  const first = planDecks[0]?.deck;
  if (!first) return deck;
  const shown = new Map(first.slides.map((slide) => [slide.id, slide]));
  return { ...deck, slides: deck.slides.map((slide) => shown.get(slide.id) ?? slide) };
}

/** What the deck says of itself: where each text of it stands in the outline. */
function recordTexts(deck: Deck, slides: readonly SlidePlan[], { lesson }: FormatInput): readonly string[] {
  const seen = slides.map((plan, i) => ({
    id: plan.scene.id.startsWith('s-') ? plan.scene.id.slice(2) : plan.scene.id,
    slide: deck.slides[i]?.slide ?? '',
    shapes: seenOf(plan),
    ...(plan.isHidden && { isHidden: true as const }),
    notes: plan.notes.map((line) => [[{ text: line }]]),
  }));
  return encodeRecord(recordOf(lesson, seen));
}

/** Writes the loaded deck for PowerPoint. */
export async function exportDeck(page: BrowserPage, deck: Deck, input: FormatInput): Promise<PageResult> {
  const read = await sceneOf(page);
  const { slides: drawn, plain } = withCharts(read.slides, input.assets);
  const scene = { ...read, slides: drawn };
  const made = await mediaOf(page, scene);
  const pairs = deck.slides.flatMap((slide, i): (readonly [DeckSlide, SceneSlide])[] => {
    const own = scene.slides[i];
    return own ? [[slide, own]] : [];
  });
  const slides = pairs.map(([slide, own]) => planOf(slide, own, input));
  const plan: DeckPlan = {
    slides,
    record: recordTexts(deck, slides, input),
    sections: new Map(input.lesson.sections.map(({ id, title }) => [id, plainTitle(title)])),
    metadata: metadataOf(input),
    theme: 'Lectern',
    ...made,
  };
  return {
    bytes: writeZip(presentationParts(plan)),
    diagnostics: pairs.flatMap(([slide, own]) => [
      ...findingsOf(slide, own, made),
      ...chartFindings(slide, own, plain),
    ]),
  };
}
