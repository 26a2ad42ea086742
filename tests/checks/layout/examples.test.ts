import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../support/files.ts';
import { layOutLesson, type Outline } from './support.ts';

interface Example {
  readonly name: string;
  readonly lang?: string;
  readonly slide: Outline;
  readonly lesson?: Outline;
}

const folder = join(packageRoot, 'templates/layouts');
const figure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450"><rect width="800" height="450" fill="#e4eced"/><circle cx="400" cy="225" r="120" fill="#0a5c6e"/></svg>`;

/** Every id that an example cites must exist. */
function referencesFor(value: unknown): string[] {
  const ids = new Set<string>();
  const visit = (item: unknown): void => {
    if (Array.isArray(item)) return item.forEach(visit);
    if (typeof item !== 'object' || item === null) return;
    for (const [key, member] of Object.entries(item)) {
      if ((key === 'cites' || key === 'only') && Array.isArray(member)) member.forEach((id) => ids.add(String(id)));
      else if (key === 'cite' && typeof member === 'string') ids.add(member);
      else visit(member);
    }
  };
  visit(value);
  return [...ids];
}

const examples = readdirSync(folder).flatMap((layout) => {
  const list = parse(readFileSync(join(folder, layout, 'example.yaml'), 'utf8')) as readonly Example[];
  return list.map((example) => ({ ...example, id: `${layout}-${example.name}` }));
});

function outlineFor(example: Example & { id: string }, presentation: Outline): Outline {
  const { lesson = {} } = example;
  const own = (lesson.references as readonly { id: string }[] | undefined) ?? [];
  const more = referencesFor(example.slide).filter((id) => !own.some((reference) => reference.id === id));
  return {
    title: 'What a Fourier series can and cannot do',
    lang: example.lang ?? 'en',
    plans: [{ id: 'short', minutes: 45 }],
    presentation,
    ...lesson,
    references: [...own, ...more.map((id) => ({ id, authors: 'Author, A.', year: '2001', title: `On ${id}` }))],
    sections: (lesson.sections as readonly Outline[] | undefined)?.map((section, i) => ({
      minutes: 10,
      ...section,
      slides: i === 0 ? [{ id: 'shown', ...example.slide }] : [{ layout: 'statement', title: 'Another', body: 'x' }],
    })) ?? [{ id: 'main', title: 'The only section', minutes: 45, slides: [{ id: 'shown', ...example.slide }] }],
  };
}

describe('the examples of all layouts', () => {
  const looks = [{}, { variant: 'dark' }, { size: '4:3' }, { variant: 'contrast', footer: 'Course BIO2, week 4' }];
  it.each(looks)('fit in %j', { timeout: 240_000 }, async (presentation) => {
    const found: string[] = [];
    for (const example of examples) {
      try {
        const data = { 'data/example.csv': 'a,b\n1,2\n', 'images/example.svg': figure };
        const lesson = await layOutLesson(outlineFor(example, presentation), data);
        for (const finding of lesson.diagnostics) found.push(`${example.id}: ${finding.code} ${finding.message}`);
      } catch (error) {
        found.push(`${example.id}: FAILED ${String(error)}`);
      }
    }
    expect(found).toEqual([]);
  });
});
