// A Slurm of one machine in a folder of its own, for scripts/recipes.mjs.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const settings = (folder, user) => `ClusterName=recipes
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
AuthInfo=socket=${join(folder, 'munge.socket')}
StateSaveLocation=${join(folder, 'state')}
SlurmdSpoolDir=${join(folder, 'spool')}
SlurmctldPidFile=${join(folder, 'ctld.pid')}
SlurmdPidFile=${join(folder, 'd.pid')}
SlurmctldPort=17817
SlurmdPort=17818
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MailProg=/bin/true
MinJobAge=3600
NodeName=one NodeHostname=${hostname()} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=4096 State=UNKNOWN
PartitionName=main Nodes=one Default=YES MaxTime=INFINITE State=UP
`;

/**
 * Starts munged, slurmctld and slurmd, runs `work(wait)` and ends them. `wait(job)` waits for a job to end and gives its
 * state, synchronously, since the recipes are programs that run one after the other.
 */
export async function withSlurm(folder, work) {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true, mode: 0o755 });
  const config = join(folder, 'slurm.conf');
  writeFileSync(config, settings(folder, userInfo().username));
  writeFileSync(join(folder, 'key'), Buffer.alloc(1024, 'recipes'), { mode: 0o400 });
  process.env.SLURM_CONF = config;
  const daemons = [];
  const start = (command, args) => daemons.push(spawn(command, args, { stdio: 'ignore' }));
  try {
    const here = (name) => join(folder, name);
    start('munged', [
      '--foreground',
      '--force',
      '--key-file',
      here('key'),
      '--socket',
      here('munge.socket'),
      '--pid-file',
      here('munge.pid'),
      '--log-file',
      here('munge.log'),
      '--seed-file',
      here('seed'),
    ]);
    await sleep(1000);
    start('slurmctld', ['-D', '-c', '-L', here('ctld.log')]);
    await sleep(1000);
    start('slurmd', ['-D', '-N', 'one', '-L', here('d.log')]);
    await sleep(3000);
    return await work(wait);
  } finally {
    for (const daemon of daemons.reverse()) daemon.kill('SIGTERM');
    await sleep(500);
  }
}

/** States in which a job has ended. */
const ended = ['COMPLETED', 'FAILED', 'CANCELLED', 'TIMEOUT', 'NODE_FAIL', 'DEADLINE', 'OUT_OF_MEMORY'];

function wait(job) {
  for (let tries = 0; tries < 240; tries++) {
    const shown = execFileSync('scontrol', ['show', 'job', job, '--oneliner'], { encoding: 'utf8' });
    const state = shown
      .split(' ')
      .find((field) => field.startsWith('JobState='))
      ?.slice('JobState='.length);
    if (ended.includes(state)) return state;
    execFileSync('sleep', ['0.5']);
  }
  throw new Error(`job ${job} did not end in two minutes`);
}
