import type { Reference } from '../model/index.ts';
import type { ShownReference } from './helper.ts';
import { escapeAttribute, escapeText, inlineMarkdown, plainText, type WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

/** First author's name and year, as in a source line: `Kirkpatrick 2014`. */
export function shortLabel(reference: Pick<Reference, 'authors' | 'year'>): string {
  const first =
    plainText(reference.authors)
      .split(/,|;|&| et al| e\.a\.| and | en /)[0]
      ?.trim() ?? '';
  return `${first} ${reference.year}`.trim();
}

const link = (href: string, label: string): string => `<a href="${escapeAttribute(href)}">${escapeText(label)}</a>`;

/** Authors (year). Title. Container. Identifiers, with links. */
export function showReference(
  reference: Reference,
  writer: WriterHost,
  words: { readonly retracted: string },
): ShownReference {
  const { authors, year, title, container, doi, pmid, url, note } = reference;
  const parts = [
    `${escapeText(authors)} (${escapeText(year)}).`,
    `${inlineMarkdown(title, writer)}.`.replace(/([.?!])\.$/, '$1'),
    container === undefined ? '' : `<i>${escapeText(container)}</i>.`,
    doi === undefined ? '' : link(`https://doi.org/${encodeURI(doi)}`, `doi:${doi}`),
    pmid === undefined ? '' : escapeText(`PMID ${pmid}`),
    doi === undefined && url !== undefined
      ? /^https?:/i.test(url)
        ? link(url, url.replace(/^https?:\/\/(www\.)?/, ''))
        : escapeText(url)
      : '',
    reference.retracted === true ? `<b>${escapeText(words.retracted)}</b>` : '',
    note === undefined ? '' : `(${inlineMarkdown(note, writer)})`,
  ];
  const source = [authors, `(${year})`, title, container ?? '', doi ?? '', note ?? ''].join(' ');
  return {
    id: reference.id,
    label: shortLabel(reference),
    text: Rich.trusted(parts.filter((part) => part !== '').join(' '), source),
  };
}
