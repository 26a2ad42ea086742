/** Functions whose result and time are bounded by what they are given, and that know no clock, chance or time zone. */
const allowed = new Set(
  `isArray isBoolean isDate isDefined isNumber isObject isString isValid isNaN isFinite toBoolean toDate toNumber toString
  if abs acos asin atan atan2 ceil clamp cos exp floor hypot log max min pow round sin sqrt tan utc
  utcyear utcquarter utcmonth utcdate utcday utcdayofyear utchours utcminutes utcseconds utcmilliseconds utcFormat utcOffset
  indexof lastindexof inrange length join reverse slice sort span peek extent lerp lower upper substring trim truncate
  parseFloat parseInt format monthFormat dayFormat monthAbbrevFormat dayAbbrevFormat rgb hsl lab hcl luminance contrast
  scale domain range bandwidth width height data`.split(/\s+/),
);

/** A pattern for a number or a time: as long as a few words, with no width of more than two digits. */
export const isShortFormat = (format: string): boolean => format.length <= 100 && !/\d{3}/.test(format);

/** Functions that write by a pattern, which must be written out, so that it can be read before. */
const formatting = new Set(['format', 'utcFormat']);

interface Node {
  readonly type?: string;
  readonly callee?: Node;
  readonly name?: string;
  readonly [key: string]: unknown;
}

/** A longer expression has no place on a slide. */
const longest = 2000;

/**
 * Why an expression is not run, if so. Only functions of a list may be called, and no regular expression may be written.
 * @param parse Vega's own parser of expressions
 */
export function reasonAgainst(expression: string, parse: (text: string) => unknown): string | undefined {
  if (expression.length > longest) return `an expression is longer than ${longest} characters`;
  try {
    return walk(parse(expression));
  } catch (error) {
    return `the expression \`${expression.slice(0, 60)}\` is not understood: ${error instanceof Error ? error.message : ''}`;
  }
}

function walk(value: unknown): string | undefined {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(walk).find((reason) => reason !== undefined);
  if (value instanceof RegExp) return 'regular expressions are not allowed in expressions';
  if (typeof value !== 'object' || value === null) return undefined;
  const node = value as Node;
  if (node.regex !== undefined) return 'regular expressions are not allowed in expressions';
  if (node.type === 'CallExpression' && !allowed.has(node.callee?.name ?? ''))
    return `the function \`${node.callee?.name ?? '?'}\` is not allowed in expressions`;
  if (node.type === 'CallExpression' && formatting.has(node.callee?.name ?? '') && !hasShortFormat(node))
    return `\`${node.callee?.name ?? ''}\` takes a short pattern between quotes`;
  return Object.values(node)
    .map(walk)
    .find((reason) => reason !== undefined);
}

function hasShortFormat({ arguments: given }: Node): boolean {
  const pattern = Array.isArray(given) ? (given as readonly Node[])[1] : undefined;
  return pattern?.type === 'Literal' && typeof pattern.value === 'string' && isShortFormat(pattern.value);
}
