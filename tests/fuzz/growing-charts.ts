import fc from 'fast-check';

/** Specifications that Vega-Lite takes and that grow: real fields, real transforms, numbers at the edge of what is allowed. */

const numeric = fc.constantFrom('a', 'b');
const anyField = fc.constantFrom('a', 'b', 'c', 't');
const made = fc.constantFrom('a', 'b', 'c', 'z');
const few = fc.constantFrom(0.001, 0.01, 1, 2, 3, 7, 12);
const size = fc.constantFrom(1, 2, 5, 20, 100, 300, 490, 500, 501);

const formula = fc.oneof(
  fc.constantFrom(
    'datum.a * 2',
    'datum.c + datum.c',
    'datum.c + "," + datum.a',
    '[datum.a, datum.b, datum.a]',
    'split(datum.c, "")',
    'join([datum.c, datum.c, datum.c, datum.c], "-")',
    'pow(datum.a, 40)',
    '1 / datum.a',
    'log(datum.a)',
    'datum.a / 0',
    'toString(datum.a)',
    'year(datum.t)',
    'utcFormat(datum.t, "%B")',
    'format(datum.a, "020.10f")',
    'slice(datum.c, 0, 3)',
    'replace(datum.c, "k", "kkkkkkkkkk")',
    'length(datum.c)',
    'isValid(datum.z) ? datum.z : 0',
  ),
  numeric.map((field) => `datum.${field} + datum.${field}`),
);

const transform = fc.oneof(
  { weight: 4, arbitrary: fc.record({ calculate: formula, as: made }) },
  fc.record({ filter: fc.constantFrom('datum.a > 2', 'isNumber(datum.a)', 'true') }),
  fc.record({ flatten: fc.array(made, { minLength: 1, maxLength: 2 }) }),
  fc.record({ fold: fc.array(anyField, { minLength: 1, maxLength: 20 }), as: fc.constant(['c', 'a']) }),
  fc.record({ density: numeric, steps: size, bandwidth: few, groupby: fc.constantFrom([], ['c']) }, { requiredKeys: ['density'] }),
  fc.record({ regression: fc.constant('b'), on: fc.constant('a'), method: fc.constantFrom('linear', 'poly', 'log', 'exp', 'pow', 'quad'), order: fc.nat(12), groupby: fc.constantFrom(['c'], ['a']) }, { requiredKeys: ['regression', 'on'] }),
  fc.record({ loess: fc.constant('b'), on: fc.constant('a'), bandwidth: fc.constantFrom(0.01, 0.3, 1) }),
  fc.record({ quantile: numeric, step: few, groupby: fc.constantFrom(['c'], ['a']) }, { requiredKeys: ['quantile'] }),
  fc.record({ impute: fc.constant('b'), key: fc.constant('a'), value: fc.constant(0), groupby: fc.constantFrom(['c'], ['c', 'b']), keyvals: fc.record({ start: fc.constant(0), stop: size, step: few }), frame: fc.tuple(fc.constantFrom(null, -5, -400), fc.constantFrom(null, 5, 400)) }, { requiredKeys: ['impute', 'key', 'value'] }),
  fc.record({ window: fc.constantFrom([{ op: 'row_number', as: 'a' }], [{ op: 'mean', field: 'a', as: 'z' }], [{ op: 'values', as: 'z' }], [{ op: 'nth_value', field: 'a', param: 3, as: 'z' }]), frame: fc.constantFrom([null, 0], [null, null], [-400, 400]) }, { requiredKeys: ['window'] }),
  fc.record({ joinaggregate: fc.constantFrom([{ op: 'mean', field: 'a', as: 'z' }], [{ op: 'values', as: 'z' }], [{ op: 'median', field: 'a', as: 'a' }]), groupby: fc.constantFrom(['c'], []) }),
  fc.record({ aggregate: fc.constantFrom([{ op: 'values', as: 'z' }], [{ op: 'ci0', field: 'a', as: 'b' }], [{ op: 'argmax', field: 'a', as: 'c' }]), groupby: fc.constantFrom(['c'], ['a', 'b', 'c']) }),
  fc.record({ bin: fc.record({ maxbins: size, step: few, nice: fc.boolean() }, { requiredKeys: [] }), field: numeric, as: fc.constant('z') }),
  fc.record({ timeUnit: fc.constantFrom('year', 'yearmonthdate', 'hoursminutes', 'milliseconds'), field: fc.constant('t'), as: made }),
  fc.record({ stack: fc.constant('a'), groupby: fc.constant(['c']), as: fc.constant(['a', 'b']) }),
  fc.record({ pivot: fc.constantFrom('c', 'a'), value: fc.constant('b'), groupby: fc.constantFrom(['a'], ['c']), limit: size }, { requiredKeys: ['pivot', 'value'] }),
  fc.record({ sample: size }),
  fc.record({ extent: fc.constant('a'), param: fc.constant('e') }),
); // prettier-ignore

