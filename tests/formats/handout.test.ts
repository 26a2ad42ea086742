import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { makeFolder } from '../support/papers.ts';
import { inspectPdf, type PdfFacts } from './pdf-support.ts';

const outline = `title: Signs & formulas in print
lang: en
author: A. Author
objectives:
  - { id: o, verb: name, text: 'the parts of a < b' }
glossary:
  - { term: Zygote, definition: 'the cell after fertilisation, & before cleavage' }
references:
  - { id: r, authors: Doe J, year: 2001, title: 'Of cells', doi: 10.1000/xyz }
sections:
  - title: First part
    id: one
    minutes: 10
    slides:
      - layout: bullets
        id: b
        title: Three things matter
        bullets: ['one & only', 'two < three', 'the rule \`~ = # { } ]]>\`']
        cites: [r]
        notes: Spoken secretly.
      - layout: statement
        id: s
        title: A formula says it
        body: 'Energy is $E = mc^2$ here.'
`;

/** All words of the text, one after another. */
const wordsOf = (facts: PdfFacts): string =>
  facts.pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');

describe('the handout', () => {
  const folder = makeFolder({
    'lessons/x/lesson.yaml': outline,
    'lectern.yaml': 'papers: { size: letter, slides: 2 }\n',
  });
  let run: { readonly code: number | null; readonly out: string };
  const pdf = (name: string) => readFileSync(join(folder, 'output/x', name));
  beforeAll(async () => {
    run = await lectern(folder, ['build', '--format', 'handout', '--no-check', '--no-cache']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is one accessible document with real headings on the paper asked for', async () => {
    // A file that does not claim to be accessible is a finding.
    expect(run.out).not.toContain('pdf/');
    for (const name of ['handout.pdf', 'handout-large.pdf']) {
      const facts = await inspectPdf(pdf(name));
      expect(facts.xmp).toContain('pdfuaid');
      expect(facts.pages[0]).toMatchObject({ width: 612, height: 792 });
      const [top] = facts.outline;
      expect(top?.title).toBe('Signs & formulas in print');
      expect(JSON.stringify(facts.outline)).toContain('Three things matter');
      expect(facts.info.Title).toContain('Signs & formulas in print');
    }
  });

  it('holds every word for the audience, and no note', async () => {
    const text = wordsOf(await inspectPdf(pdf('handout.pdf')));
    for (const words of [
      'the parts of a < b',
      'one & only',
      'two < three',
      '~ = # { } ]]>',
      'Zygote',
      '& before cleavage',
    ])
      expect(text).toContain(words);
    expect(text).toContain('doi:10.1000/xyz');
    expect(text).not.toContain('secretly');
  });
});
