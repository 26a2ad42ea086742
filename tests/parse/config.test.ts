import { describe, expect, it } from 'vitest';
import { defaultConfig, loadCatalogue, parseConfig, parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const parse = (text: string): ReturnType<typeof parseConfig> =>
  parseConfig(makeProject({ 'lectern.yaml': text }).files);

describe('the configuration', () => {
  it('is optional', () => {
    expect(parseConfig(makeProject({}).files)).toMatchObject({ ok: true, value: defaultConfig });
    expect(parse('# empty\n')).toMatchObject({ ok: true, value: { ...defaultConfig, file: 'lectern.yaml' } });
  });

  it('is read', () => {
    const text = `lessons: ./course/lessons/
output: dist
presentation: { variant: dark, tokens: { accent: '#123' } }
coverage: { statements: 80 }
checks:
  slide/overflow: off
  slide/words: { severity: warning, most: 40 }
hosts: [images.example.org]
`;
    const outcome = parse(text);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        lessons: 'course/lessons',
        output: 'dist',
        presentation: { theme: 'lectern', variant: 'dark', tokens: { accent: '#123' } },
        coverage: { sections: 100, statements: 80 },
        checks: {
          'slide/overflow': { severity: 'off', options: {} },
          'slide/words': { severity: 'warning', options: { most: 40 } },
        },
        hosts: ['images.example.org'],
      },
    });
  });

  it.each<[text: string, code: string, message: string]>([
    ['output: ../x', 'config/path', '`../x` is not a folder inside the project.'],
    ['output: /x', 'config/path', '`/x` is not a folder inside the project.'],
    ['output: .git/hooks', 'config/path', '`.git/hooks` is not a folder inside the project.'],
    ['output: .', 'config/path', '`.` is not a folder inside the project.'],
    ['output: lessons/out', 'config/overlap', 'The folders `lessons` and `lessons/out` overlap.'],
    ['lessons: output', 'config/overlap', 'The folders `output` and `output` overlap.'],
    ['ouput: x', 'outline/unknown-field', 'The configuration has no field `ouput`.'],
    ['presentation: { logo: x.svg }', 'outline/unknown-field', 'The presentation `presentation` has no field `logo`.'],
    [
      'checks: { slide/overflow: loud }',
      'outline/value',
      '`slide/overflow` is `loud`, but must be off, info, warning or error.',
    ],
    ['checks: { overflow: off }', 'outline/value', '`overflow` cannot be a name here'],
    ['coverage: { sections: 110 }', 'outline/value', '`sections` is `110`, but must be at most 100.'],
    ['hosts: ["http://x"]', 'outline/value', 'Item 1 of `hosts` is `http://x`'],
    ['a: [', 'yaml/syntax', ''],
    [
      `presentation: { footer: ${'x'.repeat(111)} }`,
      'outline/too-long',
      '`footer` has 111 characters; at most 110 fit.',
    ],
  ])('%s', (text, code, message) => {
    expect(parse(text).diagnostics).toMatchObject([
      { code, message: expect.stringContaining(message) as string, at: { file: 'lectern.yaml' } },
    ]);
  });

  it('keeps what is odd in the text', () => {
    expect(parse('presentation:\n  footer: F #1')).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'yaml/comment-in-text' }],
    });
  });

  it('gives lessons their presentation', () => {
    const { files } = makeProject({
      'lectern.yaml': 'presentation: { variant: dark, footer: F, tokens: { a: x, b: y } }',
      'lessons/x/lesson.yaml':
        'title: T\nlang: en\npresentation: { tokens: { b: z } }\nsections: [{title: S, slides: []}]',
    });
    const config = parseConfig(files);
    const lesson = config.ok
      ? parseLesson(files, 'lessons/x', { config: config.value, catalogue: loadCatalogue(files, []) })
      : config;
    expect(lesson).toMatchObject({
      ok: true,
      value: { presentation: { variant: 'dark', footer: 'F', tokens: { a: 'x', b: 'z' } } },
    });
  });
});
