import { describe, expect, it } from 'vitest';
import { layOutLesson, outlineOf, type LaidOutLesson } from '../layout/support.ts';
import { freeLayout, looks } from './look.ts';
import { files } from './pictures.ts';
import { builtIn, crowded, hopeless, oversizeCss, styled, type Seed } from './seeds.ts';

const references = [{ id: 'one', authors: 'Author, A.', year: '2001', title: 'On one' }];
const seeds: readonly Seed[] = [...builtIn, ...styled];

/** All seeds and their twins as the slides of one lesson: one load of the browser for each look. */
const lessonIn = (presentation: unknown): Promise<LaidOutLesson> => {
  const slides = seeds.flatMap(({ name, bad, good }) => [
    { id: `${name}-bad`, ...bad },
    { id: `${name}-good`, ...good },
  ]);
  const look = { ...(presentation as object), css: 'large.css' };
  return layOutLesson(outlineOf(slides, { presentation: look, references }), {
    ...files,
    ...freeLayout,
    'large.css': oversizeCss,
  });
};

describe.each(Object.entries(looks))('seeded overflow, %s', (_look, presentation) => {
  let made: Promise<LaidOutLesson> | undefined;
  const lesson = (): Promise<LaidOutLesson> => (made ??= lessonIn(presentation));

  it.each(seeds)('is found in $name', async ({ name, field }) => {
    const found = (await lesson()).of(`${name}-bad`).filter((finding) => finding.code === 'slide/overflow');
    expect(found).not.toEqual([]);
    if (field !== undefined) expect(found.map((finding) => finding.message).join('\n')).toContain(`(${field}`);
  });

  it('is nowhere, however much a slide of our own layouts holds', async () => {
    const slides = crowded.map(({ name, bad }) => ({ id: name, ...bad }));
    const { of } = await layOutLesson(outlineOf(slides, { presentation, references }), files);
    const over = crowded.filter(({ name }) => of(name).some(({ code }) => code === 'slide/overflow'));
    expect(over.map(({ name }) => name).filter((name) => !hopeless.includes(name))).toEqual([]);
    expect(over.map(({ name }) => name)).toContain('caption');
  });

  it.each(seeds)('is not found in the twin of $name', async ({ name }) => {
    expect((await lesson()).of(`${name}-good`)).toEqual([]);
  });
});
