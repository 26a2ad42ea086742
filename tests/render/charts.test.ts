import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/base/index.ts';
import { drawChart } from '../../src/render/charts/index.ts';
import { readRows } from '../../src/render/charts/rows.ts';
import { readDrawing } from './drawing.ts';

const options = (more: object = {}) => ({
  id: 'c1',
  width: 1136,
  height: 430,
  lang: 'nl',
  title: 'Titel',
  alt: 'Wat er te zien is',
  ...more,
});

async function draw(chart: JsonObject, data?: JsonObject['x'], more: object = {}) {
  const outcome = await drawChart({ chart, ...(data !== undefined && { data }) }, options(more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return { ...outcome.value, diagnostics: outcome.diagnostics, drawing: readDrawing(outcome.value.svg) };
}

const codes = async (chart: JsonObject, data?: JsonObject['x']) =>
  (await drawChart({ chart, ...(data !== undefined && { data }) }, options())).diagnostics.map((found) => found.code);

const groups = [
  { groep: 'Controle', spines: 9.1, lo: 8.6, hi: 9.6 },
  { groep: 'DMT', spines: 11.4, lo: 10.8, hi: 12.1 },
];
const stacked = [
  { groep: 'Noord', soort: 'wild', n: 30 },
  { groep: 'Noord', soort: 'tam', n: 70 },
  { groep: 'Zuid', soort: 'wild', n: 45 },
  { groep: 'Zuid', soort: 'tam', n: 15 },
];
const course = 'uur;stof;gehalte\n0;DMT;0\n2;DMT;15,8\n8;DMT;1234,5\n0;Harmine;0\n2;Harmine;90,5\n8;Harmine;3\n';

describe('titles of axes', () => {
  const shares = [
    { land: 'A', share_of_wind: 55 },
    { land: 'B', share_of_wind: 33 },
  ];
  const words = async (chart: JsonObject, data: JsonObject['x'], title: string) =>
    (await draw(chart, data, { title, lang: 'en' })).drawing.texts.map(({ text }) => text);

  it('are words, not names of columns', async () => {
    expect(await words({ type: 'bar', x: 'land', y: 'share_of_wind' }, shares, 'A leads')).toContain('Share of wind');
  });

  it('go where the slide says them, and stay where the author wrote them', async () => {
    const said = 'The share of wind is largest in A';
    const chart = { type: 'bar', x: 'land', y: 'share_of_wind' };
    expect((await words(chart, shares, said)).join(' ')).not.toMatch(/share/i);
    expect(await words({ ...chart, unit: 'TWh' }, shares, said)).toContain('TWh');
    expect(await words({ ...chart, yTitle: 'Share of wind' }, shares, said)).toContain('Share of wind');
  });

  it('are not needed for years', async () => {
    const years = [1900, 1950, 2000].map((year, i) => ({ year, height: i }));
    const drawn = await words({ type: 'line', x: 'year', y: 'height' }, years, 'Up');
    expect(drawn).toContain('height');
    expect(drawn).not.toContain('year');
  });
});

describe('the short form', () => {
  const charts: readonly (readonly [string, JsonObject, JsonObject['x'], readonly string[]])[] = [
    [
      'bars with errors',
      { type: 'bar', x: 'groep', y: 'spines', error: ['lo', 'hi'], unit: 'per 10 µm' },
      groups,
      ['Controle', 'DMT', 'spines (per 10 µm)'],
    ],
    ['bars with values', { type: 'bar', x: 'groep', y: 'spines' }, groups, ['9,1', '11,4']],
    [
      'lines with their names at the end',
      { type: 'line', x: 'uur', y: 'gehalte', series: 'stof' },
      course,
      ['Harmine', 'gehalte'],
    ],
    ['an area', { type: 'area', x: 'uur', y: 'gehalte' }, course, ['uur']],
    ['points on a logarithmic axis', { type: 'point', x: 'groep', y: 'spines', log: true }, groups, ['1', '100']],
    [
      'a forest plot',
      { type: 'forest', x: 'spines', y: 'groep', error: { lower: 'lo', upper: 'hi' } },
      groups,
      ['9,1 [8,6; 9,6]'],
    ],
    [
      'stacked bars: a number in each part, names at the last bar',
      { type: 'bar', x: 'groep', y: 'n', series: 'soort', stack: true },
      stacked,
      ['30', '70', '15', 'wild', 'tam', 'n'],
    ],
    [
      'stacked bars as parts of a hundred',
      { type: 'bar', x: 'groep', y: 'n', series: 'soort', stack: 'percent' },
      stacked,
      ['75', '25', 'n (%)'],
    ],
    [
      'a line at a value beside names at the end of lines',
      { type: 'line', x: 'uur', y: 'gehalte', series: 'stof', reference: { value: 3, label: 'drempel' } },
      course,
      ['drempel', 'Harmine'],
    ],
    ['grouped bars', { type: 'bar', x: 'uur', y: 'gehalte', series: 'stof' }, course, ['DMT', 'Harmine']],
  ];

  it.each(charts)('%s', async (_, chart, data, words) => {
    const { svg, drawing, steps, diagnostics } = await draw(chart, data);
    for (const word of words) expect(drawing.texts.map((text) => text.text)).toContain(word);
    const sizes = drawing.attributes
      .filter(([name]) => name === 'font-size')
      .map(([, value]) => Number.parseFloat(value));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    const paints = drawing.attributes.filter(
      ([name, value]) => (name === 'fill' || name === 'stroke') && value !== 'none' && value !== 'transparent',
    );
    expect(paints.filter(([, value]) => !value.startsWith('var(--'))).toEqual([]);
    expect(svg).toContain('<desc id="c1-desc">Wat er te zien is</desc>');
    expect(drawing.ids.every((id) => id.startsWith('c1-'))).toBe(true);
    expect([steps, diagnostics]).toEqual([0, []]);
    expect((await draw(chart, data)).svg).toBe(svg);
  });

  it('lays bars with long names down', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => ({
      naam: `Een tamelijk lange naam van iets, nummer ${i}`,
      n: i + 1,
    }));
    const { drawing } = await draw({ type: 'bar', x: 'naam', y: 'n', order: 'descending' }, rows);
    expect(drawing.words).toContain('nummer 5');
  });

  it('writes numbers as the language does, and years in one piece', async () => {
    const rows = [
      { jaar: 2004, n: 10_500.5 },
      { jaar: 2024, n: 40_000 },
    ];
    const dutch = await draw({ type: 'line', x: 'jaar', y: 'n' }, rows);
    expect(dutch.drawing.texts.map((text) => text.text)).toEqual(expect.arrayContaining(['2004', '2024', '20.000']));
    expect(dutch.table.rows[0]).toEqual(['2004', '10.500,5']);
    const english = await draw({ type: 'line', x: 'jaar', y: 'n' }, rows, { lang: 'en' });
    expect(english.table.rows[0]).toEqual(['2004', '10,500.5']);
  });

  it('gives the numbers as a table of the columns in the chart', async () => {
    const { table } = await draw({ type: 'line', x: 'uur', y: 'gehalte', series: 'stof' }, course);
    expect(table.head).toEqual(['stof', 'uur', 'gehalte']);
    expect(table.rows[1]).toEqual(['DMT', '2', '15,8']);
  });

  it('names what is wrong, with a suggestion', async () => {
    const outcome = await drawChart({ chart: { type: 'bar', x: 'grop', y: 'spines' }, data: groups }, options());
    expect(outcome.diagnostics.map((found) => [found.code, found.help?.[0]])).toEqual([
      ['chart/unknown-column', 'did you mean `groep`?'],
    ]);
    const named = [{ groep: 'a', kleur: 'rood' }];
    expect(await codes({ type: 'bar', x: 'groep' }, named)).toEqual(['chart/short-form']);
    expect(await codes({ type: 'bar', x: 'groep', y: 'spines' }, [])).toEqual(['chart/no-data']);
    expect(await codes({ type: 'bar', x: 'groep', y: 'spines' })).toEqual(['chart/no-data']);
  });
});

