import { expect, it } from 'vitest';
import { deckMarkdown } from '../../src/formats/markdown/index.ts';
import { makeLesson } from '../../src/make/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const outline = `
title: Les
lang: nl
glossary:
  - { id: bedrock, term: bedrock, lang: en, definition: Het vaste gesteente. }
references:
  - { id: smith, authors: J. Smith, year: 2001, title: On ice, container: Journal of Ice, lang: en }
sections:
  - title: Deel
    slides:
      - { layout: bullets, title: A slide in English, lang: en, bullets: [First point, 'Second, with **weight**'] }
      - { layout: quote, title: Zo zei zij het, lang: en, quote: The ice remembers., by: Een gids, comment: Let op het werkwoord. }
      - { layout: glossary, title: Woorden }
      - { layout: references, title: Literatuur }
      - { layout: code, title: Een regel, lang: python, code: 'print(1)' }
      - { layout: statement, title: Gewoon Nederlands, lang: nl, body: Niets bijzonders. }
`;

async function build() {
  const { files } = makeProject({ 'lessons/x/lesson.yaml': outline });
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { made } = await makeLesson('x', { files, config: defaultConfig, catalogue, audience: 'teacher' });
  if (!made) throw new Error('not made');
  return made;
}

it('says the language of a slide, a quotation, a term and a reference', async () => {
  const made = await build();
  const [english, quote, glossary, references, code, dutch] = made.deck.slides.map(({ html }) => html);
  expect(english).toMatch(/^<section [^>]*lang="en"/);
  expect(english).toMatch(/<h2[^>]*>\s*<span lang="en">A slide in English<\/span>/);
  expect(english).toMatch(/<li[^>]*>\s*(?:<p>)?<span lang="en">Second, with <strong>weight/);
  expect(quote).not.toMatch(/^<section [^>]*lang=/);
  expect(quote).toContain('<span lang="en">The ice remembers.</span>');
  expect(quote?.match(/lang="en"/g)).toHaveLength(1);
  expect(glossary).toContain('<span lang="en">bedrock</span>');
  expect(references).toContain('<span lang="en">On ice</span>');
  expect(references).toContain('<i lang="en">Journal of Ice</i>');
  expect(code).not.toContain('lang="python"');
  expect(dutch).not.toContain('lang="nl"');
});

it('keeps it in deck.md', async () => {
  const { composition, deck, lesson } = await build();
  const markdown = deckMarkdown({ composition, deck, lesson, audience: 'teacher', assets: [] });
  expect(markdown).toContain('<span lang="en">A slide in English</span>');
  expect(markdown).toContain('<span lang="en">The ice remembers.</span>');
});
