import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpers } from '../../src/compose/helpers/index.ts';
import { layoutsMarkdown } from '../../src/pages/gallery/index.ts';
import { packageRoot } from '../support/files.ts';
import { examplesOf, layouts } from './support.ts';

describe('docs/layouts.md', () => {
  it('says what the layouts say of themselves; else run `node scripts/layouts-docs.mjs`', () => {
    const written = readFileSync(join(packageRoot, 'docs/layouts.md'), 'utf8');
    const docs = layouts.map((layout) => ({ layout, examples: examplesOf(layout) }));
    expect(written).toBe(layoutsMarkdown(docs, 'images/layouts'));
  });

  it('shows a small picture of each layout', () => {
    for (const { name } of layouts) {
      const { size } = statSync(join(packageRoot, `docs/images/layouts/${name}.webp`));
      expect(size, name).toBeGreaterThan(500);
      expect(size, name).toBeLessThanOrEqual(25_000);
    }
  });
});

describe('docs/templates.md', () => {
  it('names every helper and every key of a layout', () => {
    const text = readFileSync(join(packageRoot, 'docs/templates.md'), 'utf8');
    const names = [...helpers.map(({ name }) => name), 'x-role', 'x-title', 'x-file', 'x-data', 'x-fit'];
    expect(names.filter((name) => !new RegExp(`[\`{(]${name}\\b`).test(text))).toEqual([]);
  });
});
