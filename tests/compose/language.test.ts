import { expect, it } from 'vitest';
import { kitFrom } from '../support/pipeline.ts';

const lesson = (lang: string): string =>
  `title: A lesson\nlang: ${lang}\nduration: 10\nsections:\n  - title: One\n    slides:\n      - { layout: statement, title: It is said, body: Words. }\n`;

it.each(['en', 'en-GB', 'nl', 'nl-BE', 'de-AT', 'fr', 'pt-BR', 'zh-TW', 'he', 'ar', 'ja', 'ru', 'el'])(
  'has fixed words in %s',
  async (lang) => {
    const { diagnostics } = await kitFrom(lesson(lang));
    expect(diagnostics.map(({ code }) => code)).not.toContain('lesson/language-words');
  },
);

it('says that words stay English in a language it does not have, at its place', async () => {
  const text = lesson('sw-KE');
  const found = (await kitFrom(text)).diagnostics.filter(({ code }) => code === 'lesson/language-words');
  expect(found).toHaveLength(1);
  expect(text.slice(found[0]?.at?.start, found[0]?.at?.end)).toBe('sw-KE');
});

it('is content with words that the project brings', async () => {
  const words = { 'templates/strings/sw.yaml': 'source-line: Vyanzo\n' };
  const { diagnostics } = await kitFrom(lesson('sw-KE'), words);
  expect(diagnostics.map(({ code }) => code)).not.toContain('lesson/language-words');
});

it('takes the words of a script for the countries that write it', async () => {
  const list = 'references:\n  - { id: a, authors: 甲, year: 2020, title: 乙 }\n';
  const { files } = await kitFrom(`${lesson('zh-TW')}      - { layout: references }\n${list}`);
  expect(files['deck.md']).toContain('參考文獻');
});

it('makes a deck of a question whose options are no texts', async () => {
  const wrong = '      - { layout: quiz, question: Which?, options: [{ text: One, correct: true }, Two] }\n';
  const { files, diagnostics } = await kitFrom(`${lesson('en')}${wrong}`);
  expect(files['deck.html']).toContain('Which?');
  expect(files['deck.html']).toContain('Two');
  expect(diagnostics.map(({ code }) => code)).not.toContain('lesson/not-made');
});
