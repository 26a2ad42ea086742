import { asMarkdown } from '../escape.ts';
import type { Sentence } from './items.ts';
import {
  beginsWithCurrency,
  causes,
  contrast,
  dated,
  figure,
  firstStep,
  isDefined,
  nextStep,
  noTerm,
  pointsBack,
} from './phrases.ts';
import type { DraftSlide } from './slide.ts';
import { firstWords, longestTitle } from './titles.ts';

/** What a rule looks at: the sentences from here on, and what the text calls its topic. */
interface Here {
  readonly sentences: readonly Sentence[];
  readonly topic: string;
  /** Whether a paragraph begins here. */
  readonly begins: boolean;
}

/** Makes a slide of the first sentences, or nothing when they say nothing of its kind. */
export type Rule = (here: Here) => DraftSlide | undefined;

/** The sentences from the first on for which something holds. */
function run(
  sentences: readonly Sentence[],
  most: number,
  holds: (sentence: Sentence, i: number) => boolean,
): readonly Sentence[] {
  const end = sentences.slice(0, most).findIndex((sentence, i) => !holds(sentence, i));
  return sentences.slice(0, end < 0 ? most : end);
}

const withoutStop = (text: string): string => text.trim().replace(/[.;,:]$/u, '');

/** Years, one after another. */
const timelineRule: Rule = ({ sentences, topic }) => {
  const found = run(sentences, 6, ({ text }) => dated.test(text));
  if (found.length < 3) return undefined;
  const events = found.map(({ text }) => {
    const [, when = '', what = ''] = dated.exec(text) ?? [];
    return { when, label: asMarkdown(firstWords(withoutStop(what), 70)) };
  });
  return {
    layout: 'timeline',
    title: topic,
    fields: { events, alt: events.map(({ when, label }) => `${when}: ${label}`).join('; ') },
    sentences: found,
  };
};

/** First, then, finally. */
const stepsRule: Rule = ({ sentences, topic }) => {
  const found = run(sentences, 6, ({ text }, i) => (i === 0 ? firstStep : nextStep).test(text));
  if (found.length < 3) return undefined;
  if (found.length > 5 || found.some(({ text }) => text.length > 70)) return numbered(found, topic);
  return chain(
    found.map(({ text }) => withoutStop(text)),
    topic,
    found,
  );
};

const numbered = (sentences: readonly Sentence[], title: string): DraftSlide => ({
  layout: 'statement',
  title,
  fields: { body: sentences.map(({ markdown }, i) => `${i + 1}. ${markdown}`).join('\n') },
  sentences,
});

/** Labels with arrows between them. */
export const chain = (labels: readonly string[], title: string, sentences: readonly Sentence[]): DraftSlide => ({
  layout: 'cascade',
  title,
  fields: { nodes: labels.map((label) => ({ label: asMarkdown(label) })), alt: labels.join(' → ') },
  sentences,
});

/** One thing leads to another. */
const causeRule: Rule = ({ sentences: [first], topic }) => {
  if (first === undefined || first.text !== first.markdown || pointsBack.test(first.text)) return undefined;
  const labels: string[] = [];
  let rest = withoutStop(first.text);
  for (let match = causes.exec(rest); match !== null && labels.length < 3; match = causes.exec(rest)) {
    labels.push(match[1] ?? '');
    rest = (match[2] ?? '').trim();
  }
  if (labels.length === 0 || [...labels, rest].some((label) => label.length > 70 || !/\p{L}{3}/u.test(label)))
    return undefined;
  const title = first.text.length <= longestTitle ? withoutStop(first.text) : topic;
  return chain([...labels, rest], title, [first]);
};

const definition = new RegExp(
  `^((?:(?:An?|The|Een|De|Het|Eine?|Der|Die|Das|Une?|La|Le|Les|El|Los|Las|Un|Una|Uno|Il|Lo|I|Gli|O|A|Os|As|Um|Uma) |L[’'])?[\\p{L}\\p{N}][\\p{L}\\p{N}'’() -]{1,40}?) ${isDefined}(?=.{8})`,
  'u',
);

