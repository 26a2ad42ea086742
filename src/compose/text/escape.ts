import { expandTex, trim } from '../../text/index.ts';

/**
 * Escaping that holds in Markdown text, HTML text and quoted attributes alike, so that one rule serves every place a
 * template can put a value. Entities work in all three; a backslash would be shown as such inside an HTML block.
 */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\\': '&#92;',
  '`': '&#96;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  '~': '&#126;',
  $: '&#36;',
};

const special = /[&<>"'\\`*_[\]|~$]/g;
/** `:smile:` would become a picture in a Marp tool with its default settings. */
const shortcode = /:(?=[a-z0-9_+-]+:)/gi;
/** Characters that XML and HTML cannot hold, and NUL. Tab and line feed stay. */

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
/** What would start a list, heading, quotation, underline or indented code at the start of a line. */
const blockStart = /^(\s*)(?:([-+=#:])|(\d{1,9})([.)]))/;

/** Replaces what no document can hold (control characters, lone surrogates) by U+FFFD; line ends become `\n`. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replace(forbidden, '\ufffd');
}

/** Escapes text that stands inside a line. White space, line ends included, folds to one space. */
export function escapeInline(text: string): string {
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .replace(special, (character) => entities[character] ?? character)
    .replace(shortcode, '&#58;');
}

/** Escapes the first character of a line when it would start a Markdown block. */
export function escapeLineStart(line: string): string {
  return line.replace(blockStart, (_, space: string, sign?: string, digits?: string, end?: string) =>
    sign === undefined ? `${space}${digits ?? ''}&#${(end ?? '.').charCodeAt(0)};` : `${space}&#${sign.charCodeAt(0)};`,
  );
}

/** Escapes plain text for any place in a template: Markdown text, HTML text or a quoted attribute. */
export function escapeText(text: string): string {
  const inline = escapeInline(text);
  return escapeLineStart(trim(inline, / /));
}

/** Escapes text for a quoted HTML attribute, white space kept. */
export function escapeAttribute(text: string): string {
  return cleanText(text)
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? character)
    .replaceAll('\n', '&#10;');
}

/** TeX on one line in which no `<` can start a tag: the space that is put behind it means nothing in a formula. */
export function mathText(tex: string): string {
  return expandTex(cleanText(tex))
    .replace(/\s+/g, ' ')
    .replace(/<(?=[a-z/!?])/gi, '< ')
    .trim();
}
