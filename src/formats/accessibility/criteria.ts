import type { PersonTask, Reason } from './asked.ts';

/** How one criterion is judged in one kind of file. */
export type Rule =
  /** Decided by tests of this build: their findings, none of which may be there. */
  | { readonly by: 'tests'; readonly codes: readonly string[]; readonly person?: PersonTask }
  /** Decided by the rules of PDF/UA-1 and the comparison with the slides. */
  | { readonly by: 'pdf-ua'; readonly person?: PersonTask }
  /** What it is about is not there. */
  | { readonly by: 'absent'; readonly reason: Reason }
  /** A person must look, always. */
  | { readonly by: 'person'; readonly person: PersonTask };

/** A success criterion of WCAG 2.2, levels A and AA. */
export interface Criterion {
  readonly id: string;
  readonly level: 'A' | 'AA';
  /** New in WCAG 2.2: not in EN 301 549 v3.2.1. */
  readonly isNew?: true;
  /** Clause 10 of EN 301 549 leaves it empty: it is about a set of web pages. */
  readonly webOnly?: true;
  readonly html: Rule;
  readonly pdf: Rule;
}

const tests = (codes: readonly string[], person?: PersonTask): Rule => ({
  by: 'tests',
  codes,
  ...(person ? { person } : {}),
});
const person = (task: PersonTask): Rule => ({ by: 'person', person: task });
const absent = (reason: Reason): Rule => ({ by: 'absent', reason });
const pdfUa = (task?: PersonTask): Rule => ({ by: 'pdf-ua', ...(task ? { person: task } : {}) });
const both = (rule: Rule): { readonly html: Rule; readonly pdf: Rule } => ({ html: rule, pdf: rule });

const media = both(absent('media'));
const player = person('player');

const pictureCodes = [
  'picture/alt-missing',
  'picture/alt-short',
  'picture/alt-file-name',
  'picture/alt-repeats',
  'picture/alt-says-picture',
  'outline/missing-alt',
];

/** All criteria, in their order. */
export const criteria: readonly Criterion[] = [
  {
    id: '1.1.1',
    level: 'A',
    ...both(tests(pictureCodes, 'alternatives')),
  },
  {
    id: '1.2.1',
    level: 'A',
    ...media,
  },
  {
    id: '1.2.2',
    level: 'A',
    ...media,
  },
  {
    id: '1.2.3',
    level: 'A',
    ...media,
  },
  { id: '1.2.4', level: 'AA', ...media },
  {
    id: '1.2.5',
    level: 'AA',
    ...media,
  },
  {
    id: '1.3.1',
    level: 'A',
    html: tests(['slide/heading-order', 'table/empty-cell', 'table/cells'], 'structure'),
    pdf: pdfUa('structure'),
  },
  {
    id: '1.3.2',
    level: 'A',
    html: person('order'),
    pdf: pdfUa('order'),
  },
  {
    id: '1.3.3',
    level: 'A',
    ...both(tests(['text/colour-words'], 'sensory')),
  },
  { id: '1.3.4', level: 'AA', html: player, pdf: absent('orientation') },
  {
    id: '1.3.5',
    level: 'AA',
    ...both(absent('personal')),
  },
  {
    id: '1.4.1',
    level: 'A',
    ...both(tests(['text/colour-words'], 'colour')),
  },
  { id: '1.4.2', level: 'A', ...media },
  {
    id: '1.4.3',
    level: 'AA',
    ...both(tests(['slide/contrast'], 'rasterContrast')),
  },
  { id: '1.4.4', level: 'AA', html: player, pdf: person('reader') },
  { id: '1.4.5', level: 'AA', ...both(person('imagesOfText')) },
  { id: '1.4.10', level: 'AA', html: player, pdf: person('reader') },
  {
    id: '1.4.11',
    level: 'AA',
    html: person('graphics'),
    pdf: person('graphics'),
  },
  { id: '1.4.12', level: 'AA', html: player, pdf: person('reader') },
  {
    id: '1.4.13',
    level: 'AA',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.1.1', level: 'A', html: player, pdf: pdfUa() },
  { id: '2.1.2', level: 'A', html: player, pdf: absent('scripts') },
  {
    id: '2.1.4',
    level: 'A',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.2.1', level: 'A', ...both(absent('timing')) },
  {
    id: '2.2.2',
    level: 'A',
    html: tests(['image/animated']),
    pdf: absent('motion'),
  },
  {
    id: '2.3.1',
    level: 'A',
    html: tests(['image/animated']),
    pdf: absent('motion'),
  },
  {
    id: '2.4.1',
    level: 'A',
    webOnly: true,
    html: player,
    pdf: absent('web'),
  },
  { id: '2.4.2', level: 'A', html: person('title'), pdf: pdfUa('title') },
  { id: '2.4.3', level: 'A', html: player, pdf: pdfUa() },
  {
    id: '2.4.4',
    level: 'A',
    ...both(tests(['text/link-words', 'text/bare-url'], 'links')),
  },
  {
    id: '2.4.5',
    level: 'AA',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '2.4.6',
    level: 'AA',
    ...both(tests(['slide/duplicate-title'], 'headings')),
  },
  { id: '2.4.7', level: 'AA', html: player, pdf: absent('viewer') },
  {
    id: '2.4.11',
    level: 'AA',
    isNew: true,
    html: player,
    pdf: absent('viewer'),
  },
  { id: '2.5.1', level: 'A', html: player, pdf: absent('scripts') },
  {
    id: '2.5.2',
    level: 'A',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.5.3', level: 'A', html: player, pdf: absent('forms') },
  { id: '2.5.4', level: 'A', ...both(absent('sensors')) },
  {
    id: '2.5.7',
    level: 'AA',
    isNew: true,
    html: player,
    pdf: absent('scripts'),
  },
  {
    id: '2.5.8',
    level: 'AA',
    isNew: true,
    html: player,
    pdf: person('reader'),
  },
  {
    id: '3.1.1',
    level: 'A',
    html: tests(['text/language'], 'language'),
    pdf: pdfUa('language'),
  },
  {
    id: '3.1.2',
    level: 'AA',
    ...both(tests(['text/language'], 'parts')),
  },
  { id: '3.2.1', level: 'A', html: player, pdf: absent('scripts') },
  { id: '3.2.2', level: 'A', html: player, pdf: absent('forms') },
  {
    id: '3.2.3',
    level: 'AA',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '3.2.4',
    level: 'AA',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '3.2.6',
    level: 'A',
    isNew: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  { id: '3.3.1', level: 'A', ...both(absent('forms')) },
  {
    id: '3.3.2',
    level: 'A',
    html: player,
    pdf: absent('forms'),
  },
  { id: '3.3.3', level: 'AA', ...both(absent('forms')) },
  {
    id: '3.3.4',
    level: 'AA',
    ...both(absent('forms')),
  },
  { id: '3.3.7', level: 'A', isNew: true, ...both(absent('forms')) },
  {
    id: '3.3.8',
    level: 'AA',
    isNew: true,
    ...both(absent('login')),
  },
  { id: '4.1.2', level: 'A', html: player, pdf: pdfUa() },
  { id: '4.1.3', level: 'AA', html: player, pdf: absent('scripts') },
];