/** “X is a Y” at the start of a paragraph. */
const definitionRule: Rule = ({ sentences: [first, second], begins }) => {
  if (first === undefined || !begins || first.words > 45 || pointsBack.test(first.text) || noTerm.test(first.text))
    return undefined;
  const match = definition.exec(first.text);
  const term = match?.[1]?.trim();
  if (
    match === null ||
    term === undefined ||
    term.split(' ').length > 4 ||
    /(?<!\p{L})(?:that|dass|daß|dat|que|che)(?!\p{L})/iu.test(term)
  )
    return undefined;
  const isExample = second?.paragraph === first.paragraph && example.test(second.text) && second.words <= 30;
  const isMore = !isExample && second?.paragraph === first.paragraph && pointsBack.test(second.text);
  const more = isMore && second !== undefined && first.words + second.words <= 40 ? ` ${second.markdown}` : '';
  const bare = capitalized(term.replace(article, ''));
  return {
    layout: 'definition',
    fields: {
      term: asMarkdown(bare),
      definition: first.markdown + more,
      ...(isExample && second !== undefined && { example: second.markdown }),
    },
    sentences: (isExample || more !== '') && second !== undefined ? [first, second] : [first],
  };
};

const article =
  /^(?:(?:An?|The|Een|De|Het|Eine?|Der|Die|Das|Une?|La|Le|Les|El|Los|Las|Un|Una|Uno|Il|Lo|I|Gli|O|Os|As|Um|Uma) |L[’'])(?=.{2})/;
const example =
  /^(?:For example|For instance|An example|Bijvoorbeeld|Zo |Een voorbeeld|Zum Beispiel|Beispiel|Ein Beispiel|Par exemple|Un exemple|Por ejemplo|Un ejemplo|Per esempio|Ad esempio|Un esempio|Por exemplo|Um exemplo)/;
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** “A does this, whereas B does that”: two sides whose subjects stand before the word that they share. */
const contrastRule: Rule = ({ sentences: [first], topic }) => {
  if (first === undefined || first.text !== first.markdown) return undefined;
  const [, left = '', right = ''] = contrast.exec(withoutStop(first.text)) ?? [];
  const sides = [left, right].map((side) => side.trim().split(' '));
  const [one = [], other = []] = sides;
  const bare = (word: string | undefined): string => (word ?? '').toLowerCase();
  const shared = one.findIndex(
    (word, i) => i > 0 && i < 5 && other.slice(1, 5).some((same) => bare(same) === bare(word)),
  );
  if (shared < 1) return undefined;
  const at = other.findIndex((word, i) => i > 0 && bare(word) === bare(one[shared]));
  const side = (words: readonly string[], cut: number): unknown => ({
    title: asMarkdown(capitalized(words.slice(0, cut).join(' '))),
    points: [asMarkdown(words.slice(cut).join(' '))],
  });
  if (one.length - shared < 2 || other.length - at < 2) return undefined;
  const title = first.text.length <= longestTitle ? withoutStop(first.text) : topic;
  return { layout: 'comparison', title, fields: { sides: [side(one, shared), side(other, at)] }, sentences: [first] };
};

/** Numbers with what they count, in sentences that follow one another. */
const figuresRule: Rule = ({ sentences, topic }) => {
  const found = run(sentences, 3, ({ text }) => text.length <= 130 && figure.test(text));
  if (found.length < 2) return undefined;
  const figures = found.map(({ text, markdown }) => {
    const match = figure.exec(text)?.[0].trim() ?? '';
    return {
      value: asMarkdown(beginsWithCurrency(match) ? match : match.replace(/\s+/, '\u00a0')),
      label: withoutStop(markdown),
    };
  });
  return { layout: 'key-figure', title: topic, fields: { figures }, sentences: found };
};

/** In the order in which they are tried. */
export const rules: readonly Rule[] = [timelineRule, stepsRule, figuresRule, contrastRule, causeRule, definitionRule];
