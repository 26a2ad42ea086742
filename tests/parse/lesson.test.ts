import { describe, expect, it } from 'vitest';
import { evidenceLevels } from '../../src/compose/evidence.ts';
import { slidesOf, type Lesson } from '../../src/model/index.ts';
import { stringsIn } from '../support/words.ts';
import { read, slide, source, withSlides } from './lesson-project.ts';

const labelsOf = (lesson: Lesson, lang: string): readonly (string | undefined)[] =>
  evidenceLevels(lesson, stringsIn(lang)).map(({ label }) => label);

describe('a lesson', () => {
  it('has defaults', () => {
    const lesson = read(slide(''));
    expect(lesson).toMatchObject({
      id: 'x',
      file: 'lessons/x/lesson.yaml',
      plans: [{ id: 'default', minutes: 45 }],
      presentation: { theme: 'lectern', variant: 'light', size: '16:9', tokens: {} },
      sections: [
        {
          id: 's',
          minutes: {},
          slides: [{ id: 'a', layout: 'bullets', title: 'A', fields: { bullets: ['a'] }, steps: false }],
        },
      ],
    });
    expect(lesson.evidence).toEqual([]);
    expect(labelsOf(lesson, 'en')).toEqual(['Human', 'Animal', 'In vitro', 'Review', 'Claim', 'Legal']);
    expect(lesson.inputs).toEqual(['lessons/x/lesson.yaml', 'templates/layouts/bullets/fields.yaml']);
  });

  it('takes minutes for every plan from one number', () => {
    const outline =
      slide('').replace('- title: S', '- title: S\n    minutes: 8') +
      'plans: [{id: short, minutes: 45}, {id: long, minutes: 90}]\n';
    expect(read(outline).sections[0]?.minutes).toEqual({ short: 8, long: 8 });
    expect(read(`${slide('')}duration: 30\n`).plans).toEqual([{ id: 'default', minutes: 30 }]);
    expect(read(slide('').replace('- title: S', '- title: S\n    minutes: 8')).plans).toEqual([
      { id: 'default', minutes: 8 },
    ]);
  });

  it('makes slide ids unique and keeps written ones', () => {
    const outline = withSlides(
      ['Same title', 'Same title', 'H~2~O **and** µ']
        .map((title) => `      - {layout: bullets, title: "${title}", bullets: [a]}\n`)
        .join('') +
        '      - {layout: bullets, id: same-title, title: B, bullets: [a]}\n      - {layout: table, rows: [], width: 1}\n',
    );
    const ids = slidesOf(read(outline)).map((entry) => entry.slide.id);
    expect(ids).toEqual(['same-title-2', 'same-title-3', 'h2o-and-mu', 'same-title', 'table']);
  });

  it('expands covers to statements, each once, with places', () => {
    const lesson = read(slide('        covers: [one.2-3, two, one.2]\n'), { 'lessons/x/source.md': source });
    const covers = lesson.sections[0]?.slides[0]?.covers ?? [];
    expect(covers.map((link) => link.statement)).toEqual(['one.2', 'one.3', 'two.1']);
    expect(covers[1]?.at).toEqual(covers[0]?.at);
    expect(lesson.source?.sections.map((section) => section.id)).toEqual(['one', 'two']);
  });

  it('reads waivers, quiz, glossary, discussion and misconceptions', () => {
    const lesson = read(
      `${slide('')}omits: [{statement: one.1-2, reason: Known.}]
objectives: [{id: o, verb: explain, bloom: apply, text: it}]
quiz:
  - question: Why?
    objectives: o
    covers: one
    answers: [{text: a, correct: true, feedback: Yes}, {text: b}]
glossary: [{term: SERT protein, definition: Transporter}]
discussion: [{prompt: Discuss.}]
misconceptions: [{wrong: w, right: r, covers: two.1}]
`,
      { 'lessons/x/source.md': source },
    );
    expect(lesson.omits).toMatchObject([{ statement: 'one.1', reason: 'Known.' }, { statement: 'one.2' }]);
    expect(lesson.quiz).toMatchObject([
      { id: 'q1', objectives: ['o'], answers: [{ correct: true, feedback: 'Yes' }, { correct: false }] },
    ]);
    expect(lesson.quiz[0]?.covers).toHaveLength(3);
    expect(lesson.glossary).toMatchObject([{ id: 'sert-protein' }]);
    expect(lesson.discussion).toMatchObject([{ id: 'd1' }]);
    expect(lesson.misconceptions[0]?.covers.map((link) => link.statement)).toEqual(['two.1']);
  });

  it('joins references from both files and keeps numbers as written', () => {
    const one = 'references: [{id: a, authors: A, year: 2007, title: T, pmid: 16220332}]\n';
    const two = '- {id: b, authors: B, year: in press, title: 1.10}\n';
    const lesson = read(slide('        cites: [a, b]\n') + one, { 'lessons/x/references.yaml': two });
    expect(lesson.references).toMatchObject([
      { id: 'a', year: '2007', pmid: '16220332' },
      { id: 'b', title: '1.10' },
    ]);
    expect(lesson.sections[0]?.slides[0]?.cites.map((cite) => cite.reference)).toEqual(['a', 'b']);
  });

  it('keeps numbers in tables as written', () => {
    const lesson = read(withSlides('      - {layout: table, width: 2, rows: [[a, 2.50], [0x10, 1e3]]}\n'));
    expect(lesson.sections[0]?.slides[0]?.fields.rows).toEqual([
      ['a', '2.50'],
      ['0x10', '1e3'],
    ]);
  });

  it('adds to and renames evidence levels', () => {
    const lesson = read(
      `${slide('').replace('lang: en', 'lang: nl-BE')}evidence: [{id: claim, label: Verkooppraat}, {id: model, label: Model, tone: review}]\n`,
    );
    expect(lesson.evidence).toEqual([
      { id: 'claim', label: 'Verkooppraat', tone: 'claim' },
      { id: 'model', label: 'Model', tone: 'review' },
    ]);
    expect(labelsOf(lesson, 'nl-BE').slice(-3)).toEqual(['Verkooppraat', 'Wet', 'Model']);
  });
});
