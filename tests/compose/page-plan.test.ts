import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withMargins } from '../../src/compose/fit/index.ts';
import { slideSizes } from '../../src/model/index.ts';
import { pagePlan } from '../../src/parse/index.ts';
import { sectionLengths, sectionProperties } from '../../src/text/index.ts';
import { makeProject, packageRoot } from '../support/files.ts';

const themes = join(packageRoot, 'templates/themes');
const read = (theme: string, name: string): Uint8Array | undefined =>
  existsSync(join(themes, theme, name)) ? readFileSync(join(themes, theme, name)) : undefined;
const planWith = (plan: string, size: (typeof slideSizes)[number] = '16:9') => {
  const { files } = makeProject({ 'base/plan.yaml': read('lectern', 'plan.yaml') ?? '', 'own/plan.yaml': plan });
  return pagePlan(files, ['base', 'own'], size);
};

describe.each(readdirSync(themes))('the page plan of %s and its style sheets draw the same page', (theme) => {
  const own = new TextDecoder().decode(read(theme, 'plan.yaml'));
  const sheets = [read('lectern', 'tokens.css'), theme === 'lectern' ? undefined : read(theme, 'tokens.css')]
    .filter((bytes) => bytes !== undefined)
    .map((bytes) => new TextDecoder().decode(bytes));

  it.each(slideSizes)('at %s', (size) => {
    const { plan, diagnostics } = planWith(theme === 'lectern' ? '' : own, size);
    expect(diagnostics).toEqual([]);
    const lengths = (...classes: readonly string[]) =>
      sectionLengths(sheets, [`size-${size.replace(':', 'x')}`, ...classes]);
    const { margins, title, text } = plan;
    expect(withMargins(plan, lengths()).margins).toEqual(margins);
    for (const step of text.sizes) expect(lengths(`text-${step}`)['size-body'], `text-${step}`).toBe(step);
    for (const step of title.sizes) expect(lengths(`title-${step}`)['size-title'], `title-${step}`).toBe(step);
    expect(lengths()['size-title']).toBe(title.sizes[0]);
    const tokens = sectionProperties(sheets, []);
    expect(tokens['leading-title']).toBe(String(title.leading));
    for (const name of ['lead', 'small', 'fine'] as const) expect(tokens[`size-${name}`]).toContain(`* ${text[name]})`);
    expect(tokens['size-fine']).toContain(`${text.mostFine}px`);
  });
});

describe('a theme on top of Lectern’s own', () => {
  it('states only what differs', () => {
    const { plan, diagnostics } = planWith("shapes: { '4:3': { margin: 40 } }\nfoot: { logo: 90 }\n", '4:3');
    expect(diagnostics).toEqual([]);
    expect(plan.margins).toEqual({ x: 40, top: 34, bottom: 26 });
    expect(plan.canvas).toEqual({ width: 960, height: 720 });
    expect(plan.foot).toMatchObject({ logo: 90, number: 64 });
  });

  it.each([
    ['a number that is none', 'foot: { logo: wide }'],
    ['a name that there is not', 'footer: { logo: 90 }'],
    ['text too small to be read', 'text: { sizes: [12, 40] }'],
    ['a list of steps without a step', 'text: { sizes: [] }'],
    ['a slide of no width', "shapes: { '16:9': { width: 0 } }"],
    ['no mapping', '- 1'],
  ])('with %s is told so, and the plan below it counts', (_, text) => {
    const { plan, diagnostics } = planWith(text);
    expect(diagnostics.map(({ code, at }) => [code, at?.file])).toContainEqual(['theme/plan', 'own/plan.yaml']);
    expect(plan).toEqual(planWith('').plan);
  });
});

it('margins that tokens give in px count, others do not', () => {
  const css = 'section { --margin-x: 90px } section.title { --margin-top: 1px } section { --margin-bottom: 2em }';
  const { margins } = withMargins(planWith('').plan, sectionLengths([css, 'no { css'], []));
  expect(margins).toEqual({ x: 90, top: 34, bottom: 26 });
});
