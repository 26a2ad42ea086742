import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, wordsIn } from '../support/words.ts';

const english = wordsIn('en');
const isPage = (value: unknown): value is Readonly<Record<string, string>> => typeof value === 'object';
/** Lectern's own pages, by the key under which their words stand. */
const pages = Object.keys(english).filter((key) => isPage(english[key]));
const blanks = (text: string | undefined): readonly string[] => [...new Set(text?.match(/\{\w+\}/g))].sort();

/** Languages in which every page speaks. The words of layouts are in more. */
const whole = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'];

/** The keys of an interface in `src/wire/words.ts`. */
function keysOf(name: string): readonly string[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../src/wire/words.ts'), 'utf8');
  const body = new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
  return [...body.matchAll(/readonly (\w+): string;/g)].map((match) => match[1] ?? '');
}

const sorted = (keys: readonly string[]): readonly string[] => [...keys].sort();

describe('the words of the interface', () => {
  it.each(whole)('are all there in %s, and no others', (lang) => {
    const words = wordsIn(lang);
    for (const page of pages) {
      const [own, wanted] = [words[page], english[page]];
      expect(isPage(own), `${lang}: ${page}`).toBe(true);
      if (!isPage(own) || !isPage(wanted)) continue;
      expect(sorted(Object.keys(own)), `${lang}: ${page}`).toEqual(sorted(Object.keys(wanted)));
      for (const [key, word] of Object.entries(own)) {
        expect(typeof word === 'string' && word.trim() !== '', `${lang}: ${page}.${key}`).toBe(true);
        expect(blanks(word), `${lang}: ${page}.${key}`).toEqual(blanks(wanted[key]));
      }
    }
    expect(Object.keys(words).filter((key) => isPage(words[key]) && !pages.includes(key))).toEqual([]);
  });

  it.each(languages)('in %s name nothing that English does not', (lang) => {
    const words = wordsIn(lang);
    expect(Object.keys(words).filter((key) => !(key in english))).toEqual([]);
    for (const [key, word] of Object.entries(words)) {
      const model = english[key];
      if (typeof word === 'string' && typeof model === 'string')
        expect(blanks(word), `${lang}: ${key}`).toEqual(blanks(model));
    }
  });

  it.each([
    ['player', 'PlayerWords'],
    ['reading', 'ReadingWords'],
  ])('of %s are those that its scripts ask for', (page, type) => {
    expect(sorted(keysOf(type))).toEqual(sorted(Object.keys(english[page] ?? {})));
  });
});
