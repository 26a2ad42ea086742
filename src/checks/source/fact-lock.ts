import { defineCodes, isObject, type Diagnostic, type Json, type Span } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { slidesOf, type Slide } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { listingLayouts, passagesOf } from '../texts/index.ts';
import { factsIn, type Fact, type FactStore } from './facts.ts';
import { allSupport, supportOf, type Support } from './support.ts';

const { table, diagnostic } = defineCodes({
  'source/fact-unsupported': {
    severity: 'warning',
    summary:
      'A number, unit, gene, receptor, abbreviation or drug on a slide is in none of the statements it covers and references it cites.',
    why: 'A wrong digit or a wrong receptor is the mistake an audience of experts sees first, and nobody can trace where it came from.',
    mend: 'Correct it, cover the statement or cite the reference that says it, add it to `facts` of the reference, or waive it with `ignore` and a reason.',
  },
  'source/number-unsupported': {
    severity: 'info',
    summary: 'A number stands on a slide that covers no statement and cites nothing that has it.',
    why: 'Numbers that rest on nothing are taken on trust.',
    mend: 'Cite the reference that has it, or cover the statement.',
  },
});

/** Layouts whose texts order the lesson or ask, and claim nothing. */
const withoutClaims = new Set(['break', 'discussion', 'poll', 'section', 'think-pair-share', 'title']);
/** More numbers than this in a chart are a data set of its own, not facts of a text. */
const mostChartNumbers = 24;

interface Claim {
  readonly text: string;
  readonly at: Span;
}

/** The value beside a number that holds its unit: `{ value: 31, unit: "%" }`. */
function unitBeside(slide: Slide, pointer: string): string {
  if (!pointer.endsWith('/value')) return '';
  let holder: Json | undefined = slide.fields;
  for (const step of pointer.split('/').slice(1, -1)) {
    holder = Array.isArray(holder)
      ? (holder[Number(step)] as Json | undefined)
      : isObject(holder)
        ? holder[step]
        : undefined;
  }
  return isObject(holder) && typeof holder.unit === 'string' ? ` ${holder.unit}` : '';
}

const withoutFormulas = (markdown: string): string =>
  plainText(markdown.replace(/\$\$[\s\S]*?\$\$|(?<![\p{L}\d])\$(?=\S)(?:\\.|[^$\\\n])*\$(?!\d)/gu, ' '));

/** The texts of a slide that may hold facts. */
function claimsOf(context: CheckContext, slide: Slide): readonly Claim[] {
  const written = passagesOf(context, slide)
    .filter(({ pointer }) => !pointer.endsWith('/unit'))
    .map(({ markdown, pointer, at }) => ({ text: withoutFormulas(markdown) + unitBeside(slide, pointer), at }));
  return [...written, ...chartClaims(context, slide)];
}

/** The numbers and names in the data of a chart, when they are few. */
function chartClaims({ composition }: CheckContext, slide: Slide): readonly Claim[] {
  return composition.drawings
    .filter((drawing) => drawing.slide === slide.id && drawing.kind === 'chart')
    .flatMap(({ data }) => {
      const text = isObject(data) && typeof data.data === 'string' ? data.data : '';
      const [, ...rows] = text.split('\n');
      // In CSV a comma divides cells; numbers have a point.
      const cells = rows.flatMap((row) => row.split(','));
      const isLarge = cells.filter((cell) => /^\s*-?\d/.test(cell)).length > mostChartNumbers;
      return isLarge ? [] : cells.map((cell) => ({ text: cell, at: slide.places.value('/data') }));
    });
}

/** Where else the lesson says the same, for the help. */
function elsewhere(fact: Fact, support: readonly Support[]): readonly Support[] {
  return support.filter(({ store }) => store.has(fact)).slice(0, 3);
}

function finding(slide: Slide, fact: Fact, at: Span, support: readonly Support[]): Diagnostic {
  const places = elsewhere(fact, support);
  const related = places.map((place) => ({ at: place.at, message: `Here it occurs, in ${place.name}.` }));
  const help = [
    ...places.map((place) => `It occurs in ${place.name}: add \`${place.link}\`.`),
    ...(places.length > 0
      ? []
      : ['It occurs nowhere in the source and the references: check it, then add it to `facts` of a reference.']),
    'If it needs no source: `ignore: [{ check: source/fact-unsupported, reason: … }]`.',
  ];
  const what = fact.kind === 'name' ? 'names' : 'says';
  const message = `Slide "${slide.id}" ${what} “${fact.written}”, which nothing it covers or cites supports.`;
  return diagnostic('source/fact-unsupported', message, { at, related, help });
}

function looseNumber(slide: Slide, fact: Fact, at: Span): Diagnostic {
  const message = `Slide "${slide.id}" says “${fact.written}” and rests on no statement or reference.`;
  return diagnostic('source/number-unsupported', message, {
    at,
    help: ['Add `covers` or `cites` with what it rests on.'],
  });
}

/** Each unsupported fact of a slide once, with the first place that has it. */
function unsupported(claims: readonly Claim[], store: FactStore): ReadonlyMap<string, { fact: Fact; at: Span }> {
  const found = new Map<string, { fact: Fact; at: Span }>();
  for (const { text, at } of claims) {
    for (const fact of factsIn(text)) {
      const key = fact.kind === 'name' ? fact.key : `${fact.values[0]}`;
      if (!found.has(key) && !store.has(fact)) found.set(key, { fact, at });
    }
  }
  return found;
}

export const factLockCheck: Check = {
  name: 'fact-lock',
  codes: table,
  run(context) {
    const { lesson } = context;
    if (lesson.source === undefined) return [];
    const support = allSupport(lesson);
    return slidesOf(lesson).flatMap(({ slide }) => {
      if (listingLayouts.has(slide.layout) || withoutClaims.has(slide.layout)) return [];
      const found = [...unsupported(claimsOf(context, slide), supportOf(context, slide)).values()];
      if (slide.covers.length > 0) return found.map(({ fact, at }) => finding(slide, fact, at, support));
      return found.flatMap(({ fact, at }) => (fact.kind === 'number' ? [looseNumber(slide, fact, at)] : []));
    });
  },
};
