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
