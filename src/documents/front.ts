import { doiAddress, plainText, referenceLine, shortLabel } from '../compose/index.ts';
import { longDate, type Lesson, type Reference } from '../model/index.ts';
import type { Desk, OwnHtml } from './desk.ts';

/** What stands on the first page of every document. */
export interface Front {
  readonly kind: string;
  readonly title: OwnHtml;
  readonly subtitle: OwnHtml | undefined;
  readonly by: string;
  readonly objectives: readonly { readonly verb: string; readonly text: OwnHtml }[];
}

/** Title, people and objectives of a lesson. */
export function frontOf(lesson: Lesson, desk: Desk, kind: string): Front {
  const { title, subtitle, authors, institution, objectives } = lesson;
  const by = [
    authors.map(plainText).join(', '),
    institution === undefined ? '' : plainText(institution),
    longDate(lesson) ?? '',
  ];
  return {
    kind,
    title: desk.inline(title),
    subtitle: subtitle === undefined ? undefined : desk.inline(subtitle),
    by: by.filter((part) => part !== '').join(' · '),
    objectives: objectives.map(({ verb, text }) => ({ verb: plainText(verb), text: desk.inline(text) })),
  };
}

/** The glossary in the order of the outline. */
export const glossaryOf = ({ glossary, lang }: Lesson, desk: Desk) =>
  glossary.map((term) => ({
    term: desk.inline(term.term),
    definition: desk.inline(term.definition),
    lang: term.lang === lang ? undefined : term.lang,
  }));

/** The works that slides of the lesson cite; all of the outline when none cites any. */
export function referencesOf({ sections, references, lang }: Lesson, desk: Desk) {
  const cited = new Set(
    sections.flatMap(({ slides }) => slides.flatMap(({ cites }) => cites.map(({ reference }) => reference))),
  );
  const shown = cited.size === 0 ? references : references.filter(({ id }) => cited.has(id));
  return shown.map((reference) => ({
    label: shortLabel(reference),
    text: desk.inline(referenceLine(reference)),
    lang: reference.lang === lang ? undefined : reference.lang,
    container: reference.container,
    note: reference.note === undefined ? undefined : desk.inline(reference.note),
    retracted: reference.retracted === true,
    ...linkOf(reference),
  }));
}

function linkOf({ doi, pmid, url }: Reference): {
  readonly href?: string;
  readonly link?: string;
  readonly pmid?: string;
} {
  const found = pmid === undefined ? {} : { pmid: `PMID ${pmid}` };
  if (doi !== undefined) return { ...found, href: doiAddress(doi), link: `doi:${doi}` };
  if (url === undefined) return found;
  const link = url.replace(/^https?:\/\/(www\.)?/, '');
  return /^https?:/i.test(url) ? { ...found, href: url, link } : { ...found, link };
}
