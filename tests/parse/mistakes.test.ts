import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';
import { errors, parse, project, slide, source, withSlides } from './lesson-project.ts';

describe('mistakes in the form', () => {
  it.each<[name: string, outline: string, expected: string[]]>([
    [
      'misspelt field',
      slide('        bulets: [a]\n').replace('        bullets: [a]\n', ''),
      ['8:9 outline/read-as `bulets` is read as `bullets`.'],
    ],
    ['field at the top', `${slide('')}subtitel: x\n`, ['9:1 outline/read-as `subtitel` is read as `subtitle`.']],
    [
      'missing fields',
      'lang: en\nsections: [{slides: []}]\n',
      [
        '1:1 outline/missing-field The outline has no `title`.',
        '2:12 outline/missing-field The section has no `title`.',
      ],
    ],
    [
      'missing field of a layout',
      withSlides('      - layout: bullets\n        title: A\n'),
      ['6:9 outline/missing-field The slide with layout `bullets` has no `bullets`.'],
    ],
    [
      'missing title',
      withSlides('      - layout: bullets\n        bullets: [a]\n'),
      ['6:9 outline/missing-field The slide has no `title`; the name of its section stands in.'],
    ],
    ['missing layout', withSlides('      - title: A\n'), ['6:9 outline/missing-field The slide has no `layout`.']],
    [
      'unknown layout',
      withSlides('      - layout: bulletz\n        title: B\n        bullets: [one]\n'),
      ['6:17 outline/read-as There is no layout `bulletz`; it is read as `bullets`.'],
    ],
    [
      'wrong type',
      slide('        steps: maybe\n'),
      ['9:16 outline/wrong-type `steps` should be true or false, but is text.'],
    ],
    [
      'text for a record',
      `${slide('')}plans: [long]\n`,
      ['9:9 outline/wrong-type Item 1 of `plans` should be a mapping (`key: value`), but is text.'],
    ],
    [
      'empty value',
      slide('').replace('[a]', ''),
      ['6:9 outline/missing-field The slide with layout `bullets` has no `bullets`.'],
    ],
    ['one form of a union', slide('').replace('[a]', '[{txt: a}]'), ['8:20 outline/read-as `txt` is read as `text`.']],
    [
      'too long in a union',
      slide('').replace('[a]', `[${'a'.repeat(21)}]`),
      ['8:19 outline/too-long Item 1 of `bullets` has 21 characters; at most 20 fit.'],
    ],
    [
      'too many items',
      slide('').replace('[a]', '[a, b, c, d]'),
      ['8:18 outline/too-long `bullets` has 4 items; at most 3 fit.'],
    ],
    ['empty list', slide('').replace('[a]', '[]'), ['8:18 outline/too-short `bullets` is an empty list.']],
    [
      'picture without alt',
      slide('        image: {src: a.svg, atl: b}\n'),
      ['9:29 outline/read-as `atl` is read as `alt`.'],
    ],
    [
      'picture with neither',
      slide('        image: {src: a.svg}\n'),
      ['9:9 outline/missing-alt The picture `image` has no `alt`.'],
    ],
    [
      'one of two fields',
      withSlides('      - {layout: table, rows: []}\n'),
      ['6:9 outline/missing-field The slide with layout `table` needs `width` or `body`.'],
    ],
    [
      'out of range',
      withSlides('      - {layout: table, rows: [], width: 11}\n'),
      ['6:42 outline/value `width` is `11`, but must be at most 10.'],
    ],
    [
      'not one of',
      `${slide('')}presentation: {variant: ligt}\n`,
      ['9:25 outline/value `variant` is `ligt`, but must be light, dark, contrast or print. Did you mean `light`?'],
    ],
    [
      'bad date',
      `${slide('')}date: 2026-02-30\n`,
      ['9:7 outline/value `date` is `2026-02-30`, but should be a calendar date such as 2026-11-23.'],
    ],
    [
      'bad language',
      slide('').replace('lang: en', 'lang: e_n'),
      ['2:7 outline/value `lang` is `e_n`, but should be a language tag such as nl, en or de-CH.'],
    ],
    [
      'bad name of a variable',
      `${slide('')}vars: {a b: c}\n`,
      ['9:8 outline/value `a b` cannot be a name here: use letters, digits and hyphens.'],
    ],
    [
      'no correct answer',
      `${slide('')}quiz: [{question: q, answers: [{text: a}, {text: b}]}]\n`,
      ['9:22 outline/no-correct-answer Question `q1` has no correct answer.'],
    ],
    [
      'duration and plans',
      `${slide('')}duration: 1\nplans: [{id: a, minutes: 2}]\n`,
      ['9:1 outline/value `duration` and `plans` both give the length of the lesson; keep one.'],
    ],
    [
      'a list as outline',
      '- a\n',
      ['1:1 outline/wrong-type The file should be a mapping (`key: value`), but is a list.'],
    ],
    ['an empty outline', '', ['1:1 outline/wrong-type The file should be a mapping (`key: value`), but is nothing.']],
  ])('%s', (_name, outline, expected) => {
    expect(errors(outline)).toEqual(expected);
  });

  it('of a comma in a text inside { } is explained, and only there', () => {
    const helps = (image: string): readonly string[] =>
      parse(project(slide(`        image: ${image}\n`))).diagnostics.flatMap(({ help }) => help?.[0] ?? []);
    expect(helps('{src: a.svg, alt: A grey, dark square}')).toEqual(['Put quotes around the whole text.']);
    expect(helps('{src: a.svg, alt: A grey, dark square: }')[0]).toMatch(/^Allowed here/);
  });

  it('are all reported at once, sorted by place', () => {
    const outline = `${slide('        coverz: [x]\n        cites: [nobody]\n        plans: [long]\n')}presentation: {size: 16:10}\nquiz: 5\n`;
    expect(errors(outline).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '9:9 outline/read-as',
      '9:18 link/no-source',
      '10:17 link/unknown-reference',
      '11:17 link/unknown-plan',
      '12:22 outline/value',
      '13:7 outline/missing-field',
    ]);
  });

  it('are counted only so far, in little time', () => {
    const start = process.cpuUsage().user;
    const keys = Array.from({ length: 20_000 }, (_, i) => `subtitl${i}: 1`).join('\n');
    expect(errors(`${slide('')}${keys}\n`).length).toBeLessThan(1100);
    const variables = Array.from({ length: 20_000 }, (_, i) => `\${v${i}}`).join('');
    expect(errors(`${slide('')}vars: {v: a}\naudience: "${variables}"\n`)[0]).toContain('outline/many-findings');
    expect(errors(`${slide('')}vars:\n${keys.replace(/^/gm, '  ')}\n`)[0]).toContain(
      'There are more than 500 variables.',
    );
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
  });

  it('a missing outline is an error with its path', () => {
    const { files } = makeProject({});
    expect(parseLesson(files, 'lessons/x').diagnostics).toMatchObject([
      { code: 'yaml/unreadable', message: 'lessons/x/lesson.yaml does not exist.' },
    ]);
  });
});

