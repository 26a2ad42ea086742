import type { DraftSlide } from './slide.ts';

/** Where a slide of a layout has room for one more sentence. */
const places: Readonly<Record<string, string>> = {
  bullets: 'aside',
  cascade: 'note',
  formula: 'note',
  'key-figure': 'note',
  quote: 'comment',
  table: 'caption',
  timeline: 'note',
};

/** A longer sentence can fill a slide. */
const mostWords = 20;
/** A longer list needs its whole slide. */
const mostItems = 4;

const wordsOf = (sentences: DraftSlide['sentences']): number => sentences.reduce((sum, { words }) => sum + words, 0);
/** So much a definition takes. */
const mostDefined = 48;

/** A list of this length leaves room for a paragraph. */
const shortList = { items: 6, words: 36 };
const endsInList = /(?:^|\n)\d+\. [^\n]*$/;

const isShort = ({ sentences }: DraftSlide): boolean =>
  sentences.length <= shortList.items && wordsOf(sentences) <= shortList.words;

/** The one sentence of a slide that has nothing else. */
function loneOf({ layout, fields, sentences }: DraftSlide): string | undefined {
  const [first, ...more] = sentences;
  const isLone = layout === 'statement' && more.length === 0 && Object.keys(fields).join() === 'body';
  return isLone && first !== undefined && first.words <= mostWords ? first.markdown : undefined;
}

function withRemark(slide: DraftSlide, remark: DraftSlide, text: string): DraftSlide | undefined {
  const { layout, fields } = slide;
  const sentences = [...slide.sentences, ...remark.sentences];
  if (
    layout === 'definition' &&
    fields.example === undefined &&
    wordsOf(sentences) <= mostDefined &&
    typeof fields.definition === 'string'
  )
    return { ...slide, fields: { ...fields, definition: `${fields.definition}\n\n${text}` }, sentences };
  if (layout === 'statement' && typeof fields.body === 'string' && endsInList.test(fields.body))
    return isShort(slide)
      ? { ...slide, fields: { ...fields, body: `${fields.body}\n\n${text}` }, sentences }
      : undefined;
  const place = places[layout];
  if (place === undefined || fields[place] !== undefined) return undefined;
  const isFull =
    layout === 'bullets' &&
    (fields.image !== undefined || !Array.isArray(fields.bullets) || fields.bullets.length > mostItems);
  return isFull ? undefined : { ...slide, fields: { ...fields, [place]: text }, sentences };
}

/**
 * A sentence that would have a slide for itself stands as a remark on the slide before, where that has room.
 * @param starts slides that begin under a heading of their own.
 */
export function withRemarks(slides: readonly DraftSlide[], starts: ReadonlySet<number>): readonly DraftSlide[] {
  const result: DraftSlide[] = [];
  slides.forEach((slide, i) => {
    const last = result.at(-1);
    const text = starts.has(i) ? undefined : loneOf(slide);
    const joined = last !== undefined && text !== undefined ? withRemark(last, slide, text) : undefined;
    if (joined === undefined) result.push(slide);
    else result.splice(-1, 1, joined);
  });
  return result;
}