const scale = fc.record(
  {
    type: fc.constantFrom('linear', 'log', 'pow', 'sqrt', 'symlog', 'time', 'utc', 'band', 'point', 'threshold', 'quantize', 'bin-ordinal'),
    domain: fc.constantFrom([0, 1], [1, 1e9], [1e-9, 1e308], [-1e308, 1e308], [5, 5], [0, 1e15], ['2024-01-01', '2025-01-01']),
    nice: fc.oneof(fc.boolean(), size, fc.record({ interval: fc.constantFrom('second', 'minute', 'month', 'year', 'marktype'), step: fc.constantFrom(1, 0.001, 1000) })),
    base: fc.constantFrom(1.1, 2, 10),
    exponent: fc.constantFrom(0.01, 2, 300),
    zero: fc.boolean(),
    padding: fc.constantFrom(0, 10, 1e6),
    reverse: fc.boolean(),
  },
  { requiredKeys: [] },
); // prettier-ignore
const axis = fc.record(
  {
    tickCount: fc.oneof(size, fc.record({ interval: fc.constantFrom('second', 'day', 'month', 'year'), step: few })),
    values: fc.array(fc.integer({ min: -9, max: 99 }), { maxLength: 320 }),
    format: fc.constantFrom('.3f', '08d', '%Y', '~s', '020.9f', '%A %B'),
    labelExpr: fc.constantFrom('datum.label', 'datum.label + datum.label', 'format(datum.value, "d")'),
    tickMinStep: fc.constantFrom(1e-12, 0.001, 1),
    labelAngle: fc.constantFrom(0, 45, -90),
    grid: fc.boolean(),
  },
  { requiredKeys: [] },
); // prettier-ignore
const channel = fc.record(
  {
    field: anyField,
    type: fc.constantFrom('quantitative', 'nominal', 'ordinal', 'temporal'),
    bin: fc.oneof(fc.constant(true), fc.record({ maxbins: size, step: few, base: fc.constantFrom(1.1, 2), minstep: fc.constantFrom(1e-9, 1) }, { requiredKeys: [] })),
    aggregate: fc.constantFrom('count', 'mean', 'median', 'distinct', 'ci1', 'q3', 'stdev'),
    timeUnit: fc.constantFrom('year', 'yearmonth', 'hoursminutesseconds', 'utcyearmonthdatehoursminutesseconds'),
    scale,
    axis,
    stack: fc.constantFrom('zero', 'normalize', 'center', null),
    sort: fc.constantFrom('ascending', '-y', null),
  },
  { requiredKeys: ['field', 'type'] },
); // prettier-ignore
const unit = fc.record(
  {
    mark: fc.oneof(
      fc.constantFrom('point', 'bar', 'line', 'area', 'tick', 'rule', 'rect', 'arc', 'text', 'trail', 'boxplot', 'errorbar', 'errorband', 'square'),
      fc.record({ type: fc.constantFrom('line', 'area', 'bar'), point: fc.boolean(), interpolate: fc.constantFrom('monotone', 'basis', 'step'), strokeDash: fc.constantFrom([1, 1], [0.001, 0.001]), size: fc.constantFrom(1, 1e6) }, { requiredKeys: ['type'] }),
    ),
    encoding: fc.record(
      {
        x: channel, y: channel, color: channel, size: channel, detail: fc.record({ field: anyField }),
        opacity: fc.record({ value: fc.constant(0.5) }), text: fc.record({ field: anyField }),
      },
      { requiredKeys: ['x', 'y'] },
    ),
    transform: fc.array(transform, { maxLength: 5 }),
  },
  { requiredKeys: ['mark', 'encoding'] },
); // prettier-ignore
const facet = fc.record({ field: anyField, columns: fc.constantFrom(1, 3) }, { requiredKeys: ['field'] });

export const growingChart = fc.oneof(
  { weight: 5, arbitrary: unit },
  { weight: 1, arbitrary: fc.record({ layer: fc.array(unit, { minLength: 1, maxLength: 4 }), transform: fc.array(transform, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ hconcat: fc.array(unit, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ repeat: fc.record({ row: fc.array(anyField, { minLength: 1, maxLength: 6 }), column: fc.array(anyField, { minLength: 1, maxLength: 6 }) }), spec: unit }) },
  { weight: 1, arbitrary: fc.record({ facet: fc.record({ row: facet, column: facet }, { requiredKeys: ['row'] }), spec: unit }) },
); // prettier-ignore

/** Rows enough for a chain of transforms to grow. */
export const growingRows = fc.constantFrom(3, 40, 700).map((count) =>
  Array.from({ length: count }, (_, i) => ({
    a: i % 17 === 5 ? 1e9 : i,
    b: (i * 7) % 13,
    c: `k${i % 11}`,
    t: new Date(Date.UTC(2024, i % 12, 1 + (i % 28))).toISOString(),
  })),
);
