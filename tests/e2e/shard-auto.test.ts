import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/line/command.ts';
import { shardOption } from '../../src/commands/line/shard.ts';

/** What `--shard auto` takes in an environment, and what it says. */
function taken(env: Record<string, string>) {
  let said = '';
  const shard = shardOption({ shard: 'auto' }, { env, err: (text) => (said += text) });
  return { share: `${shard?.index}/${shard?.count}`, said };
}

const slurm = (id: string, min: string, max: string, count: string) => ({
  SLURM_ARRAY_TASK_ID: id,
  SLURM_ARRAY_TASK_MIN: min,
  SLURM_ARRAY_TASK_MAX: max,
  SLURM_ARRAY_TASK_COUNT: count,
});

describe('--shard auto', () => {
  it.each([
    ['GitHub', { GITHUB_ACTIONS: 'true', STRATEGY_JOB_INDEX: '0', STRATEGY_JOB_TOTAL: '4' }, '1/4'],
    ['GitLab', { GITLAB_CI: 'true', CI_NODE_INDEX: '4', CI_NODE_TOTAL: '4' }, '4/4'],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '7', JOB_COMPLETIONS: '8' }, '8/8'],
    ['Buildkite', { BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '3' }, '2/3'],
    ['CircleCI', { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '2' }, '1/2'],
    ['Azure', { SYSTEM_JOBPOSITIONINPHASE: '2', SYSTEM_TOTALJOBSINPHASE: '2' }, '2/2'],
    ['Slurm from 0', slurm('3', '0', '7', '8'), '4/8'],
    ['Slurm from 1', slurm('8', '1', '8', '8'), '8/8'],
    ['Slurm in steps', slurm('14', '0', '14', '8'), '8/8'],
    ['Slurm with one job', slurm('5', '5', '5', '1'), '1/1'],
  ])('takes the share of %s and says so', (_name, env, share) => {
    const { share: found, said } = taken(env);
    expect([found, said]).toEqual([share, expect.stringContaining(`share ${share} (`)]);
  });

  it('passes over engines that run one job', () => {
    const one = { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '1', CI_NODE_TOTAL: '1' };
    expect(taken({ ...one, ...slurm('2', '1', '3', '3') }).share).toBe('2/3');
    expect(taken({ ...one }).share).toBe('1/1');
    expect(taken({}).said).toContain('all lessons are made');
  });

  it.each([
    ['a matrix that is not handed over', { GITHUB_ACTIONS: 'true' }],
    ['an index without completions', { JOB_COMPLETION_INDEX: '0' }],
    ['two engines that disagree', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2', ...slurm('2', '1', '2', '2') }],
    ['an uneven array', slurm('7', '1', '12', '4')],
    ['an index beyond the count', { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '4' }],
    ['an index of 0 where the first is 1', { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' }],
    ['no number', { CIRCLE_NODE_INDEX: 'x', CIRCLE_NODE_TOTAL: '4' }],
    ['a negative number', { CIRCLE_NODE_INDEX: '-1', CIRCLE_NODE_TOTAL: '4' }],
    ['a number that is no number', { CIRCLE_NODE_INDEX: '0x1', CIRCLE_NODE_TOTAL: '4' }],
    ['far too many', { CIRCLE_NODE_INDEX: '1', CIRCLE_NODE_TOTAL: '1000000' }],
  ])('refuses %s rather than leave lessons out', (_name, env) => {
    expect(() => taken(env)).toThrow(UsageError);
  });

  it.each(['0/3', '4/3', '1', 'a/b', '1/0', '1/2/3', '1.5/2', '-1/2', ' 1/2 x', 'AUTO'])('refuses %s', (shard) => {
    expect(() => shardOption({ shard }, { env: {}, err: () => undefined })).toThrow(UsageError);
  });
});
