import { spawnSync } from 'node:child_process';
import { NotPossible } from '../base/index.ts';

/** What git may answer at most; the files of a thousand lessons take less. */
const mostBytes = 1024 * 1024 * 1024;

/** What a call of git is for, in words for the message when it fails. */
export interface GitCall {
  /** What asks, such as `--changed`. */
  readonly what: string;
  /** What git cannot do when it refuses. */
  readonly trouble: string;
  readonly input?: string;
}

/** What git is told in place of what a repository says, as its variables want it. */
function settings(pairs: readonly (readonly [name: string, value: string])[]): NodeJS.ProcessEnv {
  // Some machines tell git something in this way already.
  const first = Number(process.env.GIT_CONFIG_COUNT ?? 0) || 0;
  const entries = pairs.flatMap(([name, value], i): [string, string][] => [
    [`GIT_CONFIG_KEY_${first + i}`, name],
    [`GIT_CONFIG_VALUE_${first + i}`, value],
  ]);
  return { ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(first + pairs.length) };
}

/**
 * An environment in which git runs no program that the repository names: no monitor of its files, no hooks, no filters of
 * contents, and no fetching of parts that are missing. A project that came as an archive may bring such a `.git`.
 * What the user has set for all repositories stays.
 */
function withoutPrograms(root: string): NodeJS.ProcessEnv {
  const always = [
    ['core.fsmonitor', 'false'],
    ['core.hooksPath', '/dev/null'],
  ] as const;
  const env = { ...process.env, GIT_ALLOW_PROTOCOL: 'none', ...settings(always) };
  const listed = spawnSync('git', ['-C', root, 'config', '--list', '--show-scope', '--name-only', '-z'], { env });
  const parts = listed.stdout?.toString().split('\0') ?? [];
  const filters = parts.flatMap((scope, i) => {
    const name = parts[i + 1] ?? '';
    if (i % 2 === 1 || !['local', 'worktree'].includes(scope) || !name.startsWith('filter.')) return [];
    return [[name, name.endsWith('.required') ? 'false' : ''] as const];
  });
  return { ...env, ...settings([...always, ...filters]) };
}

/**
 * Runs git in a folder and gives what it prints; it runs no program of the repository's.
 * @throws NotPossible when git is missing or refuses, with the first line of its reason.
 */
export function git(root: string, args: readonly string[], { what, trouble, input }: GitCall): Buffer {
  const ran = spawnSync('git', ['-C', root, ...args], {
    maxBuffer: mostBytes,
    env: withoutPrograms(root),
    ...(input === undefined ? {} : { input }),
  });
  if (ran.error) throw new NotPossible(`${what} needs git, which cannot be run: ${ran.error.message}`);
  if (ran.status === 0) return ran.stdout;
  const reason = ran.stderr.toString().trim().split('\n')[0] ?? '';
  throw new NotPossible(`${trouble}${reason === '' ? '' : ` (${reason})`}`);
}

/** Arguments of `git rev-parse` that give the commit of a revision, whatever it is called. */
export const commitOf = (revision: string): readonly string[] => [
  'rev-parse',
  '--verify',
  '--quiet',
  '--end-of-options',
  `${revision}^{commit}`,
];
