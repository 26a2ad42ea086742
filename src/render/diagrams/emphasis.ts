import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { element } from '../svg/xml.ts';
import { list, text } from './read.ts';
import { paint, tokens, type Token } from './paint.ts';

/** Whether a part is what the slide points at, or one of those that step back; neither when it points at none. */
export type Emphasis = 'lit' | 'dim' | undefined;

/** What a drawing points at, as its author writes it: numbers from 1, or words that stand in it. */
export const wantedOf = (data: JsonObject): readonly string[] =>
  (Array.isArray(data.highlight) ? list(data.highlight) : [data.highlight])
    .map((item) => text(item).trim().toLowerCase())
    .filter((item) => item !== '');

/** Whether one of these words is wanted. */
export const isWanted = (wanted: readonly string[], ...words: readonly (Json | undefined)[]): boolean =>
  words.some((word) => wanted.includes(text(word).trim().toLowerCase()));

/** Keys of lists that hold no parts of their own. */
const asides: readonly string[] = ['legend', 'links', 'edges', 'highlight', 'callout'];

/** How many parts are lit below a value. */
function countLit(value: Json | undefined): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item: Json) => sum + countLit(item), 0);
  if (!isObject(value)) return 0;
  const below = Object.entries(value).filter(([key]) => key !== 'emphasis');
  return (value.emphasis === 'lit' ? 1 : 0) + below.reduce((sum, [, item]) => sum + countLit(item), 0);
}

/**
 * Marks each part of a drawing with its `emphasis`. A number counts in the list that the drawing is made of; words are
 * those of a part at any depth, and what points at a lane points at all that stands in it. When nothing is found (its
 * part stands on another slide, or is written otherwise) the drawing stays as it is: nobody gains by all of it in grey.
 */
export function emphasise(data: JsonObject): JsonObject {
  const wanted = wantedOf(data);
  if (wanted.length === 0) return data;
  const part = (value: Json, number: number | undefined, isInside: boolean): Json => {
    if (!isObject(value)) return value;
    const isLit =
      isInside ||
      (number !== undefined && wanted.includes(String(number))) ||
      isWanted(wanted, value.label, value.id, value.when, value.title, value.outcome);
    const holds = value.title !== undefined && isLit;
    return { ...below(value, () => undefined, holds), emphasis: isLit ? 'lit' : 'dim' };
  };
  const below = (whole: JsonObject, numbered: (index: number) => number | undefined, isInside: boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(whole).map(([key, value]) => {
        if (asides.includes(key)) return [key, value];
        if (Array.isArray(value)) return [key, value.map((item: Json, i) => part(item, numbered(i), isInside))];
        return [key, isObject(value) ? part(value, undefined, isInside) : value];
      }),
    );
  const marked = below(data, (index) => index + 1, false);
  return countLit(marked) > 0 ? marked : data;
}

const quiet: readonly Token[] = ['paper', 'muted', 'line', 'line-strong', 'shape-muted', 'wash', 'on-accent', 'on-ev'];

/** Colours of all paints in a part that steps back: words stay readable (above 4.5:1), edges become hairlines. */
const dimmed = tokens
  .filter((token) => !quiet.includes(token) && !token.startsWith('on-') && !token.startsWith('heat-'))
  .map((token) => `--${token}:${token.endsWith('-soft') ? paint('paper') : paint('muted')}`)
  .concat(`--line-strong:${paint('line')}`)
  .join(';');

/** A part as it is, or stepped back. */
export const dimIf = (emphasis: Emphasis, content: string): string =>
  emphasis === 'dim' ? element('g', { class: 'dim', style: dimmed }, content) : content;
