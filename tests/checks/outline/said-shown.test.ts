import { expect, it } from 'vitest';
import { saidShownCheck } from '../../../src/checks/outline/said-shown.ts';
import { cleanSlide, find, outlineOf } from './support.ts';

const rows = [
  ['Calcium', '120', 'nerves'],
  ['Sodium', '145', 'kidneys'],
  ['Potassium', '4.5', 'muscles'],
];
const slide = (notes: string | undefined) => ({
  ...cleanSlide,
  id: 'x',
  layout: 'table',
  body: undefined,
  head: ['Ion', 'Level', 'Organ'],
  rows,
  notes,
});
const found = async (notes: string | undefined) => find(saidShownCheck, outlineOf([slide(notes)]));

it('finds a table of which the notes say almost nothing, and names what is missing', async () => {
  const [finding, ...others] = await found('Look at this for a while and ask what they see.');
  expect(finding?.code).toBe('figure/unsaid');
  expect(finding?.at).toBeDefined();
  expect(finding?.help?.join(' ')).toContain('Calcium');
  expect(others).toEqual([]);
});

it.each([
  'Calcium stands at 120 and serves the nerves; sodium at 145, for the kidneys; potassium at 4.5, for the muscles.',
  'The ions: calcium for nerves, sodium for kidneys, potassium for muscles.',
])('lets pass: %s', async (notes) => expect(await found(notes)).toEqual([]));

it('says nothing of a slide without notes, which is another finding', async () =>
  expect(await found(undefined)).toEqual([]));

const table = async (lang: string, cells: readonly string[], notes: string) => {
  const outline = outlineOf([{ ...slide(notes), head: ['1', '2'], rows: [cells.slice(0, 3), cells.slice(3)] }]);
  return find(saidShownCheck, { ...outline, lang });
};

it.each([
  [
    'de',
    ['Be\u00adrufs\u00adaus\u00adübung', 'Laden\u00adschluss', '**Z**weck', 'Eignung', 'Wahl', 'Maß'],
    'Berufsausübung, Ladenschluss, Zweck, Eignung, Wahl, Maß.',
  ],
  [
    'ja',
    ['東京で観測開始', '淡路大震災のあと', '沈み込み', '繰り返し', '地震', '公式'],
    '東京では観測が始まり、淡路の大震災の後に沈み込みと繰り返し、地震の公式が分かった。',
  ],
  [
    'ru',
    ['Германии', 'России', 'Польши', 'кремния', 'магния', 'железа'],
    'Германия, Россия, Польша; кремний, магний, железо.',
  ],
])('knows words by their parts, in scripts without spaces and in other forms: %s', async (lang, cells, notes) => {
  expect(await table(lang, cells, notes)).toEqual([]);
  expect(await table(lang, cells, 'Nothing of it.')).toHaveLength(1);
});
