import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { cacheOf, lectern } from '../support/cli.ts';
import { packageRoot } from '../support/files.ts';
import { hashesIn, lessonsNamed, outline, smallProject, type SmallProject } from './small-lessons.ts';

const fast = ['build', '--format', 'html,md', '--no-check', '--explain'];

/** The lessons that a build made, with its reasons. */
async function built(project: SmallProject, args: readonly string[] = fast): Promise<Readonly<Record<string, string>>> {
  const { err } = await lectern(project.root, args);
  const lines = [...err.matchAll(/^✓ (\S+) (?:built|restored) \((.*)\) \[/gm)];
  return Object.fromEntries(lines.map(([, id = '', reasons = '']) => [id, reasons]));
}

const layout = {
  'templates/layouts/own/fields.yaml': 'title: Own\ndescription: A layout.\ntype: object\nproperties: {}\n',
  'templates/layouts/own/layout.hbs': '{{heading}}\n\nFrom the project.\n',
  'templates/layouts/own/style.css': 'section.own { padding: 10px; }\n',
};
const ownSlide = '      - { layout: own, title: A slide of our own }\n';

describe('a second build', () => {
  it('makes only what depends on what changed, and says why', async () => {
    const project = smallProject({
      ...layout,
      'lessons/plain/lesson.yaml': outline('Plain'),
      'lessons/special/lesson.yaml': outline('Special', ownSlide),
    });
    const cache = cacheOf(project.root);
    const part = join(cache, 'cas', '00', `${'0'.repeat(64)}.1-2.tmp`);
    mkdirSync(dirname(part), { recursive: true });
    writeFileSync(part, 'what a killed run left two hours ago');
    utimesSync(part, Date.now() / 1000 - 7200, Date.now() / 1000 - 7200);
    expect(Object.keys(await built(project))).toEqual(expect.arrayContaining(['plain', 'special']));
    // Its cache was looked through at the end, as once a day.
    expect(readdirSync(dirname(part))).not.toContain(basename(part));
    expect(await built(project)).toEqual({});

    project.write('lessons/plain/lesson.yaml', outline('Plainer'));
    expect(await built(project)).toEqual({ plain: 'lessons/plain/lesson.yaml changed' });

    project.write('templates/layouts/own/layout.hbs', '{{heading}}\n\nFrom the project, anew.\n');
    expect(await built(project)).toEqual({ special: 'templates/layouts/own/layout.hbs changed' });

    project.write('templates/themes/lectern/theme.css', 'section { letter-spacing: 0; }\n');
    const themed = await built(project);
    expect(Object.keys(themed).sort()).toEqual(['plain', 'special']);
    expect(themed.plain).toContain('templates/themes/lectern/theme.css appeared');
  });

  it('notices a layout of the project that takes the place of one of Lectern', async () => {
    const project = lessonsNamed('one');
    await built(project);
    const fields = readFileSync(join(packageRoot, 'templates/layouts/bullets/fields.yaml'));
    project.write('templates/layouts/bullets/fields.yaml', fields);
    project.write('templates/layouts/bullets/layout.hbs', layout['templates/layouts/own/layout.hbs']);
    expect(await built(project)).toEqual({ one: 'templates/layouts/bullets appeared' });
    expect(project.read('output/one/deck.md').toString()).toContain('From the project.');
    rmSync(join(project.root, 'templates'), { recursive: true });
    expect(Object.keys(await built(project))).toEqual(['one']);
    expect(project.read('output/one/deck.md').toString()).not.toContain('From the project.');
  });

  it('puts back what is missing or was changed', async () => {
    const project = lessonsNamed('one', 'two');
    await built(project);
    const before = hashesIn(join(project.root, 'output'));
    rmSync(join(project.root, 'output/one/deck.html'));
    project.write('output/two/deck.md', 'changed');
    const reasons = await built(project);
    expect(reasons).toEqual({
      one: 'one/deck.html was missing or changed',
      two: 'two/deck.md was missing or changed',
    });
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);
  });

  it('leaves manifest and index page alone when nothing changed, and keeps them true when something did', async () => {
    const project = lessonsNamed('one', 'two', 'three');
    const overview = ['output/manifest.json', 'output/index.html'];
    const state = () => overview.map((path) => statSync(join(project.root, path)).ino);
    const texts = () => overview.map((path) => project.read(path).toString());
    await built(project);
    const [files, before] = [state(), texts()];
    await built(project);
    expect(state()).toEqual(files);

    for (const damage of [
      () => project.write('output/index.html', 'changed'),
      () => rmSync(join(project.root, 'output/manifest.json')),
      () => project.write('output/manifest.json', '{}'),
    ]) {
      damage();
      await built(project);
      expect(texts()).toEqual(before);
    }

    // Another build between two equal ones: other formats, other lessons, a lesson that fails.
    await built(project, ['build', 'one', '--format', 'coverage', '--no-check']);
    const withCoverage = texts();
    expect(withCoverage[0]).toContain('one/coverage.json');
    await built(project);
    expect(texts()).toEqual(withCoverage);
    project.write('lessons/two/lesson.yaml', 'title: [');
    await built(project);
    expect(texts()[1]).not.toBe(withCoverage[1]);
    project.write('lessons/two/lesson.yaml', outline('two'));
    await built(project);
    expect(texts()).toEqual(withCoverage);

    rmSync(join(project.root, 'lessons/three'), { recursive: true });
    await built(project);
    expect(texts().join()).not.toContain('three');
    project.write('lessons/three/lesson.yaml', outline('three'));
    await built(project);
    expect(texts()).toEqual(withCoverage);
  });

  it('sees what appears where nothing was', async () => {
    const project = lessonsNamed('one');
    await built(project);
    expect(await built(project)).toEqual({});
    project.write('lessons/one/source.md', '# Source\n\nA sentence.\n');
    expect((await built(project)).one).toContain('lessons/one/source.md appeared');
    project.write('lessons/one/templates/themes/lectern/theme.css', 'section { color: #111 }');
    expect((await built(project)).one).toContain('lessons/one/templates/themes/lectern/theme.css appeared');
    project.write('templates/partials/foot.hbs', 'foot');
    expect(Object.keys(await built(project))).toEqual(['one']);
    expect(await built(project)).toEqual({});
  });

  it('removes what no lesson makes any more, and nothing else', async () => {
    const image = (colour: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="${colour}"/></svg>`;
    const slide = '      - { layout: image, title: A picture, image: { src: a.svg, alt: A square } }\n';
    const project = smallProject({
      'lessons/one/lesson.yaml': outline('One', slide),
      'lessons/one/a.svg': image('#123456'),
    });
    await built(project);
    const old = readdirSync(join(project.root, 'output/one/assets'));
    project.write('output/one/assets/mine.txt', 'mine');
    project.write('lessons/one/a.svg', image('#654321'));
    const again = await lectern(project.root, fast);
    expect(again.err).toContain(`- removed one/assets/${old[0] ?? ''}\n`);
    const now = readdirSync(join(project.root, 'output/one/assets'));
    expect(now).toContain('mine.txt');
    expect(now).not.toContain(old[0]);
    expect(now).toHaveLength(2);
    expect(project.read('output/manifest.json').toString()).not.toContain(old[0]);
  });

  it.each([
    ['later', false],
    ['at the same time as before', true],
  ])('sees that an artifact was changed to one of the same size, %s', async (_, keepsTime) => {
    const project = lessonsNamed('one');
    await built(project);
    const file = join(project.root, 'output/one/deck.md');
    // A time that can be set again to the last digit.
    const time = new Date('2026-01-05T12:00:00Z');
    utimesSync(file, time, time);
    await built(project);
    const [before, { size }] = [readFileSync(file, 'utf8'), statSync(file)];
    writeFileSync(file, before.replace('First', 'Furst'));
    if (keepsTime) utimesSync(file, time, time);
    expect(statSync(file).size).toBe(size);
    expect(await built(project)).toEqual({ one: 'one/deck.md was missing or changed' });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('tries again what failed, though nothing that the lesson is made of has changed', async () => {
    const project = lessonsNamed('one', 'two');
    const blocked = join(project.root, 'output/one/deck.html');
    mkdirSync(join(blocked, 'in the way'), { recursive: true });
    for (const attempt of [1, 2]) {
      const failed = await lectern(project.root, fast);
      expect([failed.code, failed.err], `attempt ${attempt}`).toEqual([
        1,
        expect.stringContaining('output/write-failed'),
      ]);
    }
    rmSync(blocked, { recursive: true });
    const again = await lectern(project.root, fast);
    expect([again.code, again.out]).toEqual([0, '1 built, 1 unchanged\n']);
    expect(statSync(blocked).isFile()).toBe(true);
  });

  it('prints another date when SOURCE_DATE_EPOCH is another', async () => {
    const project = lessonsNamed('one');
    const print = async (epoch: string | undefined): Promise<string> => {
      const run = await lectern(project.root, ['build', '--format', 'pdf', '--no-check'], { SOURCE_DATE_EPOCH: epoch });
      return `${run.out}${hashOf(project.read('output/one/deck.pdf'))}`;
    };
    const [first, later] = [await print('1000000000'), await print('1100000000')];
    expect(later).toContain('1 built, 0 unchanged');
    expect(later).not.toBe(first);
    expect(await print('1100000000')).toBe(later.replace('1 built, 0', '0 built, 1'));
  });

  it.each<[name: string, damage: (path: string) => void]>([
    ['cut off', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['empty', (path) => truncateSync(path, 0)],
    ['with one bit turned', turnOneBit],
    ['of three gigabytes', (path) => truncateSync(path, 3 * 1024 ** 3)],
    ['that are folders', (path) => replaceBy(path, () => mkdirSync(path))],
    ['that are links to a device', (path) => replaceBy(path, () => symlinkSync('/dev/zero', path))],
    ['with other words', (path) => writeFileSync(path, 'damaged')],
    ['that are well sealed but no record', (path) => forgeRecord(path, '{"trace":{},"artifacts":[]}')],
    ['that are well sealed but empty', (path) => forgeRecord(path, '{"trace":{},"artifacts":[null]}')],
  ])('takes cache entries %s for missing ones', async (_, damage) => {
    const project = lessonsNamed('one');
    await built(project);
    const before = hashesIn(join(project.root, 'output'));
    const cache = cacheOf(project.root);
    for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) damage(join(entry.parentPath, entry.name));
    rmSync(join(project.root, 'output'), { recursive: true });
    expect(Object.keys(await built(project))).toEqual(['one']);
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);
  });
});

function turnOneBit(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Puts another text in the place of a lesson's record, under a seal that fits. */
function forgeRecord(path: string, text: string): void {
  if (readFileSync(path).includes('"artifacts"')) writeFileSync(path, `${hashOf(text)}\n${text}`);
}

function replaceBy(path: string, make: () => unknown): void {
  rmSync(path);
  make();
}

/** The scripts that a run of the command line loaded. */
async function loadedScripts(project: SmallProject, args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-lectern-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await lectern(project.root, args, { NODE_V8_COVERAGE: folder });
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? ''))
    .join('\n');
}

it('loads neither Marp nor Puppeteer when nothing changed', async () => {
  const project = lessonsNamed('one');
  const args = ['build', '--format', 'html,pdf', '--no-check'];
  const heavy = /\/(?:marp|puppeteer-core-browser)-[^/]*\.js/;
  expect(await loadedScripts(project, args)).toMatch(heavy);
  const again = await loadedScripts(project, args);
  expect(again).toContain('dist/cli.js');
  expect(again).not.toMatch(heavy);
});

it('keeps and lists what needs no browser when the browser fails', async () => {
  const project = lessonsNamed('one');
  const run = await lectern(project.root, [
    'build',
    '--format',
    'html,md,pdf',
    '--browser',
    '/bin/false',
    '--no-check',
  ]);
  expect(run.code).toBe(3);
  expect(run.err).toContain('browser/launch-failed');
  expect(run.out).toContain('1 failed');
  expect(project.has('output/one/deck.html')).toBe(true);
  expect(project.has('output/one/deck.pdf')).toBe(false);
  const manifest = project.read('output/manifest.json').toString();
  expect(manifest).toContain('one/deck.html');
  expect(manifest).not.toContain('deck.pdf');
  expect((await lectern(project.root, ['build', '--format', 'html,md,pdf', '--no-check'])).code).toBe(0);
  expect(project.has('output/one/deck.pdf')).toBe(true);
});
