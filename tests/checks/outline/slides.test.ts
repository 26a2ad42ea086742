import { describe, expect, it } from 'vitest';
import { bulletsCheck } from '../../../src/checks/outline/bullets.ts';
import { duplicateTitleCheck } from '../../../src/checks/outline/duplicate-title.ts';
import { emptyNotesCheck } from '../../../src/checks/outline/empty-notes.ts';
import { tableShapeCheck } from '../../../src/checks/outline/table-shape.ts';
import { isSentence, titleSentenceCheck } from '../../../src/checks/outline/title-sentence.ts';
import { cleanSlide, find, outlineOf, places } from './support.ts';

const clean = outlineOf([]);
const list = (count: number): string => Array.from({ length: count }, (_, i) => `- item ${i + 1}`).join('\n');

describe('slide/bullets', () => {
  it('counts the items of each list, written or a field', async () => {
    const long = { ...cleanSlide, id: 'long', title: 'Nine things matter here', body: list(9) };
    const [finding] = await find(bulletsCheck, outlineOf([long]));
    expect(finding).toMatchObject({
      code: 'slide/bullets',
      message: 'The list on slide "long" has 9 items; 7 are enough.',
    });
    expect(finding?.help).toContain('Divide it: 5 items here and 4 on a second slide.');
    const field = {
      layout: 'bullets',
      id: 'b',
      title: 'Four things matter here',
      bullets: ['a', 'b', 'c', 'd'],
      notes: 'n',
    };
    const options = { 'slide/bullets': { limit: 3 } } as const;
    expect(await places(bulletsCheck, outlineOf([field]), { options })).toEqual(['slide/bullets: bullets']);
  });

  it('lets seven items, tables and several short lists pass', async () => {
    const seven = { ...cleanSlide, id: 'seven', title: 'Seven things matter here', body: list(7) };
    const rows = Array.from({ length: 8 }, (_, i) => [String(i), 'x']);
    const table = { layout: 'table', id: 't', title: 'The table has many rows', head: ['a', 'b'], rows, notes: 'n' };
    expect(await find(bulletsCheck, outlineOf([seven, table]))).toEqual([]);
  });
});

describe('slide/title-sentence', () => {
  it('finds subjects', async () => {
    const slides = ['Results', 'The pump', 'Overview of the whole system'].map((title, i) => ({
      ...cleanSlide,
      id: `s${i}`,
      title,
    }));
    expect(await places(titleSentenceCheck, outlineOf(slides))).toEqual([
      'slide/title-sentence: Results',
      'slide/title-sentence: The pump',
      'slide/title-sentence: Overview of the whole system',
    ]);
  });

  it('accepts sentences, questions, and titles of layouts that need none', async () => {
    expect(await find(titleSentenceCheck, outlineOf([{ layout: 'break', title: 'Break', time: 5 }]))).toEqual([]);
    for (const title of ['MDMA reverses SERT at once', 'Serotonin rises', 'Why now?'])
      expect(isSentence(title, 'en')).toBe(true);
    expect(isSentence('De pomp keert', 'nl')).toBe(false);
    expect(isSentence('Serotonine stijgt', 'nl')).toBe(true);
  });

  it('does not judge languages that it does not know', async () => {
    expect(
      await find(titleSentenceCheck, outlineOf([{ ...cleanSlide, id: 'x', title: 'Wyniki' }], { lang: 'pl' })),
    ).toEqual([]);
  });
});

describe('slide/duplicate-title', () => {
  it('names the first slide with the title, whatever its case and markers', async () => {
    const twin = { ...cleanSlide, id: 'twin', title: 'A **transporter** moves serotonin into the Cell' };
    const [finding] = await find(duplicateTitleCheck, outlineOf([twin]));
    expect(finding?.code).toBe('slide/duplicate-title');
    expect(finding?.related?.[0]?.message).toBe('Slide "clean" has it first.');
    expect(finding?.source).toBe(twin.title);
  });

  it('lets different titles pass', async () => expect(await find(duplicateTitleCheck, clean)).toEqual([]));
});

describe('slide/empty-notes', () => {
  it('finds slides without notes', async () => {
    const silent = { ...cleanSlide, id: 'silent', title: 'Nobody says a word here', notes: undefined };
    expect(await places(emptyNotesCheck, outlineOf([silent]))).toEqual(['slide/empty-notes: Nobody says a word here']);
  });

  it('needs none on slides that only order the lesson', async () => {
    const slides = [
      { layout: 'title' },
      { layout: 'section', title: 'Part' },
      { layout: 'break', title: 'Break', time: 5 },
      { layout: 'agenda', title: 'Agenda' },
      { layout: 'poll', title: 'Vote', question: 'Which?', options: ['a', 'b'] },
    ];
    expect(await find(emptyNotesCheck, outlineOf(slides))).toEqual([]);
  });
});

describe('table/cells', () => {
  const table = (rows: readonly (readonly string[])[]): Record<string, unknown> => ({
    layout: 'table',
    id: 't',
    title: 'The rows say what was found',
    head: ['a', 'b'],
    rows,
    notes: 'n',
  });
  const matrix = (cells: readonly string[]): Record<string, unknown> => ({
    layout: 'matrix',
    id: 'm',
    title: 'The cells say what was found',
    columns: ['a', 'b'],
    rows: [{ label: 'r', cells }],
    notes: 'n',
  });

  // Cells that a table lacks at the end of a row are filled, and told, when the outline is read.
  it('finds rows with too many cells, and those of a matrix with too few', async () => {
    const found = await find(tableShapeCheck, outlineOf([table([['1', '2'], ['3'], ['4', '5', '6']]), matrix(['1'])]));
    expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'error Row 3 has 3 cells; the table has 2 heads.',
      'error Row 1 has 1 cells; the table has 2 heads.',
    ]);
    expect(found.every(({ code }) => code === 'table/cells')).toBe(true);
  });

  it('lets full rows pass', async () => {
    expect(await find(tableShapeCheck, outlineOf([table([['1', '2']]), matrix(['1', '2'])]))).toEqual([]);
  });
});
