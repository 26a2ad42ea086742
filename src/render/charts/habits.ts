import { isObject, suggest, type Diagnostic, type Json, type JsonObject, type Span } from '../../base/index.ts';
import { chartProblem } from './codes.ts';
import { columnsOf, type Row, type Value } from './rows.ts';
import { shortTypes } from './short.ts';
import { withoutUnits } from './units.ts';
import { looksNumeric } from './values.ts';

/** A chart in the words of the short form, with rows that fit it. */
interface Meant {
  readonly chart: JsonObject;
  readonly rows: readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Run {
  readonly chart: Record<string, Json | undefined>;
  readonly found: Diagnostic[];
  readonly at: (pointer: string) => Span | undefined;
}

/** Types of charts by the names that other tools give them. */
const types: Readonly<Record<string, (typeof shortTypes)[number]>> = {
  ...{ scatter: 'point', scatterplot: 'point', points: 'point', dot: 'point', dots: 'point', bubble: 'point' },
  ...{ bars: 'bar', column: 'bar', columns: 'bar', barh: 'bar', hbar: 'bar', 'horizontal-bar': 'bar', balken: 'bar' },
  ...{ 'bar-chart': 'bar', barchart: 'bar', staaf: 'bar', barras: 'bar', säulen: 'bar' },
  ...{ lines: 'line', linechart: 'line', 'line-chart': 'line', spline: 'line', lijn: 'line', linie: 'line' },
  ...{ línea: 'line', linha: 'line', ligne: 'line', linea: 'line', lijngrafiek: 'line', liniendiagramm: 'line' },
  ...{ courbe: 'line', curve: 'line', linje: 'line', viiva: 'line', çizgi: 'line', linia: 'line', линия: 'line' },
  ...{ линейный: 'line', γραμμή: 'line', خطي: 'line', 折线: 'line', 折线图: 'line', 折れ線: 'line' },
  ...{ barre: 'bar', barra: 'bar', histogramme: 'bar', balkendiagramm: 'bar', säulendiagramm: 'bar', stapel: 'bar' },
  ...{ säule: 'bar', saeulen: 'bar', staafdiagram: 'bar', staven: 'bar', columna: 'bar', columnas: 'bar' },
  ...{ colonne: 'bar', colonnes: 'bar', coluna: 'bar', colunas: 'bar', słupki: 'bar', słupkowy: 'bar' },
  ...{ sütun: 'bar', çubuk: 'bar', pylväs: 'bar', pylväät: 'bar', søyle: 'bar', søjle: 'bar', столбцы: 'bar' },
  ...{ столбчатая: 'bar', στήλες: 'bar', أعمدة: 'bar', 柱状图: 'bar', 条形图: 'bar', 棒: 'bar', 棒グラフ: 'bar' },
  ...{ punkte: 'point', streudiagramm: 'point', spreiding: 'point', spreidingsdiagram: 'point', nuage: 'point' },
  ...{ dispersión: 'point', dispersion: 'point', dispersione: 'point', dispersão: 'point', 散点图: 'point' },
  ...{ punkt: 'point', spridning: 'point', dağılım: 'point', areas: 'area', fläche: 'area', flächen: 'area' },
  ...{
    vonal: 'line',
    vonaldiagram: 'line',
    linjediagram: 'line',
    viivakaavio: 'line',
    꺾은선: 'line',
    꺾은선그래프: 'line',
  },
  ...{ 선그래프: 'line', đường: 'line', garis: 'line', linie: 'line', lijnen: 'line', línea: 'line', líneas: 'line' },
  ...{ linhas: 'line', linee: 'line', lignes: 'line', linjer: 'line', линии: 'line', график: 'line', γραμμές: 'line' },
  ...{ oszlop: 'bar', oszlopdiagram: 'bar', stapeldiagram: 'bar', søjlediagram: 'bar', 막대: 'bar', 막대그래프: 'bar' },
  ...{ batang: 'bar', cột: 'bar', coloane: 'bar', stupci: 'bar', sloupcový: 'bar', słupek: 'bar', bâtons: 'bar' },
  ...{ pontdiagram: 'point', szórásdiagram: 'point', 산점도: 'point', sebar: 'point', spridningsdiagram: 'point' },
  ...{ nuage: 'point', puntos: 'point', pontos: 'point', punti: 'point', terület: 'area', yta: 'area', 영역: 'area' },
  ...{ vlak: 'area', aire: 'area', área: 'area', alan: 'area', ci: 'forest', intervals: 'forest' },
};

/** Keys by the names that other tools give them. */
const keys: Readonly<Record<string, string>> = {
  ...{ color: 'series', colour: 'series', group: 'series', groups: 'series', hue: 'series', serie: 'series' },
  ...{ xlabel: 'xTitle', xtitle: 'xTitle', xaxis: 'xTitle', xaxistitle: 'xTitle', xname: 'xTitle' },
  ...{ ylabel: 'yTitle', ytitle: 'yTitle', yaxis: 'yTitle', yaxistitle: 'yTitle', yname: 'yTitle' },
  ...{ stacked: 'stack', stacking: 'stack', stackmode: 'stack', barmode: 'stack' },
  ...{
    units: 'unit',
    einheit: 'unit',
    eenheid: 'unit',
    unité: 'unit',
    unidad: 'unit',
    unità: 'unit',
    unidade: 'unit',
    enhet: 'unit',
    enhed: 'unit',
    jednostka: 'unit',
    birim: 'unit',
    单位: 'unit',
    単位: 'unit',
  },
  ...{ sort: 'order', range: 'domain', line: 'reference', threshold: 'reference', labels: 'x', values: 'y' },
};

/** Types that say how bars stand. */
const stacks: readonly { readonly type: RegExp; readonly stack: true | 'share' }[] = [
  { type: /^(?:100-?%?|percent|normali[sz]ed|full)-?stacked/, stack: 'share' },
  { type: /stacked|gestapel[dt]|empilé|apilad|impilat|empilhad/, stack: true },
];

/** Charts that the short form has no word for, in the words of Vega-Lite. */
const drawn: Readonly<Record<string, (x: string, y: string | undefined, bins?: number) => JsonObject>> = {
  histogram: (x, _y, bins) => ({
    mark: 'bar',
    encoding: {
      x: { field: fieldOf(x), bin: bins === undefined ? true : { maxbins: bins }, type: 'quantitative', title: x },
      y: { aggregate: 'count', title: null },
    },
  }),
  boxplot: (x, y) => ({
    mark: { type: 'boxplot', size: 60 },
    encoding:
      y === undefined
        ? { x: { field: fieldOf(x), type: 'quantitative', title: x } }
        : {
            x: { field: fieldOf(x), type: 'nominal', title: null, axis: { labelAngle: 0 } },
            y: { field: fieldOf(y), type: 'quantitative', title: y, scale: { zero: false } },
          },
  }),
};

/** A column in the grammar of Vega-Lite, where dots and brackets have a meaning. */
const fieldOf = (column: string): string => column.replace(/[.[\]\\'"]/g, '\\$&');

/**
 * Reads a chart as people write it who know other tools: `scatter`, `xlabel`, a second column of values instead of a
 * series, columns that are not named. What is read otherwise than written is said.
 */
export function asMeant(
  written: JsonObject,
  data: readonly Row[],
  lang: string,
  at: (pointer: string) => Span | undefined,
): Meant {
  const run: Run = { chart: { ...written }, found: [], at };
  for (const key of Object.keys(written)) renameKey(run, key);
  const rows = chooseColumns(run, plainRows(run, data), lang);
  const special = readType(run, rows);
  return { chart: special ?? run.chart, rows, diagnostics: run.found };
}

function tell({ found, at }: Run, key: string, message: string, help: string): void {
  const place = at(`/chart/${key}`) ?? at('/chart');
  found.push(
    chartProblem('chart/short-form', message, { severity: 'warning', help: [help], ...(place && { at: place }) }),
  );
}

function renameKey(run: Run, key: string): void {
  const { chart } = run;
  const bare = key.toLowerCase().replace(/[\s_-]/g, '');
  if (/^[xy]?scale$|^scale[xy]?$/.test(bare) && chart[key] === 'log') {
    chart.log = true;
  } else {
    const target = keys[bare];
    const value = chart[key];
    if (target === undefined || Object.hasOwn(chart, target)) return;
    if (target === 'series' && typeof value !== 'string') return;
    chart[target] = value;
  }
  Reflect.deleteProperty(chart, key);
}

/** The rows with numbers alone where they bear a unit, which is then that of the chart. */
function plainRows({ chart }: Run, data: readonly Row[]): readonly Row[] {
  const { rows, unit } = withoutUnits(data, textOr(chart.x) ?? columnsOf(data)[0] ?? '');
  if (unit !== undefined && chart.unit === undefined) chart.unit = unit;
  return rows;
}

/** Columns that hold the ends of an interval, in the words that people have for them. */
const ends: readonly (readonly [low: string, high: string])[] = [
  ['low', 'high'],
  ['lower', 'upper'],
  ['lo', 'hi'],
  ['min', 'max'],
  ['from', 'to'],
  ['von', 'bis'],
  ['van', 'tot'],
  ['ci_low', 'ci_high'],
  ['cilow', 'cihigh'],
  ['lcl', 'ucl'],
  ['ll', 'ul'],
];

/** The ends of the intervals that the data holds though the chart does not name them. */
function endsIn(columns: readonly string[]): readonly string[] | undefined {
  const named = (name: string): string | undefined => columns.find((column) => column.trim().toLowerCase() === name);
  return ends.map((pair) => pair.map(named).filter((column) => column !== undefined)).find((pair) => pair.length === 2);
}

/** `x: { field: rate, scale: log, title: learning rate }`: what is said of an axis where its column is named. */
function axisSettings(chart: Run['chart'], axis: 'x' | 'y'): void {
  const value = chart[axis];
  if (!isObject(value)) return;
  const { title, scale } = value;
  const isLog = scale === 'log' || (isObject(scale) && scale.type === 'log');
  if (typeof title === 'string') chart[`${axis}Title`] ??= title;
  if (isLog) chart.log = chart.log === undefined ? axis : 'both';
}

/** The columns of a chart: those that it names, else the first for the places and the numbers for the values. */
function chooseColumns(run: Run, rows: readonly Row[], lang: string): readonly Row[] {
  const { chart } = run;
  const columns = columnsOf(rows);
  for (const axis of ['x', 'y'] as const) axisSettings(chart, axis);
  const own = (key: 'x' | 'y' | 'series'): string | undefined => {
    const value = chart[key];
    const name = isObject(value) && typeof value.field === 'string' ? value.field : value;
    if (typeof name !== 'string') return undefined;
    const same = columns.find((column) => column.trim().toLowerCase() === name.trim().toLowerCase());
    return columns.includes(name) ? name : (same ?? name);
  };
  const needsY = chart.type !== 'histogram' && chart.type !== 'boxplot';
  const x = own('x') ?? columns.find((column) => column !== own('y') && column !== own('series'));
  if (x === undefined) return rows;
  chart.x = x;
  const series = own('series');
  if (series !== undefined) chart.series = series;
  const y = own('y');
  if (y !== undefined || !needsY) {
    if (y !== undefined) chart.y = y;
    return rows;
  }
  if (chart.error === undefined) {
    const interval = endsIn(columns);
    if (interval !== undefined) chart.error = interval;
  }
  const errors = Array.isArray(chart.error) ? (chart.error as readonly Json[]) : [];
  const listed = Array.isArray(chart.y) ? (chart.y as readonly Json[]).map(String) : undefined;
  const free = (listed ?? columns).filter(
    (column) =>
      columns.includes(column) &&
      column !== x &&
      column !== series &&
      !errors.includes(column) &&
      looksNumeric(rows, column, lang),
  );
  const [only, second] = free;
  if (only === undefined) return rows;
  if (second === undefined || series !== undefined || Array.isArray(chart.error)) {
    chart.y = only;
    return rows;
  }
  return folded(run, rows, x, free);
}

/** Several columns of values as series: a row for each value, named by its column. */
function folded({ chart }: Run, rows: readonly Row[], x: string, columns: readonly string[]): readonly Row[] {
  const [value, name] = ['value', 'series'].map((word) => (word === x ? `${word} ` : word)) as [string, string];
  if (chart.yTitle === undefined) chart.yTitle = '';
  Object.assign(chart, { y: value, series: name });
  return rows.flatMap((row) =>
    columns.map((column): Row => ({ [x]: row[x] ?? null, [name]: column, [value]: valueOf(row[column]) })),
  );
}

/** The type that one word of several names: `stacked bar`, `line graph`; not that of pies and the like. */
function named(words: readonly string[]): string | undefined {
  const found = words.flatMap((word) => shortTypes.find((type) => type === word) ?? types[word] ?? []);
  return words.some((word) => undrawn.test(word)) ? undefined : found[0];
}

/** Charts for which there is nothing but bars. */
const undrawn = /^(?:pie|donut|doughnut|kreis|tort|taart|camembert|torta|pizza|radar|treemap|waterfall|funnel)/;

const textOr = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const valueOf = (value: Value | undefined): Value => value ?? null;

/** Gives the type its name here; what has none is drawn by Vega-Lite, or as bars with a finding. */
function readType(run: Run, rows: readonly Row[]): JsonObject | undefined {
  const { chart } = run;
  const { type } = chart;
  if (type === undefined || shortTypes.some((name) => name === type)) return undefined;
  const name = typeof type === 'string' ? type.trim().toLowerCase().replace(/[\s_]/g, '-') : '';
  const bare = name.replaceAll('-', '').replace(/s$/, '');
  const special = drawn[bare];
  if (special && typeof chart.x === 'string' && columnsOf(rows).includes(chart.x))
    return special(chart.x, textOr(chart.y), typeof chart.bins === 'number' ? chart.bins : undefined);
  const stacked = stacks.find((one) => one.type.test(name));
  if (stacked && chart.stack === undefined) chart.stack = stacked.stack;
  const known = stacked ? 'bar' : (types[name] ?? types[bare] ?? named(name.split('-')) ?? suggest(name, shortTypes));
  if (known !== undefined) {
    chart.type = known;
    return undefined;
  }
  if (name === '') return undefined;
  chart.type = 'bar';
  const help = undrawn.test(name)
    ? 'Bars can be compared better than slices; write `type: bar`, or draw a pie with the layout for Mermaid diagrams.'
    : `Write \`type:\` with one of: ${shortTypes.join(', ')}.`;
  tell(run, 'type', `There is no chart of the type \`${name}\`; the same numbers are drawn as bars.`, help);
  return undefined;
}
