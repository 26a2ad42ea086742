import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { lessonsNamed, outline } from './small-lessons.ts';

interface PlanFile {
  readonly format: string;
  readonly formats: readonly string[];
  readonly lessons: readonly { id: string; key: string; inputs: readonly string[]; bytes: number }[];
}

async function planned(root: string, ...options: readonly string[]): Promise<PlanFile> {
  const run = await lectern(root, ['plan', '--json', '--format', 'html,md', ...options]);
  expect(run.code).toBe(0);
  return JSON.parse(run.out) as PlanFile;
}

const keysIn = (plan: PlanFile): Record<string, string> =>
  Object.fromEntries(plan.lessons.map(({ id, key }) => [id, key]));

describe('plan', () => {
  it('lists every file of the project that a build reads', async () => {
    const project = lessonsNamed('a', 'b');
    project.write('lectern.yaml', 'coverage: { sections: 50 }\n');
    project.write('templates/layouts/statement/style.css', '.statement { color: inherit }\n');
    project.write('lessons/a/part.yaml', '- id: part\n  layout: statement\n  title: Part\n  text: From a file\n');
    await lectern(project.root, ['build', '--format', 'html,md']);
    const manifest = JSON.parse(readFileSync(join(project.root, 'output/manifest.json'), 'utf8')) as {
      lessons: Record<string, { inputs: Record<string, string> }>;
    };
    const plan = await planned(project.root);
    expect(plan).toMatchObject({ format: 'lectern-plan/1', formats: ['html', 'md'] });
    for (const { id, inputs, bytes } of plan.lessons) {
      const read = Object.entries(manifest.lessons[id]?.inputs ?? {})
        .filter(([file, seen]) => !file.startsWith('lectern:') && /\.\w+$/.test(file) && seen.length === 64)
        .map(([file]) => file);
      expect(read.length).toBeGreaterThan(0);
      expect(inputs).toEqual(expect.arrayContaining([...read, 'lectern.yaml']));
      expect(bytes).toBeGreaterThan(0);
    }
  });

  it('gives a lesson another key when something it reads changes, and only then', async () => {
    const project = lessonsNamed('a', 'b');
    const before = keysIn(await planned(project.root));
    expect(keysIn(await planned(project.root))).toEqual(before);
    project.write('lessons/a/lesson.yaml', outline('Anew'));
    const after = keysIn(await planned(project.root));
    expect(after.b).toBe(before.b);
    expect(after.a).not.toBe(before.a);
    expect(keysIn(await planned(project.root, '--audience', 'student')).b).not.toBe(before.b);
    project.write('templates/themes/lectern/theme.css', '');
    expect(keysIn(await planned(project.root)).b).not.toBe(before.b);
  });

  it('plans a lesson that cannot be read, and only the share that is asked for', async () => {
    const project = lessonsNamed('a', 'b', 'c');
    project.write('lessons/b/lesson.yaml', 'title: [\n');
    expect((await planned(project.root)).lessons.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const shares = [await planned(project.root, '--shard', '1/2'), await planned(project.root, '--shard', '2/2')];
    expect(shares.flatMap(({ lessons }) => lessons.map(({ id }) => id)).sort()).toEqual(['a', 'b', 'c']);
  });
});
