import { bullets, codeSlide, formulaSlide, listText, tableSlides } from './blocks.ts';
import { chartSlides } from './chart.ts';
import type { Item, Sentence } from './items.ts';
import { paragraphs, shown, type DraftSection, type DraftSlide } from './slide.ts';

type Text = Extract<Item, { kind: 'paragraph' | 'list' | 'heading' }>;

/** A slide of a deck as a slide of the lesson: its title stays, its text stays together, its picture stands beside it. */
export function deckSection(items: readonly Item[], topic: string, pictures: ReadonlySet<string>): DraftSection {
  const texts = items.filter(
    (item): item is Text => item.kind === 'paragraph' || item.kind === 'list' || item.kind === 'heading',
  );
  const images = items.flatMap((item) =>
    item.kind === 'picture' && pictures.has(item.src) ? [{ src: item.src, alt: item.alt || `TODO: ${topic}` }] : [],
  );
  const others = items.flatMap((item): readonly DraftSlide[] => {
    if (item.kind === 'table') return chartSlides(item, topic) ?? tableSlides(item, { topic });
    if (item.kind === 'formula') return [formulaSlide(item, { topic })];
    return item.kind === 'code' ? [codeSlide(item, { topic })] : [];
  });
  const main = texts.length === 0 ? undefined : textSlide(texts, topic, images[0]);
  const alone = main === undefined ? images : images.slice(1);
  return {
    slides: [
      ...(main === undefined ? [] : [main]),
      ...alone.map((image) => ({ layout: 'image', title: topic, fields: { image }, sentences: [] })),
      ...others,
    ],
    notes: items.flatMap((item) => (item.kind === 'notes' ? item.sentences : [])),
  };
}

const sentencesOf = (item: Text): readonly Sentence[] =>
  item.kind === 'heading'
    ? []
    : item.kind === 'paragraph'
      ? item.sentences
      : item.points.flatMap(({ sentences }) => sentences);

function textSlide(texts: readonly Text[], title: string, image: unknown): DraftSlide {
  const sentences = texts.flatMap(sentencesOf);
  const picture = image === undefined ? {} : { image };
  const [only] = texts;
  if (texts.length === 1 && only?.kind === 'list' && !only.ordered)
    return { layout: 'bullets', title, fields: { bullets: bullets(only.points), ...picture }, sentences };
  const body = texts
    .map((item) => {
      if (item.kind === 'heading') return `**${item.title}**`;
      return item.kind === 'paragraph' ? paragraphText(item) : listText(item.points, item.ordered);
    })
    .join('\n\n');
  return { layout: 'statement', title, fields: { body, ...picture }, sentences };
}

const paragraphText = ({ sentences, quote }: Extract<Text, { kind: 'paragraph' }>): string =>
  quote
    ? `> ${sentences.map((one) => shown(one)).join(' ')}`
    : sentences.length > 3
      ? paragraphs(sentences)
      : sentences.map((one) => shown(one)).join(' ');