describe('links that lead nowhere', () => {
  const withSource = { 'lessons/x/source.md': source };
  it.each<[name: string, outline: string, expected: string[]]>([
    [
      'statement',
      slide('        covers: [one.4]\n'),
      ['9:18 link/unknown-statement There is no statement `one.4`: section `one` has statements 1 to 3.'],
    ],
    [
      'backward range',
      slide('        covers: one.3-1\n'),
      ['9:17 link/unknown-statement The range `one.3-1` runs backwards.'],
    ],
    [
      'source section',
      slide('        covers: [onne.1]\n'),
      ['9:18 link/unknown-source-section The source has no section `onne`. Did you mean `one`?'],
    ],
    [
      'section covers',
      slide('').replace('- title: S', '- title: S\n    covers: [tow]'),
      ['5:14 link/unknown-source-section The source has no section `tow`. Did you mean `two`?'],
    ],
    [
      'objective',
      `${slide('        objectives: [transprt]\n')}objectives: [{id: transport, verb: a, bloom: apply, text: b}]\n`,
      ['9:22 link/unknown-objective There is no objective `transprt`. Did you mean `transport`?'],
    ],
    [
      'evidence',
      slide('        evidence: [humn]\n        level: anmal\n'),
      [
        '9:20 link/unknown-evidence There is no evidence level `humn`. Did you mean `human`?',
        '10:16 link/unknown-evidence There is no evidence level `anmal`. Did you mean `animal`?',
      ],
    ],
    [
      'plan of minutes',
      slide('')
        .replace('- title: S', '- title: S\n    minutes: {shrt: 3}')
        .replace('lang: en', 'lang: en\nplans: [{id: short, minutes: 45}]'),
      ['6:15 link/unknown-plan There is no time plan `shrt`. Did you mean `short`?'],
    ],
    [
      'waiver',
      `${slide('')}omits: [{statement: two.2, reason: r}]\n`,
      ['9:21 link/unknown-statement There is no statement `two.2`: section `two` has one statement, 1.'],
    ],
  ])('%s', (_name, outline, expected) => {
    expect(errors(outline, withSource)).toEqual(expected);
  });

  it('question, term, section, prompt and reference in fields of a layout', () => {
    const codes = [
      'link/unknown-question',
      'link/unknown-term',
      'link/unknown-section',
      'link/unknown-prompt',
      'link/unknown-reference',
      'link/unknown-objective',
    ];
    const kinds = codes.map((code) => code.replace('link/unknown-', ''));
    const fields = `title: L\ndescription: d\ntype: object\nx-title: optional\nproperties:\n${kinds.map((kind) => `  a-${kind}: { $ref: '#/$defs/${kind}' }\n`).join('')}`;
    const outline = withSlides(`      - layout: l\n${kinds.map((kind) => `        a-${kind}: nobody\n`).join('')}`);
    const found = errors(outline, {
      'lessons/x/templates/layouts/l/fields.yaml': fields,
      'lessons/x/templates/layouts/l/layout.hbs': '',
    });
    expect(found.map((line) => line.split(' ')[1])).toEqual(codes);
  });

  it('links without a source are reported once', () => {
    expect(errors(slide('        covers: [one.1, two]\n'))).toEqual([
      '9:18 link/no-source The lesson has no source.md, so statements cannot be linked.',
    ]);
  });

  it('duplicate ids name the first place', () => {
    const outcome = parse(
      project(
        withSlides(
          '      - {layout: table, id: a, rows: [], width: 1}\n      - {layout: table, id: a, rows: [], width: 1}\n',
        ),
      ),
    );
    expect(outcome.diagnostics).toMatchObject([
      {
        code: 'outline/duplicate-id',
        message: 'The id `a` is used for two slides.',
        related: [{ message: 'It was first used here.' }],
      },
    ]);
    expect(errors(`${slide('')}plans: [{id: a, minutes: 1}, {id: a, minutes: 2}]\n`)[0]).toContain('two time plans');
    expect(errors(`${slide('')}evidence: [{id: claim, label: a}, {id: claim, label: b}]\n`)[0]).toContain(
      'two evidence levels',
    );
  });

  it('faulty references do not make every citation wrong', () => {
    expect(errors(slide('        cites: [a]\n'), { 'lessons/x/references.yaml': '- [' })).toEqual([
      expect.stringContaining('yaml/syntax'),
    ]);
  });
});
