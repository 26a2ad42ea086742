import { expect, it } from 'vitest';
import { kitFrom } from '../support/pipeline.ts';

const lesson = (lang: string): string =>
  `title: A lesson\nlang: ${lang}\nduration: 10\nsections:\n  - title: One\n    slides:\n      - { layout: statement, title: It is said, body: Words. }\n`;

it.each(['en', 'en-GB', 'nl', 'nl-BE', 'de-AT', 'fr'])('has fixed words in %s', async (lang) => {
  const { diagnostics } = await kitFrom(lesson(lang));
  expect(diagnostics.map(({ code }) => code)).not.toContain('lesson/language-words');
});

it('says that words stay English in a language it does not have, at its place', async () => {
  const text = lesson('pt-BR');
  const found = (await kitFrom(text)).diagnostics.filter(({ code }) => code === 'lesson/language-words');
  expect(found).toHaveLength(1);
  expect(text.slice(found[0]?.at?.start, found[0]?.at?.end)).toBe('pt-BR');
});

it('is content with words that the project brings', async () => {
  const words = { 'templates/strings/pt.yaml': 'sources: Fontes\n' };
  const { diagnostics } = await kitFrom(lesson('pt-BR'), words);
  expect(diagnostics.map(({ code }) => code)).not.toContain('lesson/language-words');
});
