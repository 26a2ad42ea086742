import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openProject, type BuildResult } from '../../src/index.ts';
import { makeProject } from '../support/files.ts';

const outline = `title: Water
lang: en
duration: 45
sources: [source.md]
sections:
  - title: Three states
    slides:
      - { id: boils, layout: statement, title: Water boils at 100 degrees, body: Water boils at 100 degrees., covers: [states.1] }
`;
const source = `# Water\n\n## States {#states}\n\nWater boils at 100 degrees. Ice melts at zero degrees.\n`;

const left: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of left.splice(0)) await close();
});

function open(files: Readonly<Record<string, string>>) {
  const { root } = makeProject(files);
  const project = openProject(root, { cache: false });
  left.push(() => project.close());
  return { root, project };
}
/** Half of the source is said: that is no error here. */
const water = {
  'lectern.yaml': 'coverage: { sections: 0, statements: 0 }\n',
  'lessons/water/lesson.yaml': outline,
  'lessons/water/source.md': source,
};

describe('a project opened by a program', () => {
  it('gives the bytes of what it builds, and writes nothing when told so', async () => {
    const { root, project } = open(water);
    const done: string[] = [];
    const built = await project.build({ formats: ['html'], write: false, onLesson: ({ id }) => void done.push(id) });
    expect(built).toMatchObject({ ok: true, lessons: [{ id: 'water', state: 'built', title: 'Water', slides: 1 }] });
    const deck = built.lessons[0]?.artifacts.find(({ path }) => path === 'water/deck.html');
    expect(Buffer.from(deck?.contents ?? []).toString()).toContain('Water boils at 100 degrees');
    expect(deck?.size).toBe(deck?.contents?.byteLength);
    expect(done).toEqual(['water']);
    expect(existsSync(join(root, 'output'))).toBe(false);
  });

  it('writes the same bytes that it gives', async () => {
    const { root, project } = open(water);
    const formats = ['html', 'md'];
    const [given, written] = [await project.build({ formats, write: false }), await project.build({ formats })];
    expect(written.lessons[0]?.artifacts.map(({ hash }) => hash)).toEqual(
      given.lessons[0]?.artifacts.map(({ hash }) => hash),
    );
    for (const { path, contents } of given.lessons[0]?.artifacts ?? [])
      expect(readFileSync(join(root, 'output', path)).equals(contents ?? new Uint8Array())).toBe(true);
  });

  it('measures what the slides say of the source', async () => {
    const { project } = open(water);
    const { lessons } = await project.coverage();
    expect(lessons[0]).toMatchObject({ lesson: 'water', hasSource: true, counts: { statements: 2, covered: 1 } });
    expect(lessons[0]?.statements.map(({ status, said }) => [status, said])).toEqual([
      ['covered', 'slide'],
      ['uncovered', undefined],
    ]);
  });

  it('tells what is wrong as data: code, line and column, in the configuration too', async () => {
    const { project } = open({
      'lessons/a/lesson.yaml': 'title: A\nlang: en\nsections: [{ title: T, slides: [{ layout: qwertz }] }]\n',
    });
    const { ok, findings } = await project.build({ formats: ['md'], write: false });
    expect(ok).toBe(false);
    const found = findings.find(({ severity }) => severity === 'error');
    expect(found).toMatchObject({ code: 'outline/unknown-layout', at: { file: 'lessons/a/lesson.yaml', line: 3 } });
    expect(await open({ 'lectern.yaml': '[broken' }).project.check()).toMatchObject({ ok: false });
    expect(await open({}).project.build()).toMatchObject({
      ok: false,
      lessons: [],
      findings: [{ code: 'build/no-lessons' }],
    });
  });

  it('refuses a format that there is not, with the nearest one', async () => {
    await expect(open(water).project.build({ formats: ['htm'] })).rejects.toThrow('html');
  });

  it('builds again after a save until it is closed', async () => {
    const { root, project } = open(water);
    const results: BuildResult[] = [];
    let wake = (): void => undefined;
    const built = (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => results.length >= count && resolve();
        wake();
      });
    const watching = project.watch({
      formats: ['md'],
      check: false,
      onBuild: (result) => (results.push(result), wake()),
    });
    await built(1);
    writeFileSync(join(root, 'lessons/water/lesson.yaml'), outline.replace('title: Water\n', 'title: Ice\n'));
    await built(2);
    expect(results.at(-1)?.lessons[0]?.title).toBe('Ice');
    await watching.close();
    await project.close();
  });
});
