import type { Json } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { yesOrNo } from '../schema/index.ts';
import { truthOf } from './words.ts';

/** A statement with what its author says of it. */
interface Judged {
  readonly text: string;
  readonly isTrue: boolean;
}

/** Letters and signs for true and false, a pair for each habit. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
  ...'TF VF RF SF WF PF DY ΣΛ ВН OX JO WO AN √× √x ✓✗ ✔✘ ✅❌ ○× ◯× 对错 對錯'.split(' ').map((pair) => {
    const [yes = '', no = ''] = Array.from(pair);
    return [yes, no] as const;
  }),
];

/** What stands behind a statement: in brackets, or after a colon, a dash or an arrow. */
function partedEnd(text: string): readonly [statement: string, end: string] | undefined {
  const plain = text.trim();
  const [open, close] = plain.endsWith('）') ? ['（', '）'] : plain.endsWith(']') ? ['[', ']'] : ['(', ')'];
  if (plain.endsWith(close)) {
    const at = plain.lastIndexOf(open);
    return at > 0 ? [plain.slice(0, at).trim(), plain.slice(at + 1, -1).trim()] : undefined;
  }
  const sign = [' → ', ' -> ', ' => ', ' – ', ' — ', ' - ', ': ', '：'].find((one) => plain.includes(one));
  const at = sign === undefined ? -1 : plain.lastIndexOf(sign);
  const end = sign === undefined ? '' : plain.slice(at + sign.length).trim();
  return at > 0 ? [plain.slice(0, at).trim(), end.endsWith('.') ? end.slice(0, -1) : end] : undefined;
}

/** A statement and the word or sign behind it; `undefined` when it has none. */
function said(item: Json): readonly [statement: string, word: string | boolean] | undefined {
  if (typeof item === 'string') return partedEnd(item);
  if (!isObject(item)) return undefined;
  const [only, ...more] = Object.entries(item);
  if (only === undefined || more.length > 0) return undefined;
  const [text, word] = only;
  return typeof word === 'boolean' || typeof word === 'string' ? [text, word] : undefined;
}

const wordOf = (word: string | boolean): boolean | undefined =>
  typeof word === 'boolean' ? word : (truthOf(word) ?? (word.length > 1 ? yesOrNo(word) : undefined));

/** Statements of which each is said to be true or false, in words or by letters of one pair; `undefined` when one is not. */
export function judgedIn(value: Json): readonly Judged[] | undefined {
  const items = Array.isArray(value)
    ? (value as readonly Json[])
    : isObject(value)
      ? Object.entries(value).map(([text, word]) => ({ [text]: word ?? null }))
      : [];
  const all = items.map(said);
  if (all.length < 2 || all.includes(undefined)) return undefined;
  const known = all as readonly (readonly [string, string | boolean])[];
  const pair = pairs.find(([yes, no]) =>
    known.every(([, word]) => typeof word === 'string' && [yes, no].includes(word.toUpperCase())),
  );
  const truths = known.map(([, word]) => (pair === undefined ? wordOf(word) : String(word).toUpperCase() === pair[0]));
  return truths.includes(undefined)
    ? undefined
    : known.map(([text], i) => ({ text: text.trim(), isTrue: truths[i] === true }));
}
