import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks, layoutChecks } from '../../src/checks/index.ts';
import { commands } from '../../src/commands/index.ts';
import { helpers } from '../../src/compose/helpers/index.ts';
import { formats } from '../../src/formats/index.ts';
import { reporters } from '../../src/reporters/index.ts';

const src = resolve(import.meta.dirname, '../../src');

/** What is found where, by the type it is declared with, and the list that must hold it. */
const lists: readonly { readonly type: string; readonly folder: string; readonly listed: number }[] = [
  { type: 'Check', folder: 'checks', listed: checks.length },
  { type: 'LayoutCheck', folder: 'checks/layout', listed: layoutChecks.length },
  { type: 'Command', folder: 'commands', listed: commands.length },
  { type: 'Helper', folder: 'compose/helpers', listed: helpers.length },
  { type: 'Format', folder: 'formats', listed: formats.length },
  { type: 'ReportFunction', folder: 'reporters', listed: Object.keys(reporters).length },
];

/** Declarations of one thing of a kind: `export const x: Kind =`. */
function declared(folder: string, type: string): readonly { readonly file: string; readonly name: string }[] {
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(src, folder, file), 'utf8');
      return [...text.matchAll(new RegExp(`^export const (\\w+): ${type} =`, 'gm'))].map((match) => ({
        file: join(folder, file),
        name: match[1] ?? '',
      }));
    });
}

/** The lists of a folder and of those above it. */
function namesIn(file: string): string {
  const texts: string[] = [];
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    try {
      texts.push(readFileSync(join(src, folder, 'index.ts'), 'utf8'));
    } catch {
      // Not every folder has a face.
    }
  }
  return texts.join('\n');
}

describe('lists that people extend', () => {
  it.each(lists)('hold each $type in $folder', ({ type, folder, listed }) => {
    const all = declared(folder, type);
    const missing = all.filter(({ file, name }) => !new RegExp(`\\b${name}\\b`).test(namesIn(file)));
    expect(missing).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
    expect(listed).toBeGreaterThan(0);
  });

  it.each([
    ['checks', [...checks, ...layoutChecks].map(({ name }) => name)],
    ['commands', commands.map(({ name }) => name)],
    ['helpers', helpers.map(({ name }) => name)],
    ['formats', formats.map(({ name }) => name)],
  ])('give each of the %s a name of its own', (_kind, names) => {
    expect(names).toEqual([...new Set(names)]);
  });
});
