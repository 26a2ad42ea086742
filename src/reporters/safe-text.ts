/**
 * Text from a lesson may hold anything: escape sequences that repaint a terminal, right-to-left overrides that swap what
 * a reader sees, lone halves of surrogate pairs. These functions make such characters visible or drop them.
 */

const CONTROL = /\p{Cc}/gu;
const BIDI_OR_BREAK = /[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const codePoint = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : codePoint(control);
}

/** Replaces lone surrogates by U+FFFD, so that the text can be encoded. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd');

/** One line of text that can be printed in any terminal: each control and direction character becomes visible. */
export function visible(text: string): string {
  return wellFormed(text).replace(CONTROL, picture).replace(BIDI_OR_BREAK, codePoint);
}

/** Folds line breaks and tabs into spaces, then makes the rest visible: for messages, which are one line. */
export const oneLine = (text: string): string =>
  visible(text.replace(/\s+/g, (space) => (/[\r\n\u2028\u2029]/.test(space) ? ' ' : space.replaceAll('\t', ' '))));
