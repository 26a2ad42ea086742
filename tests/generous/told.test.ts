import { expect, it } from 'vitest';
import { artistIn } from '../../src/make/artist.ts';
import { noStore } from '../../src/host/index.ts';
import { createFiles } from '../../src/host/index.ts';
import { kitFrom, lessonOf } from '../support/pipeline.ts';
import { makeProject } from '../support/files.ts';

const slide = { layout: 'statement', title: 'This slide is sound', body: 'Good words.' };

it.each([
  'See :::box',
  'A note [[elsewhere]]',
  'Words <!-- _class: lead --> here',
  'Sized <font color="red">red</font>',
])('tells that %j is not shown as it is meant', async (body) => {
  const { diagnostics, made } = await kitFrom(lessonOf([{ ...slide, body: `Before it.\n\n${body}\n` }]));
  expect(diagnostics.map(({ code }) => code)).toContain('text/markup');
  expect(made?.deck.slides[0]?.html).toContain('Before it.');
});

it('tells how to save a workbook as a table', async () => {
  const chart = {
    layout: 'chart',
    title: 'Rates',
    chart: { type: 'bar', x: 'a', y: 'b' },
    data: 'rates.xlsx',
    alt: 'Bars',
  };
  const { diagnostics } = await kitFrom(lessonOf([chart, slide]), { 'lessons/x/rates.xlsx': 'PK\u0003\u0004 a zip' });
  const found = diagnostics.find(({ code }) => code === 'asset/not-a-table');
  expect(found?.severity).toBe('error');
  expect(found?.help?.join(' ')).toContain('CSV');
});

it('tells that an installation without Mermaid cannot draw', async () => {
  const { root } = makeProject({ 'lectern.yaml': '' });
  const unused = () => Promise.reject(new Error('no browser is needed for that'));
  const artist = artistIn({
    // A folder of Lectern without its dist/.
    files: createFiles(root, root),
    store: noStore,
    browser: {
      start: () => undefined,
      run: unused,
      show: unused,
      version: unused,
      [Symbol.asyncDispose]: () => Promise.resolve(),
    },
    browserIdentity: 'none',
    version: 'x',
  });
  const order = { source: 'graph TD; a-->b', width: 400, height: 300 };
  const drawn = await artist.draw([order] as never, { faces: [], css: '' } as never);
  expect(drawn.diagnostics.map(({ code }) => code)).toEqual(['build/no-mermaid']);
});
