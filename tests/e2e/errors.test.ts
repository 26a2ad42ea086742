import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lectern, type CliRun } from '../support/cli.ts';
import { makeProject } from '../support/files.ts';

const lesson = `title: A lesson
lang: en
sections:
  - id: one
    title: The only section
    slides:
      - layout: bullets
        title: Three things
        bullets: [a, b, c]
`;
const source = '# Text\n\n## One {#one}\n\nThe first statement. The second one.\n';

interface Mistake {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly place: string;
  readonly says: RegExp;
  readonly code?: number;
}

const own = (
  template: string,
  fields = 'title: Own\ndescription: Own.\ntype: object\n',
): Readonly<Record<string, string>> => ({
  'templates/layouts/own/fields.yaml': fields,
  'templates/layouts/own/layout.hbs': template,
  'lessons/x/lesson.yaml': lesson.replace('layout: bullets', 'layout: own').replace('        bullets: [a, b, c]\n', ''),
});
const outline = (from: string, to: string) => ({ 'lessons/x/lesson.yaml': lesson.replace(from, () => to) });

const mistakes: readonly Mistake[] = [
  {
    name: 'misspelt field',
    files: outline('bullets: [', 'bulets: ['),
    place: 'lessons/x/lesson.yaml:9:9',
    says: /read-as[^]*bullets/,
  },
  {
    name: 'unknown field',
    files: outline('bullets: [a', 'colour: red\n        bullets: [a'),
    place: 'lessons/x/lesson.yaml:9:9',
    says: /`colour` has no meaning here/,
  },
  {
    name: 'wrong type',
    files: outline('title: Three things', 'title: { a: { b: [1] } }'),
    place: 'lessons/x/lesson.yaml:8:',
    says: /should be text/,
  },
  {
    name: 'misspelt layout',
    files: outline('layout: bullets', 'layout: bulletz'),
    place: 'lessons/x/lesson.yaml:7:17',
    says: /read-as[^]*`bullets`/,
  },
  {
    name: 'unknown layout',
    files: outline('layout: bullets', 'layout: qwertz'),
    place: 'lessons/x/lesson.yaml:7:17',
    says: /unknown-layout[^]*shown as `bullets`/,
  },
  {
    name: 'missing image',
    files: outline('[a, b, c]', '[a]\n        image: { src: images/fsh.svg, alt: A fish }'),
    place: 'lessons/x/lesson.yaml:10:23',
    says: /does not exist[^]*fish\.svg/,
  },
  {
    name: 'missing alt',
    files: outline('[a, b, c]', '[a]\n        image: { src: images/fish.svg }'),
    place: 'lessons/x/lesson.yaml:10:9',
    says: /alt/,
  },
  { name: 'broken YAML', files: outline('[a, b, c]', '[a, b, c'), place: 'lessons/x/lesson.yaml:', says: /yaml\// },
  {
    name: 'duplicate key',
    files: outline('lang: en', 'lang: en\nlang: nl'),
    place: 'lessons/x/lesson.yaml:3:1',
    says: /lang/,
  },
  {
    name: 'unknown statement',
    files: outline('[a, b, c]', '[a]\n        covers: [one.9]'),
    place: 'lessons/x/lesson.yaml:10:18',
    says: /one\.9/,
  },
  {
    name: 'unknown reference',
    files: outline('[a, b, c]', '[a]\n        cites: [smith]'),
    place: 'lessons/x/lesson.yaml:10:17',
    says: /smith/,
  },
  {
    name: 'include cycle',
    files: {
      ...outline('      - layout', '      - include: a.yaml\n      - layout'),
      'lessons/x/a.yaml': 'slides:\n  - include: b.yaml\n',
      'lessons/x/b.yaml': 'slides:\n  - include: a.yaml\n',
    },
    place: 'lessons/x/b.yaml:2:14',
    says: /cycle/,
  },
  {
    name: 'missing include',
    files: outline('      - layout', '      - include: gone.yaml\n      - layout'),
    place: 'lessons/x/lesson.yaml:7:18',
    says: /gone\.yaml/,
  },
  {
    name: 'bad template',
    files: own('# {{title}}\n\n{{#if title}}\n\nx\n'),
    place: 'templates/layouts/own/layout.hbs:',
    says: /template\/syntax/,
  },
  {
    name: 'unknown helper',
    files: own('{{heading}}\n\n{{shout title}}\n'),
    place: 'templates/layouts/own/layout.hbs:3:3',
    says: /no helper "shout"/,
  },
  {
    name: 'unescaped value',
    files: own('{{heading}}\n\n{{{title}}}\n'),
    place: 'templates/layouts/own/layout.hbs:3:1',
    says: /without escaping/,
  },
  {
    name: 'bad fields of a layout',
    files: own('{{heading}}', 'title: Own\ndescription: Own.\ntype: objekt\n'),
    place: 'templates/layouts/own/fields.yaml:3:7',
    says: /object/,
  },
  {
    name: 'bad formula',
    files: outline('[a, b, c]', "['$\\\\frac{1$']"),
    place: 'lessons/x/lesson.yaml:9:21',
    says: /formula/,
  },
  {
    name: 'bad style sheet',
    files: {
      ...outline('sections:', 'presentation: { css: own.css }\nsections:'),
      'lessons/x/own.css': 'section {\n  color: red\n',
    },
    place: 'lessons/x/own.css:1:1',
    says: /Unclosed block/,
  },
  {
    name: 'broken SVG',
    files: {
      ...outline('[a, b, c]', '[a]\n        image: { src: images/fish.svg, alt: A fish }'),
      'lessons/x/images/fish.svg': '<svg><g></svg>',
    },
    place: 'lessons/x/',
    says: /svg\//,
  },
  {
    name: 'bad configuration',
    files: { 'lectern.yaml': 'outputt: x\n' },
    place: 'lectern.yaml:1:1',
    says: /Did you mean `output`/,
    code: 2,
  },
  {
    name: 'broken configuration',
    files: { 'lectern.yaml': 'output: [\n' },
    place: 'lectern.yaml:',
    says: /yaml\//,
    code: 2,
  },
];

function expectMessage({ err, code }: CliRun, mistake: Mistake): void {
  expect(err).toContain(mistake.place);
  expect(err).toMatch(/:\d+:\d+/);
  expect(err).toMatch(/^ *\d+ [│|] /m);
  expect(err).toMatch(mistake.says);
  expect(err).toMatch(/^ *help: ./m);
  expect(err).not.toMatch(/\n {4}at |Lectern failed|node:internal/);
  expect(code).toBe(mistake.code ?? 1);
}

describe('a mistake gives its place, the line, a mend and the right exit code', () => {
  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', async (_, mistake) => {
    const { root } = makeProject({
      'lessons/x/lesson.yaml': lesson,
      'lessons/x/source.md': source,
      'lessons/x/images/fish.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
      ...mistake.files,
    });
    expectMessage(await lectern(root, ['build', '--format', 'html,md']), mistake);
  });

  it('all mistakes of a file at once', async () => {
    const { root } = makeProject({
      'lessons/x/lesson.yaml': lesson
        .replace('lang: en', 'lang: en\ncolour: red')
        .replace('title: Three things', 'title: { a: { b: [1] } }'),
    });
    const { err, code } = await lectern(root, ['build']);
    expect([code, err.match(/lessons\/x\/lesson\.yaml:\d+:\d+/g)?.length]).toEqual([1, expect.any(Number)]);
    expect(err).toMatch(/colour/);
    expect(err.match(/: error /g)?.length).toBeGreaterThan(1);
  });
});

