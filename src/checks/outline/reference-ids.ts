import { defineCodes, type Diagnostic } from '../../base/index.ts';
import type { Lesson, Reference } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { trimEnd } from '../../text/index.ts';

const { table, diagnostic } = defineCodes({
  'reference/doi': {
    severity: 'warning',
    summary: 'A DOI is not well-formed.',
    why: 'The link to the work would be dead.',
    mend: 'Write the DOI alone, from `10.` on, without a full stop at the end.',
  },
  'reference/pmid': {
    severity: 'warning',
    summary: 'A PubMed id is not well-formed.',
    why: 'The link to the work would be dead.',
    mend: 'Write the number alone: one to eight digits, the first not 0.',
  },
  'reference/year': {
    severity: 'warning',
    summary: 'The year of a reference cannot be right.',
    why: 'It is often two digits that were swapped, and readers look for the wrong work.',
    mend: 'Correct the year; write “n.d.” or “in press” when there is none.',
  },
  'reference/url': {
    severity: 'warning',
    summary: 'The address of a reference does not use https.',
    why: 'Browsers warn against such pages, and on the way anyone can change what the reader sees.',
    mend: 'Use the address with https.',
  },
});

/** Prefix of the registrant, a slash, any visible characters (DOI Handbook, 2.2). */
const wellFormedDoi = /^10\.\d{4,9}\/\S*[^\s.,;]$/;

const oldestBook = 1450;

/** The last year that a work may have: the year after the lesson's own. */
const lastYear = ({ date }: Lesson): number => (date === undefined ? 2100 : Number(date.slice(0, 4)) + 1);

function flawsOf(reference: Reference, latest: number): readonly Diagnostic[] {
  const { id, doi, pmid, url, year, places } = reference;
  const found: Diagnostic[] = [];
  if (doi !== undefined && !wellFormedDoi.test(doi)) {
    const at = places.value('/doi');
    const trimmed = trimEnd(doi, /[.,;]/);
    const help = [`Write ${trimmed}`];
    const fix = wellFormedDoi.test(trimmed) ? { fix: { at, replacement: JSON.stringify(trimmed) } } : {};
    found.push(diagnostic('reference/doi', `The DOI ${doi} of "${id}" is not well-formed.`, { at, help, ...fix }));
  }
  if (pmid !== undefined && !/^[1-9]\d{0,7}$/.test(pmid)) {
    const help = ['A PubMed id has one to eight digits and does not start with 0.'];
    found.push(
      diagnostic('reference/pmid', `The PubMed id ${pmid} of "${id}" cannot be right.`, {
        at: places.value('/pmid'),
        help,
      }),
    );
  }
  const number = Number(/\d{3,}/.exec(year)?.[0] ?? Number.NaN);
  if (number < oldestBook || number > latest) {
    const help = [`Give a year from ${oldestBook} to ${latest}, or “n.d.”.`];
    found.push(
      diagnostic('reference/year', `The year ${year} of "${id}" cannot be right.`, { at: places.value('/year'), help }),
    );
  }
  if (url?.startsWith('http:') === true) {
    const help = [`Write https:${url.slice('http:'.length)}`];
    found.push(
      diagnostic('reference/url', `The address of "${id}" does not use https.`, { at: places.value('/url'), help }),
    );
  }
  return found;
}

export const referenceIdsCheck: Check = {
  name: 'reference-ids',
  codes: table,
  run({ lesson }) {
    return lesson.references.flatMap((reference) => flawsOf(reference, lastYear(lesson)));
  },
};
