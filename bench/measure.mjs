// Runs a command as a process of its own: how long it takes, and how much memory it and its children hold at most.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const pageBytes = 4096;
const look = 100;

/** Resident memory of a process and all its children, in bytes (Linux; 0 elsewhere). */
function treeMemory(root) {
  const parents = new Map();
  const memory = new Map();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        parents.set(Number(name), Number(fields[1]));
        memory.set(Number(name), Number(fields[21]) * pageBytes);
      } catch {
        // The process has ended meanwhile.
      }
    }
  } catch {
    return 0;
  }
  const isInside = (pid) => pid === root || (parents.has(pid) && isInside(parents.get(pid)));
  return [...memory].filter(([pid]) => isInside(pid)).reduce((sum, [, bytes]) => sum + bytes, 0);
}

/** The most memory that a process itself has held so far, in bytes. */
function highWater(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/**
 * Runs a command to its end.
 * @param options.memory whether to watch its memory, which costs a little time
 * @returns wall time in milliseconds, peak memory in bytes (the process itself, and with its children), its output
 */
export async function run(command, args, { cwd, env = {}, memory = false } = {}) {
  const start = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  let own = 0;
  let tree = 0;
  const timer = memory
    ? setInterval(() => {
        own = Math.max(own, highWater(child.pid));
        tree = Math.max(tree, treeMemory(child.pid));
      }, look)
    : undefined;
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  clearInterval(timer);
  return { code, ms: performance.now() - start, own, tree, text };
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
