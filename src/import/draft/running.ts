import type { Sentence } from './items.ts';
import { pointsBack } from './phrases.ts';
import { rules } from './rules.ts';
import { paragraphs, type DraftSlide } from './slide.ts';
import { titled } from './titles.ts';

/** So much running text a slide takes. */
const mostSentences = 4;
const mostWords = 48;
/** A slide with less is nearly empty: its text joins that beside it. */
const fewWords = 14;

const wordsOf = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { words }) => sum + words, 0);

/** Sentences in portions that a slide holds; paragraphs stay together where they can. */
function portions(sentences: readonly Sentence[]): readonly Sentence[][] {
  const made: Sentence[][] = [];
  let open: Sentence[] = [];
  const close = (): void => {
    if (open.length > 0) made.push(open);
    open = [];
  };
  for (const sentence of sentences) {
    const isNew = open.at(-1)?.paragraph !== sentence.paragraph;
    const isFull = open.length >= mostSentences || wordsOf(open) + sentence.words > mostWords;
    // What points back stays with what it points to.
    const isBound = !isNew && pointsBack.test(sentence.text) && wordsOf(open) + sentence.words <= mostWords + fewWords;
    if (open.length > 0 && !isBound && (isFull || (isNew && wordsOf(open) >= mostWords / 2))) close();
    open.push(sentence);
  }
  close();
  return joined(made);
}

/** One sentence looks lost on a slide, and so do a few words. */
const isLone = (portion: readonly Sentence[]): boolean => portion.length === 1 || wordsOf(portion) < fewWords;

/** Lone sentences join the one before them, or else the one behind. */
function joined(made: readonly Sentence[][]): readonly Sentence[][] {
  const result: Sentence[][] = [];
  for (const portion of made) {
    const last = result.at(-1);
    const isSmall = isLone(portion) || (last !== undefined && isLone(last));
    if (last !== undefined && isSmall && wordsOf(last) + wordsOf(portion) <= mostWords + fewWords)
      last.push(...portion);
    else result.push([...portion]);
  }
  return result;
}

function textSlide(sentences: readonly Sentence[], topic: string, named: Set<string>): DraftSlide {
  const { title, rest, states } = titled(sentences, topic, named);
  return { layout: 'statement', title, fields: { body: paragraphs(rest) }, sentences, ...(states && { states }) };
}

/** Slides for running text: where a rule fits, in its layout; the rest as statements. */
export function runningSlides(
  sentences: readonly Sentence[],
  topic: string,
  named: Set<string>,
): readonly DraftSlide[] {
  const slides: DraftSlide[] = [];
  let plain: Sentence[] = [];
  const close = (): void => {
    slides.push(...portions(plain).map((portion) => textSlide(portion, topic, named)));
    plain = [];
  };
  for (let i = 0; i < sentences.length;) {
    const sentence = sentences[i];
    if (sentence === undefined) break;
    const here = {
      sentences: sentences.slice(i, i + 6),
      topic,
      begins: sentences[i - 1]?.paragraph !== sentence.paragraph,
    };
    const found = rules.map((rule) => rule(here)).find((slide) => slide !== undefined);
    if (found === undefined) plain.push(sentence);
    else {
      close();
      slides.push(found);
    }
    i += found?.sentences.length ?? 1;
  }
  close();
  return slides;
}
