import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../support/files.ts';

const folder = join(packageRoot, 'templates/strings');
/** The words of slides; those of pages stand in groups, which `tests/architecture/words.test.ts` compares. */
const read = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
/** In any order: languages have their own. */
const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
const english = read('en.yaml');

describe.each(readdirSync(folder).filter((name) => name !== 'en.yaml'))('%s', (name) => {
  const words = read(name);

  it('has every fixed word of a slide, so that none stays English', () => {
    const known = Object.keys(english).toSorted();
    // A country or a script has only the words in which it differs from its language.
    const isPart = /-.+\.yaml$/.test(name);
    expect(isPart ? Object.keys(words).filter((key) => !known.includes(key)) : Object.keys(words).toSorted()).toEqual(
      isPart ? [] : known,
    );
    expect(Object.values(words).filter((word) => word.trim() === '')).toEqual([]);
  });

  it('keeps the places where numbers go', () => {
    for (const [key, word] of Object.entries(words)) expect(holes(word), key).toEqual(holes(english[key] ?? ''));
  });
});
