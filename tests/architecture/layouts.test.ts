import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const names = readdirSync(join(root, 'templates/layouts'));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(root, 'src', file));

const name = `['"\`](?:${names.join('|')})['"\`]`;
/** A layout compared with a name, or a name looked up in a list by layout. */
const compared = new RegExp(`\\blayout(?:\\.name)?\\s*[!=]==?\\s*${name}|${name}\\s*[!=]==?\\s*\\S*\\blayout\\b`);
/** A list of four or more names: a set of layouts. Kinds of drawings and parts of a lesson are named likewise, in twos and threes. */
const listed = new RegExp(`(?:${name},\\s*){3,}${name}`);
/** Names that nothing but a layout has. */
const onlyLayouts = /['"](?:annotated-image|key-figure|think-pair-share|two-columns|full-bleed)['"]/;

describe('the code', () => {
  it('knows no layout by its name: each says itself what it is for', () => {
    // An importer writes outlines, as an author does, and authors name layouts.
    const found = files
      .filter((file) => !file.includes('/src/import/'))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        const hit = [compared, listed, onlyLayouts]
          .map((pattern) => pattern.exec(text)?.[0])
          .find((at) => at !== undefined);
        return hit === undefined ? [] : [`${relative(root, file)}: ${hit}`];
      });
    expect(found).toEqual([]);
  });

  it('has a role from every layout of its own', () => {
    const silent = names.filter(
      (layout) => !/^x-role: /m.test(readFileSync(join(root, 'templates/layouts', layout, 'fields.yaml'), 'utf8')),
    );
    expect(silent).toEqual([]);
  });
});
