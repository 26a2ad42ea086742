import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { drawChart } from '../../src/render/charts/index.ts';
import { finishMermaid, mermaidOrder } from '../../src/render/diagrams/index.ts';
import { options, readDrawing } from '../render/drawing.ts';
import { makeArtist } from '../support/artist.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
process.stdout.write(`fuzz of drawings: seed ${seed}\n`);

const { artist, pool } = makeArtist();
afterAll(() => pool[Symbol.asyncDispose]());

/** Nothing that runs or leads anywhere; a picture without address is empty. */
function expectHarmless(svg: string): void {
  const { names, attributes } = readDrawing(svg);
  expect([...names].filter((name) => /script|^img|foreignObject|^a$|iframe/i.test(name))).toEqual([]);
  expect(attributes.filter(([name, value]) => /^on|href/i.test(name) || /javascript:|evil/i.test(value))).toEqual([]);
}

/** CPU milliseconds for one chart, with Vega loaded. */
const budget = 4000;

const number = fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constantFrom(1e9, -1e9, 1e-9, 1e308, 0));
const field = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'a.b', 'a[0]', "datum['a']");
const expression = fc
  .array(
    fc.constantFrom(
      ...'datum.a datum["b"] 1e9 ( ) , + * "x" /(a+)+$/ test( sequence(0,1e9) repeat("a",1e9) pad("a",1e9,"b","left") now() random() [ ] ? : && !'.split(
        ' ',
      ),
      ...'replace("aaaa",/a/g,"aaaa") length(datum) join(datum.a,"") utcFormat(0,"%Y") datum.constructor this'.split(
        ' ',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const type = fc.constantFrom('quantitative', 'nominal', 'ordinal', 'temporal', 'evil');
const channel = fc.record(
  {
    field,
    type,
    bin: fc.oneof(fc.boolean(), fc.record({ step: number, maxbins: number, extent: fc.tuple(number, number) })),
    aggregate: fc.constantFrom('count', 'mean', 'argmax', 'values'),
    timeUnit: fc.constantFrom('year', 'utcminutes', 'seconds'),
    axis: fc.record({ tickCount: number, values: fc.record({ expr: expression }), labelExpr: expression }, { requiredKeys: [] }),
    scale: fc.record({ domain: fc.tuple(number, number), type: fc.constantFrom('log', 'sqrt', 'linear') }, { requiredKeys: [] }),
    value: fc.oneof(number, fc.constant('url(https://evil.example)')),
    condition: fc.record({ test: expression, value: fc.constant('red') }),
  },
  { requiredKeys: [] },
); // prettier-ignore
const transform = fc.oneof(
  fc.record({ calculate: expression, as: field }),
  fc.record({ filter: expression }),
  fc.record({ flatten: fc.array(field, { maxLength: 2 }) }),
  fc.record({ density: field, steps: number, bandwidth: number }),
  fc.record({ fold: fc.array(field, { maxLength: 3 }) }),
  fc.record({ impute: field, key: field, keyvals: fc.record({ start: number, stop: number, step: number }) }),
  fc.record({ regression: field, on: field, order: number }),
  fc.record({ lookup: field, from: fc.record({ data: fc.record({ url: fc.constant('https://evil.example/') }) }) }),
  fc.record({ window: fc.constant([{ op: 'rank', as: 'r' }]), frame: fc.tuple(number, number) }),
);
const spec = fc.record(
  {
    mark: fc.oneof(
      fc.constantFrom('point', 'bar', 'line', 'text', 'image', 'geoshape', 'boxplot', 'errorband'),
      fc.record({ type: fc.constantFrom('image', 'bar'), url: fc.constant('https://evil.example/x.png'), href: fc.constant('javascript:evil()'), size: number }),
    ),
    encoding: fc.record({ x: channel, y: channel, color: channel, href: channel, facet: channel }, { requiredKeys: [] }),
    transform: fc.array(transform, { maxLength: 4 }),
    width: number,
    height: number,
    params: fc.constantFrom([{ name: 'p', expr: 'sequence(1e9)' }], [{ name: 'p', select: 'interval' }]),
    title: fc.constantFrom('T', '<script>evil()</script>'),
    repeat: fc.constant({ row: ['a', 'b'] }),
  },
  { requiredKeys: ['mark'] },
); // prettier-ignore
const rows = fc.array(fc.record({ a: fc.oneof(number, fc.string()), b: number, c: fc.string() }), { maxLength: 12 });

it('Vega: no exception, never over the budget, nothing that runs', { timeout: 3_600_000 }, async () => {
  const size = { id: 'c', width: 1136, height: 430, lang: 'en', title: 'T', alt: 'A' };
  await drawChart({ chart: { mark: 'bar' }, data: [{ a: 1 }] }, size);
  await fc.assert(
    fc.asyncProperty(spec, rows, async (chart, data) => {
      const start = process.cpuUsage();
      const outcome = await drawChart({ chart, data }, size);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(budget);
      if (outcome.ok) expectHarmless(outcome.value.svg);
      else expect(outcome.diagnostics.length).toBeGreaterThan(0);
    }),
    { numRuns: Math.max(20, Math.floor(runs / 2)), seed },
  );
});

const mermaid = fc
  .tuple(
    fc.constantFrom('graph LR', 'flowchart TD', 'sequenceDiagram', 'stateDiagram-v2', 'mindmap', 'pie', 'classDiagram', 'erDiagram', 'gantt', 'timeline', ''),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          ...'A-->B|A[x]|A->>B: hi|click A href "https://evil.example"|click A call evil()|style A fill:url(https://evil.example)|subgraph S|end|%%{init: {"securityLevel":"loose"}}%%|classDef c fill:red|A@{ img: "https://evil.example" }|A["<img src=x onerror=evil()>"]|A["<script>evil()</script>"]|---|config:|  themeCSS: "*{}"|:::|&amp;|"a": 3|title T|section S|root((x))|[*] --> A|note right of A'.split('|'),
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([head, lines]) => [head, ...lines.map((line) => ` ${line}`)].join('\n')); // prettier-ignore

it('Mermaid: no exception, and nothing that runs', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mermaid, async (text) => {
      const order = mermaidOrder(text, options());
      if (!order.ok) {
        expect(order.diagnostics.length).toBeGreaterThan(0);
        return;
      }
      const answers = await artist.draw([order.value], { css: '', text: 'sans-serif', code: 'monospace' });
      if (!answers.ok || !answers.value[0]) throw new Error(JSON.stringify(answers.diagnostics));
      const outcome = finishMermaid(answers.value[0], options());
      if (outcome.ok) expectHarmless(outcome.value.svg);
      else expect(outcome.diagnostics.length).toBeGreaterThan(0);
    }),
    { numRuns: Math.max(10, Math.floor(runs / 20)), seed },
  );
});
