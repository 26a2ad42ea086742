import { UsageError, type OptionValues, type Terminal } from './command.ts';
import { stringOption } from './options.ts';

/** Share `index` of `count`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** How an engine tells a job which of several it is. */
interface Engine {
  readonly name: string;
  readonly index: string;
  readonly count: string;
  /** The number of the first job. */
  readonly first: 0 | 1;
  /** A variable by which the engine is known when it does not say which job this is, and what then mends it. */
  readonly alone?: { readonly sign: string; readonly mend: string };
}

/**
 * Engines that `--shard auto` knows, with the variables that their documentation names. GitHub and Kubernetes do not put
 * the count (GitHub: neither) into the environment by themselves: the workflow or manifest must hand it over.
 */
const engines: readonly Engine[] = [
  {
    name: 'GitHub Actions',
    index: 'STRATEGY_JOB_INDEX',
    count: 'STRATEGY_JOB_TOTAL',
    first: 0,
    alone: {
      sign: 'GITHUB_ACTIONS',
      mend: 'add to the step: env: { STRATEGY_JOB_INDEX: "${{ strategy.job-index }}", STRATEGY_JOB_TOTAL: "${{ strategy.job-total }}" }',
    },
  },
  { name: 'GitLab CI', index: 'CI_NODE_INDEX', count: 'CI_NODE_TOTAL', first: 1 },
  {
    name: 'a Kubernetes Indexed Job',
    index: 'JOB_COMPLETION_INDEX',
    count: 'JOB_COMPLETIONS',
    first: 0,
    alone: {
      sign: 'JOB_COMPLETION_INDEX',
      mend: 'add to the container: env: [{ name: JOB_COMPLETIONS, value: "<the completions of the job>" }]',
    },
  },
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', count: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', count: 'CIRCLE_NODE_TOTAL', first: 0 },
  { name: 'Azure Pipelines', index: 'SYSTEM_JOBPOSITIONINPHASE', count: 'SYSTEM_TOTALJOBSINPHASE', first: 1 },
  { name: 'Bitbucket Pipelines', index: 'BITBUCKET_PARALLEL_STEP', count: 'BITBUCKET_PARALLEL_STEP_COUNT', first: 0 },
  { name: 'Semaphore', index: 'SEMAPHORE_JOB_INDEX', count: 'SEMAPHORE_JOB_COUNT', first: 1 },
  { name: 'an AWS Batch array job', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { name: 'a Cloud Run job', index: 'CLOUD_RUN_TASK_INDEX', count: 'CLOUD_RUN_TASK_COUNT', first: 0 },
];

interface Found extends Shard {
  readonly name: string;
  /** The variables that were read. */
  readonly read: string;
}

type Env = Terminal['env'];

const mostShards = 99_999;

/** The share that `--shard` asks for; `auto` asks the engine that runs the job, and says on stderr what it took. */
export function shardOption(options: OptionValues, terminal: Pick<Terminal, 'env' | 'err'>): Shard | undefined {
  const value = stringOption(options, 'shard');
  if (value === undefined) return undefined;
  if (value === 'auto') return shardOfEngine(terminal);
  const [index, count, ...more] = value.split('/').map(wholeNumber);
  if (more.length === 0 && index !== undefined && count !== undefined && isShard({ index, count }))
    return { index, count };
  throw new UsageError(`--shard takes a share such as 2/8, or auto, not "${value}"`);
}

function shardOfEngine({ env, err }: Pick<Terminal, 'env' | 'err'>): Shard {
  const found = [...engines.flatMap((engine) => told(engine, env) ?? []), ...slurm(env)];
  const several = found.filter(({ count }) => count > 1);
  const [taken, ...others] = several.length > 0 ? several : found;
  const other = others.find(({ index, count }) => index !== taken?.index || count !== taken.count);
  if (taken && other)
    throw new UsageError(
      `--shard auto finds two shares, ${shown(taken)} and ${shown(other)}: write the one that is meant, such as --shard ${taken.index}/${taken.count}`,
    );
  if (!taken) {
    const silent = engines.find(({ alone }) => alone && (env[alone.sign] ?? '') !== '');
    if (silent?.alone)
      throw new UsageError(`--shard auto: ${silent.name} does not say the share: ${silent.alone.mend}`);
    err('share 1/1: no engine with several jobs was found, so all lessons are made\n');
    return { index: 1, count: 1 };
  }
  err(`share ${shown(taken)}\n`);
  return { index: taken.index, count: taken.count };
}

const shown = ({ index, count, name, read }: Found): string => `${index}/${count} (${name}: ${read})`;

/** What an engine says; nothing when it does not run this job, or runs it as one of none. */
function told({ name, index: indexName, count: countName, first }: Engine, env: Env): Found | undefined {
  const [index, count] = [env[indexName], env[countName]];
  if (index === undefined || index === '' || count === undefined || count === '') return undefined;
  const shard = { index: (wholeNumber(index) ?? Number.NaN) - first + 1, count: wholeNumber(count) ?? 0 };
  const read = `${indexName}=${index}, ${countName}=${count}`;
  if (!isShard(shard)) throw new UsageError(`--shard auto: ${name} gives no share: ${read}`);
  return { ...shard, name, read };
}

/** An array job of Slurm: numbers from MIN to MAX in steps, not always from 0. */
function slurm(env: Env): readonly Found[] {
  const { SLURM_ARRAY_TASK_ID: id, SLURM_ARRAY_TASK_COUNT: count, SLURM_ARRAY_TASK_MIN: min } = env;
  if (id === undefined || count === undefined || min === undefined) return [];
  const [at, jobs, least] = [id, count, min].map(wholeNumber);
  const most = wholeNumber(env.SLURM_ARRAY_TASK_MAX ?? '');
  const read = `SLURM_ARRAY_TASK_ID=${id} of ${min} to ${env.SLURM_ARRAY_TASK_MAX ?? '?'}, SLURM_ARRAY_TASK_COUNT=${count}`;
  const step = jobs === 1 ? 1 : ((most ?? Number.NaN) - (least ?? 0)) / ((jobs ?? 0) - 1);
  const shard = { index: ((at ?? Number.NaN) - (least ?? 0)) / step + 1, count: jobs ?? 0 };
  if (!isShard(shard))
    throw new UsageError(
      `--shard auto: a Slurm array must have even steps, such as --array=1-8 or --array=0-14:2, so that each job knows its share: ${read}`,
    );
  return [{ ...shard, name: 'a Slurm array', read }];
}

const isShard = ({ index, count }: Shard): boolean =>
  Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count && count <= mostShards;

/** A whole number without a sign; nothing for all else. */
function wholeNumber(text: string): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 && String(number) === text.trim() ? number : undefined;
}
