import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftOutList } from '../../src/coverage/index.ts';
import { leftOutKinds } from '../../src/model/index.ts';
import { pageWords } from '../../src/parse/index.ts';
import { languages, stringsIn, wordsIn } from '../support/words.ts';

/** The words of a language by their keys, those of pages and of their parts with the names of these before them. */
const flat = (words: unknown, before = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words as Record<string, unknown>).flatMap(([key, word]): [string, string][] =>
      typeof word === 'string' ? [[before + key, word]] : [...flat(word, `${before}${key}/`)],
    ),
  );

const english = flat(wordsIn('en'));
/** Lectern's own pages, by the key under which their words stand. */
const pageOf = (key: string): string => (key.includes('/') ? key.slice(0, key.indexOf('/')) : '');
const pages = [...new Set([...english.keys()].map(pageOf))].filter((page) => page !== '');
const blanks = (text: string | undefined): readonly string[] => [...new Set(text?.match(/\{\w+\}/g))].sort();
const keysOf = (words: ReadonlyMap<string, string>, page: string): readonly string[] =>
  [...words.keys()].filter((key) => pageOf(key) === page).sort();

/** Languages in which pages speak, and those of their pages that still speak English. The words of layouts are in more. */
const stillEnglish = ['overview', 'preview'];
const whole: Readonly<Record<string, readonly string[]>> = {
  en: [],
  nl: [],
  ...Object.fromEntries(['de', 'es', 'fr', 'it', 'pt'].map((lang) => [lang, stillEnglish])),
};

describe('the words of the interface', () => {
  it.each(Object.entries(whole))('are all there in %s but for %s', (lang, missing) => {
    const words = flat(wordsIn(lang));
    for (const page of pages)
      expect(keysOf(words, page), `${lang}: ${page}`).toEqual(missing.includes(page) ? [] : keysOf(english, page));
  });

  it.each(languages)('are whole or not there in %s, page by page, and say the same as in English', (lang) => {
    const words = flat(wordsIn(lang));
    for (const page of new Set([...words.keys()].map(pageOf)))
      if (page !== '') expect(keysOf(words, page), `${lang}: ${page}`).toEqual(keysOf(english, page));
    expect([...words.keys()].filter((key) => !english.has(key))).toEqual([]);
    for (const [key, word] of words) {
      expect(word.trim(), `${lang}: ${key}`).not.toBe('');
      expect(blanks(word), `${lang}: ${key}`).toEqual(blanks(english.get(key)));
      expect(word.split('|').length, `${lang}: ${key}`).toBeLessThanOrEqual(2);
    }
  });

  it('are typed as the English file has them', () => {
    const types = readFileSync(resolve(import.meta.dirname, '../../src/wire/words.ts'), 'utf8');
    const written = execFileSync(process.execPath, [
      resolve(import.meta.dirname, '../../scripts/words.mjs'),
      '--print',
    ]);
    expect(types).toBe(written.toString());
  });

  it('that stand nowhere else are those of the terminal: it names what no statement is as the page does', () => {
    const { words } = pageWords(stringsIn('en'), 'coverage');
    const one = leftOutKinds.map((kind) => ({
      kind,
      lines: [3, 3] as const,
      words: 1,
      at: { file: 'a.md', start: 0, end: 1 },
    }));
    for (const parts of [one, [...one, ...one]]) expect(leftOutList(parts)).toEqual(leftOutList(parts, words));
  });
});
