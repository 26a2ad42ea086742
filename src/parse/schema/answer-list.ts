import type { Json } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { readAnswer } from './marks.ts';
import { yesOrNo } from './synonyms.ts';

/** The number or letter before an answer that is written as a line: `a) One`, `- Two`, `3. Three`. */
const lineMark = /^\s*(?:[-•–]\s+)?(?:\(?(?:[a-z]|\d{1,2})[).:]\s+)?/i;

/**
 * The answers of a question as a list: a mapping from letters, or from answers to yes and no; a text with an answer a
 * line. One bold answer among plain ones is the right one.
 * @returns `undefined` when the value is no answers.
 */
export function answersIn(value: Json | undefined): readonly Json[] | undefined {
  if (Array.isArray(value)) return withBold(value as readonly Json[]);
  if (typeof value === 'string') {
    const lines = inLetters(value) ?? value.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 ? withBold(lines.map((line) => line.replace(lineMark, '').trim())) : undefined;
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length < 2 || entries.some(([, one]) => typeof one === 'object')) return undefined;
  const said = entries.map(([text, one]) => ({ text, correct: isRight(one ?? null) }));
  if (said.every(({ correct }) => correct !== undefined))
    return said.map(({ text, correct }) => ({ text, ...(correct === true && { correct }) }));
  return withBold(entries.map(([, text]) => text ?? null));
}

/** A question with its choices in one text: `Which? a) One b) Two`; what stands before the first letter, and the choices. */
export function choicesIn(text: string): { readonly before: string; readonly answers: readonly Json[] } | undefined {
  const plain = ` ${text.trim().split('\n').join(' ')}`;
  const at = ['A)', 'a)', 'A.', 'a.', '(a)', '(A)']
    .map((mark) => plain.indexOf(` ${mark} `))
    .filter((place) => place > 0)
    .toSorted((one, other) => one - other)[0];
  if (at === undefined) return undefined;
  const letters = plain.slice(at).replaceAll(' (', ' ');
  const answers = inLetters(plain.startsWith(' (', at) ? letters : plain.slice(at));
  return answers === undefined ? undefined : { before: plain.slice(0, at).trim(), answers: withBold(answers) };
}

/** Answers that stand one after another in a text, each behind its letter: `A) North B) South`. */
function inLetters(text: string): readonly string[] | undefined {
  const plain = ` ${text.trim().split('\n').join(' ')}`;
  const found: string[] = [];
  let from = 0;
  for (const letter of 'ABCDEFGH') {
    const at = [`${letter})`, `${letter}.`, `${letter.toLowerCase()})`, `${letter.toLowerCase()}.`]
      .map((mark) => plain.indexOf(` ${mark} `, from))
      .find((place) => place >= 0);
    if (at === undefined) break;
    // The first letter opens the text.
    if (found.length === 0 && at > 0) return undefined;
    if (found.length > 0) found[found.length - 1] = plain.slice(from, at).trim();
    from = at + 4;
    found.push(plain.slice(from).trim());
  }
  return found.length > 1 ? found : undefined;
}

/** Whether a value says yes or no: as such, or as the word. */
const isRight = (value: Json): boolean | undefined =>
  typeof value === 'boolean' ? value : typeof value === 'string' ? yesOrNo(value) : undefined;

/** The answer of which all is bold, when no other has a mark. */
function withBold(answers: readonly Json[]): readonly Json[] {
  const texts = answers.map((answer) => (typeof answer === 'string' ? answer.trim() : undefined));
  if (texts.some((text) => text === undefined || readAnswer(text).isRight)) return answers;
  const bold = texts.flatMap((text, i) => (/^\*\*[^*]+\*\*$/.test(text ?? '') ? [i] : []));
  // `x Marathon` among answers without an x.
  const crossed = texts.map((text) => text !== undefined && ['x ', 'X '].some((mark) => text.startsWith(mark)));
  if (crossed.includes(true) && crossed.includes(false))
    return answers.map((answer, i) => (crossed[i] === true ? `[x] ${texts[i]?.slice(2) ?? ''}` : answer));
  const [only] = bold;
  return only === undefined || bold.length > 1
    ? answers
    : answers.map((answer, i) => (i === only ? `[x] ${texts[i]?.slice(2, -2) ?? ''}` : answer));
}
