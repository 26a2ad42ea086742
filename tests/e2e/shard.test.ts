import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { hashesIn, lessonsNamed } from './small-lessons.ts';

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
