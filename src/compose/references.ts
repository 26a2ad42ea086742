import type { Reference } from '../model/index.ts';
import type { ShownReference } from './helper.ts';
import { escapeAttribute, escapeText, inlineMarkdown, plainText, type WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

/** Where a DOI leads; half a character pair is no part of an address. */
export const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi.toWellFormed())}`;

/**
 * First author's name and year, as in a source line: `Kirkpatrick 2014`. A reference in one piece says them itself;
 * when it does not, its beginning stands for it.
 */
export function shortLabel(reference: Pick<Reference, 'authors' | 'year' | 'title'>): string {
  if (reference.authors === '' && reference.year === '') return labelIn(plainText(reference.title));
  const first =
    plainText(reference.authors)
      .split(/,|;|&| et al| e\.a\.| and | en /)[0]
      ?.trim() ?? '';
  return `${first} ${reference.year}`.trim();
}

/** Authors (year). Title, as one line of Markdown. */
export const referenceLine = ({ authors, year, title }: Pick<Reference, 'authors' | 'year' | 'title'>): string =>
  [[authors, year === '' ? '' : `(${year})`].filter((part) => part !== '').join(' '), title]
    .filter((part) => part !== '')
    .join('. ');

function labelIn(text: string): string {
  const author = /^[^,;:.(]+/.exec(text)?.[0].trim() ?? '';
  const year = /\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0] ?? '';
  const words = author.split(' ').slice(0, 5).join(' ');
  return `${words} ${year}`.trim();
}

const link = (href: string, label: string): string => `<a href="${escapeAttribute(href)}">${escapeText(label)}</a>`;

/** Authors (year). Title. Container. Identifiers, with links. */
export function showReference(
  reference: Reference,
  writer: WriterHost,
  words: { readonly retracted: string },
): ShownReference {
  const { authors, year, title, container, doi, pmid, url, note, lang } = reference;
  const named = lang === undefined ? writer : { ...writer, lang };
  const marked = lang === undefined ? '' : ` lang="${escapeAttribute(lang)}"`;
  const who = [escapeText(authors), year === '' ? '' : `(${escapeText(year)})`].filter((part) => part !== '').join(' ');
  const parts = [
    who === '' ? '' : `${who}.`.replace(/\.\.$/, '.'),
    `${inlineMarkdown(title, named)}.`.replace(/([.?!])\.$/, '$1'),
    container === undefined ? '' : `<i${marked}>${escapeText(container)}</i>.`,
    doi === undefined ? '' : link(doiAddress(doi), `doi:${doi}`),
    pmid === undefined ? '' : escapeText(`PMID ${pmid}`),
    doi === undefined && url !== undefined
      ? /^https?:/i.test(url)
        ? link(url, url.replace(/^https?:\/\/(www\.)?/, ''))
        : escapeText(url)
      : '',
    reference.retracted === true ? `<b>${escapeText(words.retracted)}</b>` : '',
    note === undefined ? '' : `(${inlineMarkdown(note, writer)})`,
  ];
  const source = [authors, year === '' ? '' : `(${year})`, title, container ?? '', doi ?? '', note ?? ''].join(' ');
  return {
    id: reference.id,
    label: shortLabel(reference),
    text: Rich.trusted(parts.filter((part) => part !== '').join(' '), source),
  };
}
