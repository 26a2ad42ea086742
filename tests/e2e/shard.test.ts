import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { hashesIn, lessonsNamed, outline, smallProject } from './small-lessons.ts';

const build = ['build', '--format', 'html,md', '--no-check'];

describe('shards', () => {
  it('merge into what one build makes', async () => {
    const project = lessonsNamed('a', 'b', 'c', 'd', 'e');
    await lectern(project.root, build);
    for (const i of [1, 2, 3]) await lectern(project.root, [...build, '--shard', `${i}/3`, '--out', `parts/${i}`]);
    const merged = await lectern(project.root, ['merge', 'parts/1', 'parts/2', 'parts/3', '--out', 'all']);
    expect([merged.code, merged.out]).toEqual([0, '5 lessons from 3 folders\n']);
    expect(hashesIn(join(project.root, 'all'))).toEqual(hashesIn(join(project.root, 'output')));
  });

  it.each(['0/3', '4/3', '1', 'a/b', '1/0'])('refuses the share %s', async (share) => {
    const run = await lectern(lessonsNamed('a').root, [...build, '--shard', share]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('--shard takes a share such as 2/8')]);
  });
});

describe('merge', () => {
  const manifest = (tool: string, lesson: string, artifacts: readonly object[] = []): string =>
    JSON.stringify({
      format: 'lectern-manifest/1',
      tool: { version: tool, browser: 'none' },
      lessons: { x: { id: 'x', title: lesson, artifacts, inputs: {} } },
    });

  it.each([
    ['merge/no-manifest', manifest('1', 'X'), 'no manifest'],
    ['merge/other-tools', manifest('1', 'X'), manifest('2', 'X')],
    ['merge/conflict', manifest('1', 'X'), manifest('1', 'Y')],
  ])('%s', async (code, one, two) => {
    const project = smallProject({
      'lessons/x/lesson.yaml': outline('X'),
      'a/manifest.json': one,
      'b/manifest.json': two,
    });
    const run = await lectern(project.root, ['merge', 'a', 'b', '--out', 'all']);
    expect(run.code).toBe(1);
    expect(run.err).toContain(code);
    expect(project.has('all/manifest.json')).toBe(false);
  });

  it.each(['x/deck.html', '../../secret.txt'])('merge/damaged: %s is not what the manifest lists', async (path) => {
    const listed = [
      { path, hash: '0'.repeat(64), bytes: 4, mediaType: 'text/html', audience: 'teacher', format: 'html' },
    ];
    const project = smallProject({
      'lessons/x/lesson.yaml': outline('X'),
      'deep/a/manifest.json': manifest('1', 'X', listed),
      'deep/a/x/deck.html': 'else',
      'secret.txt': 'secret',
    });
    const run = await lectern(project.root, ['merge', 'deep/a', '--out', 'deep/all']);
    expect(run.code).toBe(1);
    expect(run.err).toContain('merge/damaged');
    expect(project.has('deep/all')).toBe(false);
    expect(readFileSync(join(project.root, 'secret.txt'), 'utf8')).toBe('secret');
  });
});
