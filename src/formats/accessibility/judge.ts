import { criteria, type Criterion, type Rule } from './criteria.ts';
import type { Facts, Finding, Item } from './facts.ts';
import type { PersonTask, Reason } from './asked.ts';

/** What can be said of one criterion in one kind of file; never more than was tested. */
export type Verdict =
  | { readonly verdict: 'pass'; readonly by: 'tests' | 'pdf-ua'; readonly codes?: readonly string[] }
  | { readonly verdict: 'fails'; readonly findings: readonly Finding[] }
  | { readonly verdict: 'absent'; readonly reason: Reason }
  | {
      readonly verdict: 'person';
      readonly task: PersonTask;
      /** What is to be looked at; none when it is the file as a whole. */
      readonly items: readonly Item[];
      /** What tests found in order already. */
      readonly tested: readonly string[];
    }
  /** The file was not made in this build, or not checked. */
  | { readonly verdict: 'untested' };

export interface Row {
  readonly criterion: Criterion;
  readonly html: Verdict;
  readonly pdf: Verdict;
}

/** What tasks are about: when there is none of it, the task falls away. */
const subjects: Readonly<Partial<Record<PersonTask, (facts: Facts) => readonly Item[]>>> = {
  alternatives: ({ pictures, decorative }) => [...pictures, ...decorative],
  colour: ({ pictures }) => pictures,
  graphics: ({ pictures }) => pictures,
  imagesOfText: ({ rasters }) => rasters,
  rasterContrast: ({ rasters }) => rasters,
  links: ({ links }) => links,
  structure: ({ tables }) => tables,
  parts: ({ parts }) => parts,
  headings: ({ titles }) => titles,
};

/** Tasks that are about the lesson even when there is none of what is listed. */
const always = new Set<PersonTask>(['colour', 'structure', 'parts', 'graphics']);

const nothingOf: Readonly<Partial<Record<PersonTask, Reason>>> = {
  alternatives: 'pictures',
  imagesOfText: 'rasters',
  links: 'links',
};

/** Findings that leave no doubt; what others mean, a person must say. */
const failures = new Set([
  'picture/alt-missing',
  'outline/missing-alt',
  'slide/contrast',
  'image/animated',
  'table/cells',
  'pdf/not-accessible',
  'pdf/unfinished',
]);

const asItem = ({ message, ...place }: Finding): Item => ({ ...place, text: message });

function judge(rule: Rule, facts: Facts, isMade: boolean): Verdict {
  if (!isMade) return { verdict: 'untested' };
  if (rule.by === 'absent' && rule.reason === 'media' && facts.hasMedia) return { verdict: 'untested' };
  if (rule.by === 'absent') return { verdict: 'absent', reason: rule.reason };
  if (rule.by === 'person') return askPerson(rule.person, facts, []);
  const wanted = rule.by === 'tests' ? rule.codes : ['pdf/not-accessible', 'pdf/unfinished'];
  const codes = wanted.filter((code) => !facts.notRun.has(code));
  const found = facts.findings.filter(({ code }) => wanted.includes(code));
  // What the author has set aside with a reason a person must judge; where none is asked, it counts.
  const findings = found.filter(
    ({ code, aside }) => failures.has(code) && (aside === undefined || rule.person === undefined),
  );
  if (findings.length > 0) return { verdict: 'fails', findings };
  if (rule.person !== undefined && found.length > 0)
    return { verdict: 'person', task: rule.person, items: found.map(asItem), tested: [] };
  if (rule.by === 'tests' && !facts.isChecked) return { verdict: 'untested' };
  if (codes.length === 0)
    return rule.person === undefined ? { verdict: 'untested' } : askPerson(rule.person, facts, []);
  if (rule.person !== undefined && isAsked(rule.person, facts)) return askPerson(rule.person, facts, codes);
  const nothing = rule.person && nothingOf[rule.person];
  if (nothing) return { verdict: 'absent', reason: nothing };
  return { verdict: 'pass', by: rule.by, ...(rule.by === 'tests' ? { codes } : {}) };
}

const isAsked = (task: PersonTask, facts: Facts): boolean =>
  always.has(task) || (subjects[task]?.(facts).length ?? 1) > 0;

function askPerson(task: PersonTask, facts: Facts, tested: readonly string[]): Verdict {
  const reason = nothingOf[task];
  if (reason !== undefined && !isAsked(task, facts)) return { verdict: 'absent', reason };
  return { verdict: 'person', task, items: subjects[task]?.(facts) ?? [], tested };
}

/** Every criterion, judged for the HTML deck and for the PDF. */
export const judgeAll = (facts: Facts): readonly Row[] =>
  criteria.map((criterion) => ({
    criterion,
    html: judge(criterion.html, facts, facts.hasHtml),
    pdf: judge(criterion.pdf, facts, facts.hasPdf),
  }));

/** Clauses of EN 301 549 v3.2.1 that hold the criterion: 9 for web pages, 10 for documents. */
export function clausesOf({ id, isNew, webOnly }: Criterion): { readonly html?: string; readonly pdf?: string } {
  if (isNew) return {};
  return { html: `9.${id}`, ...(webOnly ? {} : { pdf: `10.${id}` }) };
}
