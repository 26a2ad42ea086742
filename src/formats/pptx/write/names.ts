import { hashOf } from '../../../base/index.ts';
import type { Paragraph } from '../scene.ts';

/** The words of a paragraph as they were written: without the ends of its lines and marks of possible hyphens. */
export function wordsOf({ lines }: Paragraph): string {
  let text = '';
  for (const line of lines) {
    const own = line.map((run) => (run.gap === undefined ? run.text : ' ')).join('');
    text = text.endsWith('\u00ad') ? text.slice(0, -1) + own : text === '' ? own : `${text} ${own}`;
  }
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** Letters and digits alone: what stays of a text whatever quotes, dashes and spaces become. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const hashDigits = 6;

/** A short hash of a text by which it is known again. */
const textMark = (text: string): string => hashOf(lettersOf(text)).slice(0, hashDigits);

/**
 * Name of a shape: what it is to a person, the slide of the outline that it came from, and marks of its texts. Names are
 * what every program keeps, so a deck that somebody edited can be read back.
 */
export function shapeName(kind: string, slide: string, texts: readonly string[] = []): string {
  const marks = texts.map(textMark).join('.');
  return marks === '' ? `${kind} · ${slide}` : `${kind} · ${slide} · ${marks}`;
}