describe('what people write who know other tools', () => {
  const steel = [
    { year: 2021, steel: 14.2, iron: 8 },
    { year: 2022, steel: 11.5, iron: 9 },
    { year: 2024, steel: 11.8, iron: 7 },
  ];
  const words = async (chart: JsonObject, rows: readonly JsonObject[]): Promise<readonly string[]> =>
    (await draw(chart, rows)).drawing.words.split(' ');

  it('years as numbers make an axis of whole years', async () => {
    const shown = await words({ type: 'line', x: 'year', y: 'steel' }, steel);
    expect(shown).toEqual(expect.arrayContaining(['2021', '2022', '2024']));
    expect(shown.filter((word) => /^20\d\d[,.]/.test(word))).toEqual([]);
  });

  it('years as names of series have colours as words have', async () => {
    const rows = [2012, 2020].flatMap((jaar) => [
      { groep: 'Jong', jaar, n: jaar - 1980 },
      { groep: 'Oud', jaar, n: jaar - 1960 },
    ]);
    const fills = async (data: JsonObject['x']) =>
      (await draw({ type: 'bar', x: 'groep', y: 'n', series: 'jaar' }, data)).svg.match(/fill="var\(--series-\d/g);
    const named = rows.map((row) => ({ ...row, jaar: `${row.jaar}` }));
    expect(await fills(rows)).toEqual(await fills(named));
    expect((await fills(rows))?.length).toBeGreaterThan(4);
  });

  it('columns that are not named are found; several columns of values are series', async () => {
    expect(await words({ type: 'line' }, steel)).toEqual(expect.arrayContaining(['steel', 'iron']));
    expect(await words({ type: 'line', x: 'year', y: ['steel', 'iron'] }, steel)).toContain('iron');
  });

  it('years that stand beside percentages stay the places of bars', async () => {
    const rows = [
      { year: 2021, share: '12,1 %' },
      { year: 2022, share: '9,8 %' },
    ];
    expect(await words({ type: 'bar', x: 'year', y: 'share' }, rows)).toEqual(
      expect.arrayContaining(['2021', '12,1\u202f%']),
    );
  });

  it('bars of a stacked type stand upon each other', async () => {
    const rows = [
      { a: 'x', s: 'one', n: 4 },
      { a: 'x', s: 'two', n: 5 },
    ];
    for (const type of ['stacked bar', 'stacked'])
      expect(await words({ type, x: 'a', y: 'n', series: 's' }, rows)).toEqual(
        expect.arrayContaining(['4', '5', 'two']),
      );
  });

  it.each(['scatter', 'columns', 'histogram', 'boxplot'])('%s is drawn', async (type) => {
    const { drawing, diagnostics } = await draw({ type, x: 'year', y: 'steel' }, steel);
    expect(drawing.words.length).toBeGreaterThan(0);
    expect(diagnostics).toEqual([]);
  });

  it('a pie is drawn as bars, with a warning', async () => {
    const { diagnostics } = await draw({ type: 'pie', x: 'year', y: 'steel' }, steel);
    expect(diagnostics).toMatchObject([{ code: 'chart/short-form', severity: 'warning' }]);
  });

  it('a key that means nothing is told, and the chart is drawn', async () => {
    const { diagnostics } = await draw({ type: 'bar', x: 'year', y: 'steel', titel: 'x' }, steel);
    expect(diagnostics).toMatchObject([{ code: 'chart/short-form', severity: 'warning' }]);
  });
});

describe('a whole specification', () => {
  const spec = {
    mark: 'bar',
    encoding: { x: { field: 'groep', type: 'nominal' }, y: { field: 'spines', type: 'quantitative' } },
  };

  it('is drawn in the theme, with rows of the field or of its own', async () => {
    expect((await draw(spec, groups)).drawing.words).toContain('Controle');
    const own = await draw({ ...spec, data: { values: groups } });
    expect(own.drawing.words).toContain('Controle');
    expect(own.table.head).toEqual(['groep', 'spines', 'lo', 'hi']);
  });

  it('is told when it is wrong or doubtful', async () => {
    expect(await codes({ mark: 'nonsense', encoding: {} }, groups)).toEqual(['chart/specification']);
    const doubtful = await draw({ ...spec, encoding: { ...spec.encoding, shape: { field: 'groep' } } }, groups);
    expect(doubtful.diagnostics[0]).toMatchObject({ code: 'chart/specification', severity: 'warning' });
  });

  it('is told when its text is small or its panels do not fit', async () => {
    expect(await codes({ ...spec, config: { axis: { labelFontSize: 9 } } }, groups)).toEqual(['chart/small-text']);
    const wide = { hconcat: Array.from({ length: 6 }, () => ({ ...spec, width: 400 })) };
    expect(await codes(wide, groups)).toEqual(['chart/too-large']);
  });

  it.each<readonly [string, JsonObject]>([
    ['a file', { ...spec, data: { url: 'file:///etc/passwd' } }],
    ['a URL in a layer', { layer: [{ ...spec, data: { url: 'http://127.0.0.1:1/x.csv' } }] }],
    ['a picture', { mark: { type: 'image', url: 'http://127.0.0.1:1/x.png' } }],
    ['a link', { ...spec, encoding: { href: { value: 'javascript:alert(1)' } } }],
    ['a billion rows', { data: { sequence: { start: 0, stop: 1e9 } }, mark: 'point' }],
    ['a billion bins', { mark: 'bar', encoding: { x: { bin: { maxbins: 1e9 }, field: 'spines' } } }],
    ['a deep one', Array.from({ length: 60 }).reduce<JsonObject>((inner) => ({ layer: [inner] }), spec)],
    ['a long one', { ...spec, description: 'x'.repeat(400_000) }],
  ])('%s is refused', async (_, chart) => {
    expect(await codes(chart, groups)).toEqual(['chart/outside-data']);
  });

  it('cannot smuggle pictures in through its rows', async () => {
    const rows = [{ groep: 'A', spines: 1, bron: 'http://127.0.0.1:1/x.png' }];
    const outcome = await drawChart(
      { chart: { mark: 'image', encoding: { ...spec.encoding, url: { field: 'bron' } } }, data: rows },
      options(),
    );
    expect(JSON.stringify(outcome)).not.toContain('127.0.0.1');
  });

  it('cannot smuggle markup in through its rows', async () => {
    const rows = [
      { groep: '</text><script>alert(1)</script>', spines: 1 },
      { groep: '" onload="x', spines: 2 },
    ];
    const { drawing } = await draw(spec, rows);
    expect([...drawing.names].filter((name) => !/^(svg|title|desc|g|path|rect|text|line|tspan)$/.test(name))).toEqual(
      [],
    );
    expect(drawing.attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
  });
});

describe('reading rows', () => {
  it('knows commas, semicolons with decimal commas, tabs, a byte order mark and missing values', () => {
    expect(readRows('a,b\n1.5,x\n,"y, z"\n')).toEqual([
      { a: 1.5, b: 'x' },
      { a: null, b: 'y, z' },
    ]);
    expect(readRows('\uFEFFa;b\r\n1,5;−2\r\n')).toEqual([{ a: 1.5, b: -2 }]);
    expect(readRows('a\tb\nNA\t1e3')).toEqual([{ a: null, b: 1000 }]);
    expect(readRows('a,b\n2024-01-02,007')).toEqual([{ a: '2024-01-02', b: '007' }]);
  });

  it('takes lists of rows as they are', () => {
    expect(readRows([{ a: 1, b: true, c: ['x'] }, 'no row'])).toEqual([{ a: 1, b: true, c: '["x"]' }]);
    expect(readRows(undefined)).toEqual([]);
  });
});

it.each<[string, Json]>([
  ['rows of a file', `x,y\n${'1,2\n'.repeat(10_002)}`],
  ['rows', Array.from({ length: 10_002 }, () => ({ x: 1, y: 2 }))],
  ['cells', `${'a,'.repeat(100_001)}\n1`],
  ['characters', 'x'.repeat(2_000_001)],
])('data with too many %s is refused before it is read', async (_, data) => {
  const outcome = await drawChart(
    { chart: { type: 'line', x: 'x', y: 'y' }, data },
    { id: 'c', title: 'T', width: 800, height: 400, lang: 'en' },
  );
  expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['chart/too-much-data']);
});

describe('the claim of a chart', () => {
  const towns = [
    { town: 'Delft', n: 18.6 },
    { town: 'Assen', n: 48 },
    { town: 'Ede', n: 83.7 },
  ];
  const bars = { type: 'bar', x: 'town', y: 'n' };
  const wordsOf = async (more: JsonObject, chart: JsonObject = bars): Promise<readonly string[]> => {
    const { drawing, diagnostics } = await draw({ ...chart, ...more }, towns);
    expect(diagnostics).toEqual([]);
    return drawing.texts.map((text) => text.text);
  };

  it('is a bracket with the factor between two bars, in the numbers of the language', async () => {
    expect(await wordsOf({ compare: ['Delft', 'Ede'] })).toContain('4,5 ×');
    expect(await wordsOf({ compare: { from: 'Ede', to: 'Delft', label: 'a fifth' } })).toContain('a fifth');
    expect(await wordsOf({ compare: ['Delft', 'Nowhere'] })).not.toContain('4,5 ×');
  });

  it('is a line or a band with its words, and words at a point', async () => {
    expect(await wordsOf({ reference: { value: 40, label: 'limit' } })).toContain('limit');
    expect(await wordsOf({ reference: [20, { value: 40, label: 'limit' }] })).toContain('limit');
    expect(await wordsOf({ band: { from: 20, to: 40, label: 'usual' } })).toContain('usual');
    expect(await wordsOf({ annotate: { x: 'Assen', text: 'moved' } })).toContain('moved');
  });

  it('keeps the bars in their order', async () => {
    const words = await wordsOf({ compare: ['Delft', 'Ede'] });
    expect(words.filter((word) => towns.some(({ town }) => town === word))).toEqual(['Delft', 'Assen', 'Ede']);
  });

  it('marks a point in time by its date as written', async () => {
    const months = [
      { month: '2022-01', n: 1 },
      { month: '2022-06', n: 5 },
    ];
    const { drawing } = await draw(
      { type: 'line', x: 'month', y: 'n', annotate: [{ x: '2022-06', text: 'the peak' }] },
      months,
    );
    expect(drawing.texts.map((text) => text.text)).toContain('the peak');
  });
});