describe('the command line itself', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], code: number, says: RegExp])[] = [
    ['nothing', [], 2, /Usage: lectern/],
    ['an unknown command', ['biuld'], 2, /Did you mean "build"/],
    ['an unknown option', ['build', '--formatt', 'html'], 2, /Did you mean --format/],
    ['an unknown format', ['build', '--format', 'htlm'], 2, /did you mean html/],
    ['a bad number', ['build', '--jobs', 'many'], 2, /jobs/],
    ['an unknown audience', ['build', '--audience', 'pupils'], 2, /audience/],
    ['an unknown reporter', ['build', '--reporter', 'xml'], 2, /reporter/],
    ['an unknown lesson', ['build', 'y'], 1, /no lesson "y"/],
    ['help', ['--help'], 0, /Exit codes/],
    ['help of a command', ['build', '--help'], 0, /--audience/],
    ['the version', ['--version'], 0, /^\d+\.\d+\.\d+/],
  ];
  it.each(cases)('%s', async (_, args, code, says) => {
    const { root } = makeProject({ 'lessons/x/lesson.yaml': lesson });
    const run = await lectern(root, args);
    expect(run.out + run.err).toMatch(says);
    expect(run.err).not.toMatch(/\n {4}at |Lectern failed/);
    expect(run.code).toBe(code);
  });

  it('ends with 3 where there is no browser, and says what to do', async () => {
    const { root } = makeProject({ 'lessons/x/lesson.yaml': lesson, 'lessons/x/source.md': source });
    const run = await lectern(root, ['build', '--browser', '/nowhere/chrome']);
    expect(run.err).toMatch(/browser\/(not-found|launch-failed)/);
    expect(run.err).not.toMatch(/\n {4}at /);
    expect(run.code).toBe(3);
  });

  it('needs no browser for HTML and Markdown that nobody checks', async () => {
    const { root } = makeProject({ 'lessons/x/lesson.yaml': lesson });
    const run = await lectern(root, ['build', '--format', 'html,md', '--no-check', '--browser', '/nowhere/chrome']);
    expect([run.code, run.err.includes('browser')]).toEqual([0, false]);
  });

  it('survives a reader that closes its pipe', () => {
    const { root } = makeProject({ 'lessons/x/lesson.yaml': lesson });
    const cli = JSON.stringify(new URL('../../dist/cli.js', import.meta.url).pathname);
    const out = execFileSync('bash', ['-c', `node ${cli} schema | head -c 20; echo; echo "\${PIPESTATUS[0]}"`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(out.trimEnd().endsWith('\n0')).toBe(true);
  });
});
