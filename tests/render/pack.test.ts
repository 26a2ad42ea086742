import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composition } from '../../src/model/index.ts';
import { createMarp } from '../../src/render/marp.ts';
import { patternUrl } from '../../src/compose/pattern.ts';
import { packOwnRules, packStyle, sizeRule } from '../../src/render/pack.ts';
import { packedStyle, patternMark } from '../../src/render/styles.ts';
import { rulesOf } from '../../src/text/index.ts';
import { packageRoot } from '../support/files.ts';

const templates = join(packageRoot, 'templates');
const themeFolder = join(templates, 'themes/lectern');
const theme = ['tokens', 'theme', 'variants'].map((name) => readFileSync(join(themeFolder, `${name}.css`), 'utf8'));
const styleFile = (name: string): string => join(templates, 'layouts', name, 'style.css');
const layouts = readdirSync(join(templates, 'layouts'))
  .filter((name) => existsSync(styleFile(name)))
  .sort();
const styleOf = (name: string): string => readFileSync(styleFile(name), 'utf8');

const uses = { math: false, code: false };
const marp = await createMarp(uses);
const pack = (css: string): string => marp.pack(css, uses);
const size = { width: 1280, height: 720 };
const own = packOwnRules([...theme, ...layouts.map(styleOf)].join('\n'), [size], () => pack);

const compositionOf = (css: string): Composition => ({ css, size, uses }) as Composition;
const wide = sizeRule(size);

describe('packing with own rules at hand gives what Marp gives', () => {
  const same = (css: string): void => {
    expect(packStyle(compositionOf(css), pack, own)).toBe(pack(css));
  };

  it.each([
    ['the theme alone', [...theme, wide]],
    ['all layouts', [...theme, wide, ...layouts.map(styleOf)]],
    ['tokens of a lesson', [...theme, wide.replace('\n\n}', '\n  --accent: #123456;\n}'), styleOf('bullets')]],
    [
      'a theme on top',
      [...theme, 'section { color: red } /* } */ section::after { content: "}" }', wide, styleOf('quiz')],
    ],
    ['rules of a lesson', [...theme, wide, '@media print { section h1 { color: red } }\nh1 { & em { color: blue } }']],
    ['another size', [...theme, wide, 'section { width: 800px; height: 600px }']],
    ['nothing but a size', [wide]],
  ])('%s', (_name, css) => same(css.join('\n')));

  it('any choice of layouts (property)', () => {
    fc.assert(
      fc.property(fc.subarray(layouts), (chosen) => same([...theme, wide, ...chosen.map(styleOf)].join('\n'))),
      { numRuns: 10 },
    );
  });
});

it.each([
  ['the size alone', wide],
  ['the pattern of the covers', wide.replace('\n\n}', `\n  --pattern: ${patternMark};\n}`)],
])('asks Marp for nothing when all rules are own: %s', (_name, last) => {
  const css = [...theme, last, ...layouts.map(styleOf)].join('\n');
  const never = (): string => {
    throw new Error('packed');
  };
  expect(() => packStyle(compositionOf(css), never, own)).not.toThrow();
});

it('lessons that differ in the pattern of their covers share one packed style sheet', async () => {
  let packs = 0;
  const counted = (composition: Composition): string => {
    packs++;
    return packStyle(composition, pack, own);
  };
  for (const title of ['One', 'Another', 'A third']) {
    const last = wide.replace('\n\n}', `\n  --pattern: ${patternUrl(title)};\n}`);
    const css = [...theme, last, styleOf('bullets'), '.of-this-test{color:red}'].join('\n');
    expect(await packedStyle(compositionOf(css), counted, undefined)).toBe(pack(css));
  }
  expect(packs).toBe(1);
});

describe('rules of a style sheet', () => {
  it('are kept apart, comments between them left out', () => {
    const css = '/* a } */ a { b: "}" } \n@layer x, y; c { d { e: f } } /* end */ g\\{ { h: i } j { k';
    expect(rulesOf(css)).toEqual(['a { b: "}" }', '@layer x, y;', 'c { d { e: f } }', 'g\\{ { h: i }', 'j { k']);
  });

  it('of any text lose nothing but comments and white space, in linear time (property)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: fc.constantFrom(...Array.from('a{};"\'/*\\\n ')) }), (css) => {
        const bare = (text: string): string => text.replace(/\/\*[^]*?(?:\*\/|$)|\s/g, '');
        const noComments = css.replaceAll('/*', '/');
        expect(bare(rulesOf(noComments).join(''))).toBe(bare(noComments));
      }),
    );
  });
});
