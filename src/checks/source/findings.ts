import type { Details, Related, Span } from '../../base/index.ts';
import type { Slide } from '../../model/index.ts';
import type { Fact } from './facts.ts';
import type { Support } from './support.ts';

/** A fact of a slide that nothing supports, with the first place that has it. */
export interface Loose {
  readonly fact: Fact;
  readonly at: Span;
}

/** The words of one finding. */
export interface Finding {
  readonly message: string;
  readonly details: Details;
}

/** Most places elsewhere in the lesson that a finding points out. */
const mostPlaces = 4;

const quoted = (facts: readonly Loose[]): string => {
  const words = facts.map(({ fact }) => `“${fact.written}”`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
};

/** The other fields of the slide that hold such facts, each once. */
function otherFields(loose: readonly Loose[]): readonly Related[] {
  const [, ...starts] = new Set(loose.map(({ at }) => at.start));
  return starts.flatMap((start) => {
    const group = loose.filter(({ at }) => at.start === start);
    return group.slice(0, 1).map(({ at }) => ({ at, message: `Here it says ${quoted(group)}.` }));
  });
}

/** One finding for all facts of a slide that what it covers and cites does not hold. */
export function unsupportedFacts(slide: Slide, loose: readonly Loose[], support: readonly Support[]): Finding {
  const elsewhere = loose.flatMap(({ fact }) => {
    const place = support.find(({ store }) => store.has(fact));
    return place === undefined ? [] : [{ fact, place }];
  });
  const nowhere = loose.filter(({ fact }) => !support.some(({ store }) => store.has(fact)));
  const shown = elsewhere.slice(0, mostPlaces);
  const help = [
    // The same bare number in another statement says nothing: only names and numbers with a unit hint at what is meant.
    ...shown
      .filter(({ fact }) => fact.kind === 'name' || fact.unit !== undefined)
      .map(
        ({ fact, place }) => `“${fact.written}” occurs in ${place.name}: if that says the same, add \`${place.link}\`.`,
      ),
    ...(nowhere.length === 0
      ? []
      : [`Nowhere in the source and the references: ${quoted(nowhere)}. Check, then add to \`facts\` of a reference.`]),
    'What needs no source: `ignore: [{ check: source/fact-unsupported, reason: … }]`.',
  ];
  const sources = shown.map(({ fact, place }) => ({ at: place.at, message: `“${fact.written}” in ${place.name}.` }));
  return {
    message: `Slide "${slide.id}" says ${quoted(loose)}, which nothing it covers or cites supports.`,
    details: { ...placeOf(loose), related: [...otherFields(loose), ...sources], help },
  };
}

/** One finding for all numbers of a slide that rests on no statement. */
export function looseNumbers(slide: Slide, loose: readonly Loose[]): Finding {
  return {
    message: `Slide "${slide.id}" says ${quoted(loose)} and rests on no statement or reference.`,
    details: {
      ...placeOf(loose),
      related: otherFields(loose),
      help: ['Add `covers` or `cites` with what it rests on.'],
    },
  };
}

const placeOf = ([first]: readonly Loose[]): Details => (first === undefined ? {} : { at: first.at });
