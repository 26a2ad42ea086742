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

/**
 * Runs git in a folder and gives what it prints.
 * @throws NotPossible when git is missing or refuses, with the first line of its reason.
 */
export function git(root: string, args: readonly string[], { what, trouble, input }: GitCall): Buffer {
  const ran = spawnSync('git', ['-C', root, ...args], {
    maxBuffer: mostBytes,
    ...(input === undefined ? {} : { input }),
  });
  if (ran.error) throw new NotPossible(`${what} needs git, which cannot be run: ${ran.error.message}`);
  if (ran.status === 0) return ran.stdout;
  const reason = ran.stderr.toString().trim().split('\n')[0] ?? '';
  throw new NotPossible(`${what}: ${trouble}${reason === '' ? '' : ` (${reason})`}`);
}

/** Arguments of `git rev-parse` that give the commit of a revision, whatever it is called. */
export const commitOf = (revision: string): readonly string[] => [
  'rev-parse',
  '--verify',
  '--quiet',
  '--end-of-options',
  `${revision}^{commit}`,
];
