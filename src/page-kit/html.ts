import { cleanText, escapeAttribute } from '../compose/index.ts';

/** HTML that is safe to put into a page as it is. Made by {@link html} only. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

function write(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeAttribute(cleanText(value));
  return typeof value === 'number' ? String(value) : value.map(write).join('');
}

/**
 * A template whose values are escaped for text and quoted attributes; lists are joined, `undefined` writes nothing.
 * Indentation of the template itself folds to a line break: text in which white space counts must be a value.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((part, index) => oneIndent(part) + write(values[index])).join(''));
}

/** Template text without its indentation and blank lines. */
function oneIndent(part: string): string {
  const lines = part.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, i) =>
      i === 0 && last > 0 ? line.trimEnd() : i === 0 ? line : i === last ? line.trimStart() : line.trim(),
    )
    .filter((line, i) => i === 0 || i === last || line !== '')
    .join('\n');
}

/** An attribute with a leading space when it has a value, nothing otherwise. `name` is ours, never a lesson's. */
export const attribute = (name: string, value: string | undefined): Html =>
  value === undefined ? new Html('') : new Html(` ${name}="${write(value)}"`);

/** A unique HTML id for any text: letters, digits, dots and hyphens stay, the rest becomes its code point. */
export const htmlId = (prefix: string, id: string): string =>
  `${prefix}-${id.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;

/** A relative URL path; each step is encoded, so that no name is read as a scheme, query or fragment. */
export const urlPath = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/');
