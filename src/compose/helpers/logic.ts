import { answerLetter } from '../../base/index.ts';
import type { Helper } from '../helper.ts';
import { HelperError, textOf } from '../helper.ts';
import { Rich } from '../text/rich.ts';

/** Handlebars' own idea of truth: empty lists and empty texts are false. */
const truth = (value: unknown): boolean =>
  value instanceof Rich ? value.source !== '' : Array.isArray(value) ? value.length > 0 : Boolean(value);

const comparable = (value: unknown): unknown => (value instanceof Rich ? value.source : value);

function numberOf(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(textOf(value));
  if (!Number.isFinite(number)) throw new HelperError(`expected a number, found "${textOf(value)}"`);
  return number;
}

/** Small logic for templates: comparison, negation, sums. */
export const logic: readonly Helper[] = [
  {
    name: 'eq',
    usage: '{{#if (eq tone "positive")}} — equal',
    run: ({ params: [a, b] }) => comparable(a) === comparable(b),
  },
  {
    name: 'ne',
    usage: '{{#if (ne tone "neutral")}} — not equal',
    run: ({ params: [a, b] }) => comparable(a) !== comparable(b),
  },
  { name: 'not', usage: '{{#if (not image)}} — false or empty', run: ({ params: [a] }) => !truth(a) },
  { name: 'and', usage: '{{#if (and image body)}} — all true', run: ({ params }) => params.every(truth) },
  { name: 'or', usage: '{{#if (or image body)}} — one true', run: ({ params }) => params.some(truth) },
  { name: 'gt', usage: '{{#if (gt page.count 1)}} — greater', run: ({ params: [a, b] }) => numberOf(a) > numberOf(b) },
  {
    name: 'add',
    usage: '{{add @index 1}} — sum',
    run: ({ params }) => params.reduce<number>((sum, value) => sum + numberOf(value), 0),
  },
  {
    name: 'count',
    usage: '{{count bullets}} — number of items',
    run: ({ params: [a] }) => (Array.isArray(a) ? a.length : 0),
  },
  {
    name: 'letter',
    usage: '{{letter @index}} — A, B, C … or the letters of the lesson’s language',
    run: ({ params: [index], slide }) => answerLetter(numberOf(index), slide.lang),
  },
];
