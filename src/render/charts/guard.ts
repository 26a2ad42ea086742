import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { isShortFormat, reasonAgainst } from './expressions.ts';

/** Keys whose value would be loaded, and how deep and long a specification may be. */
const loads = new Set(['url', 'href', 'loader', 'signal']);
const deepest = 40;
const longest = 300_000;
const mostMade = 5_000;

/**
 * What makes a specification unsafe to draw: data or pictures from elsewhere, or generators that make rows without bound.
 * @returns one reason, or `undefined` when there is none
 */
export function reasonToRefuse(spec: Json, measure: Measure): string | undefined {
  const text = JSON.stringify(spec);
  if (text.length > longest) return `the specification is longer than ${longest} characters`;
  if (text.split('"flatten":').length > 2) return '`flatten` is allowed only once';
  return walk(spec, 0, measure);
}

/** What a specification is judged by. */
export interface Measure {
  /** Vega's own parser of expressions. */
  readonly parse: (text: string) => unknown;
  /** The widest range of numbers in the data. */
  readonly span: number;
}

/** Keys whose text is an expression. */
const expressions = new Set(['calculate', 'filter', 'expr', 'labelExpr', 'test', 'update', 'init']);

/** Numbers of marks, bins and steps that are more than any slide shows. */
const counts = new Set(['maxbins', 'steps', 'maxsteps', 'minsteps', 'tickCount', 'count', 'frame', 'ticks']);
const mostValues = 300;
/** Also for bins that Vega counts itself, from numbers that transforms have made. */
export const mostBins = 500;

function walk(value: Json | undefined, depth: number, measure: Measure): string | undefined {
  if (depth > deepest) return `the specification is nested more than ${deepest} deep`;
  if (Array.isArray(value)) return firstReason(value as readonly Json[], depth, measure);
  if (!isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    // `values` holds rows, in which any column name is fine.
    if (key === 'values' && Array.isArray(inner)) {
      if (depth > 1 && inner.length > mostValues) return `\`values\` has more than ${mostValues} entries`;
      continue;
    }
    if (expressions.has(key) && typeof inner === 'string') {
      const reason = reasonAgainst(inner, measure.parse);
      if (reason !== undefined) return reason;
    }
    if (loads.has(key)) return `\`${key}\` is not allowed`;
    if (key === 'sequence' || key === 'keyvals') {
      const reason = tooLong(inner);
      if (reason !== undefined) return reason;
    }
    if (counts.has(key) && amountOf(inner) > 500) return `\`${key}\` is more than 500`;
    const wide = tooWide(key, inner);
    if (wide !== undefined) return wide;
    const fine = tooFine(key, inner, value, measure.span);
    if (fine !== undefined) return fine;
    if (key === 'step' && typeof inner === 'number' && inner < ('quantile' in value ? 0.002 : 1e-9))
      return '`step` is too small';
    const reason = walk(inner, depth + 1, measure);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Formats that pad to a width without bound, bases that never grow, and more panels than fit on a slide. */
function tooWide(key: string, value: Json | undefined): string | undefined {
  if (/format$/i.test(key) && typeof value === 'string' && !isShortFormat(value)) return `\`${key}\` is too wide`;
  if (key === 'base' && amountOf(value) < 1.1) return '`base` is too small';
  if (key === 'order' && amountOf(value) > 10) return '`order` is more than 10';
  const isPanels = key === 'layer' || key.endsWith('concat');
  if (isPanels && Array.isArray(value) && value.length > mostPanels)
    return `\`${key}\` has more than ${mostPanels} parts`;
  if (key !== 'repeat') return undefined;
  const lists = Array.isArray(value) ? [value] : isObject(value) ? Object.values(value).filter(Array.isArray) : [];
  const count = lists.reduce((product, list) => product * list.length, 1);
  return count > mostPanels ? `\`repeat\` makes more than ${mostPanels} panels` : undefined;
}

const mostPanels = 100;

/** What YAML reads has no prototype, so that not even a number can be asked of it. */
const amountOf = (value: Json | undefined): number => (typeof value === 'object' ? NaN : Number(value));

function firstReason(values: readonly Json[], depth: number, measure: Measure): string | undefined {
  for (const value of values) {
    const reason = walk(value, depth + 1, measure);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Bins and intervals of time that would be cut too small for their range. */
function tooFine(key: string, value: Json | undefined, owner: JsonObject, span: number): string | undefined {
  if (!isObject(value)) return undefined;
  if (
    key === 'tickCount' &&
    !/^(?:utc)?(?:week|month|year)$/.test(typeof value.interval === 'string' ? value.interval : '')
  )
    return '`tickCount` counts weeks, months or years only';
  if ((key !== 'bin' && key !== 'bins') || value.step === undefined) return undefined;
  const { start = 0, stop = span } = value;
  const ends = [value.extent, key === 'bins' ? owner.domain : undefined].find((one) => Array.isArray(one)) ?? [
    start,
    stop,
  ];
  const [low, high] = (ends as readonly Json[]).map(amountOf);
  const bins = (amountOf(high) - amountOf(low)) / amountOf(value.step);
  return bins >= 0 && bins <= mostBins ? undefined : `\`${key}\` makes more than ${mostBins} bins`;
}

function tooLong(generator: Json | undefined): string | undefined {
  if (!isObject(generator)) return undefined;
  const { start = 0, stop, step = 1 } = generator;
  const count = Math.abs((amountOf(stop) - amountOf(start)) / amountOf(step));
  return count <= mostMade ? undefined : `a generator makes more than ${mostMade} values`;
}
