import { isObject, type Json } from '../../base/index.ts';

/** Keys whose value would be loaded, and how deep and long a specification may be. */
const loads = new Set(['url', 'href', 'loader', 'signal']);
const deepest = 40;
const longest = 300_000;
const mostMade = 5_000;

/**
 * What makes a specification unsafe to draw: data or pictures from elsewhere, or generators that make rows without bound.
 * @returns one reason, or `undefined` when there is none
 */
export function reasonToRefuse(spec: Json): string | undefined {
  if (JSON.stringify(spec).length > longest) return `the specification is longer than ${longest} characters`;
  return walk(spec, 0);
}

function walk(value: Json | undefined, depth: number): string | undefined {
  if (depth > deepest) return `the specification is nested more than ${deepest} deep`;
  if (Array.isArray(value)) return firstReason(value as readonly Json[], depth);
  if (!isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    // `values` holds rows, in which any column name is fine.
    if (key === 'values') continue;
    if (loads.has(key)) return `\`${key}\` is not allowed`;
    if (key === 'sequence' || key === 'keyvals') {
      const reason = tooLong(inner);
      if (reason !== undefined) return reason;
    }
    if ((key === 'maxbins' || key === 'steps' || key === 'maxsteps' || key === 'minsteps') && Number(inner) > 500)
      return `\`${key}\` is more than 500`;
    if (key === 'step' && typeof inner === 'number' && inner < 1e-9) return '`step` is too small';
    const reason = walk(inner, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function firstReason(values: readonly Json[], depth: number): string | undefined {
  for (const value of values) {
    const reason = walk(value, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function tooLong(generator: Json | undefined): string | undefined {
  if (!isObject(generator)) return undefined;
  const { start = 0, stop, step = 1 } = generator;
  const count = Math.abs((Number(stop) - Number(start)) / Number(step));
  return count <= mostMade ? undefined : `a generator makes more than ${mostMade} values`;
}
