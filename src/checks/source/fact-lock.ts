import { defineCodes, isObject, type Json, type Span } from '../../base/index.ts';
import { withoutFormulas } from '../../compose/index.ts';
import { slidesOf, type LayoutRole, type Slide } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { passagesOf } from '../texts/index.ts';
import { factsIn, type FactStore } from './facts.ts';
import { looseNumbers, unsupportedFacts, type Loose } from './findings.ts';
import { allSupport, supportOf } from './support.ts';

const { table, diagnostic } = defineCodes({
  'source/fact-unsupported': {
    severity: 'warning',
    summary:
      'Numbers, units, genes, receptors, abbreviations or drugs on a slide are in none of the statements it covers and references it cites.',
    why: 'A wrong digit or a wrong receptor is the mistake an audience of experts sees first, and nobody can trace where it came from.',
    mend: 'Correct them, cover the statement or cite the reference that says them, add them to `facts` of the reference, or waive the finding with `ignore` and a reason.',
  },
  'source/number-unsupported': {
    severity: 'info',
    summary: 'Numbers stand on a slide that covers no statement and cites nothing that has them.',
    why: 'Numbers that rest on nothing are taken on trust.',
    mend: 'Cite the reference that has them, or cover the statement.',
  },
});

/** Layouts whose texts order the lesson or ask, and claim nothing. */
/** Roles of slides that state facts of their own. */
const withClaims: ReadonlySet<LayoutRole> = new Set(['teaching', 'closing']);
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

/** Whether a passage is the number of its own row in a table: `1` in the first cell of the first row. */
function isRowNumber(pointer: string, text: string): boolean {
  const row = /^\/rows\/(\d+)\/0$/.exec(pointer)?.[1];
  return row !== undefined && text.trim().replace(/\.$/, '') === String(Number(row) + 1);
}

/** Markdown without the numbers in the first column of its tables. */
const withoutRowNumbers = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) =>
      line.replace(/^\s*(\|\s*)?\d{1,2}\.?\s*(?=\|)/, (_, bar?: string) => (bar === undefined ? ' ' : '| ')),
    )
    .join('\n');

/** The texts of a slide that may hold facts. */
function claimsOf(context: CheckContext, slide: Slide): readonly Claim[] {
  const written = passagesOf(context, slide)
    .filter(({ pointer, plain }) => !pointer.endsWith('/unit') && !isRowNumber(pointer, plain))
    .map(({ markdown, pointer, at }) => ({
      text: withoutFormulas(withoutRowNumbers(markdown)) + unitBeside(slide, pointer),
      at,
    }));
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

/** Each unsupported fact of a slide once, with the first place that has it. */
function unsupported(claims: readonly Claim[], store: FactStore): readonly Loose[] {
  const found = new Map<string, Loose>();
  for (const { text, at } of claims) {
    for (const fact of factsIn(text)) {
      const key = fact.kind === 'name' ? fact.key : `${fact.values[0]}`;
      if (!found.has(key) && !store.has(fact)) found.set(key, { fact, at });
    }
  }
  return [...found.values()];
}

export const factLockCheck: Check = {
  name: 'fact-lock',
  codes: table,
  run(context) {
    const { lesson } = context;
    if (lesson.source === undefined) return [];
    const support = allSupport(lesson);
    return slidesOf(lesson).flatMap(({ slide }) => {
      if (!withClaims.has(slide.role)) return [];
      const found = unsupported(claimsOf(context, slide), supportOf(context, slide));
      const rests = slide.covers.length > 0;
      const loose = rests ? found : found.filter(({ fact }) => fact.kind === 'number');
      if (loose.length === 0) return [];
      const { message, details } = rests ? unsupportedFacts(slide, loose, support) : looseNumbers(slide, loose);
      return [diagnostic(rests ? 'source/fact-unsupported' : 'source/number-unsupported', message, details)];
    });
  },
};
