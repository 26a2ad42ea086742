// Entry of a thread that makes lessons. It reads files; all it writes goes through the main thread.
import { parentPort } from 'node:worker_threads';
import { createMaker } from '../make/index.ts';
import type { LessonId } from '../model/index.ts';
import { formats, pdfStepsFormat } from '../formats/index.ts';
import { createFarWorld, farPage, type Jobs } from './far-world.ts';
import { Peer } from './peer.ts';
import { notePhase, type Progress } from './progress.ts';
import type { MainCalls, ThreadCalls, ThreadSetup } from './protocol.ts';

if (!parentPort) throw new Error('This file is loaded as a thread of Lectern.');
const port = parentPort;
// It may be started before it is known for what project: its first message says that.
port.once('message', (setup: ThreadSetup) => serve(setup));

function serve(setup: ThreadSetup): void {
  const jobs: Jobs = new Map();
  const under = new Map<LessonId, Progress>();
  const calls: ThreadCalls = {
    async build(id, progress) {
      under.set(id, progress);
      try {
        return await make(id);
      } finally {
        under.delete(id);
      }
    },
    ping: () => undefined,
    attempt: (job, page) => {
      const run = jobs.get(job);
      return run
        ? run(farPage(main, page), () => main.call('loaded', page))
        : Promise.reject(new Error('There is no such job.'));
    },
  };
  const main = new Peer<MainCalls>(port, calls);
  const make = createMaker(
    createFarWorld(main, setup, jobs),
    {
      audience: setup.audience,
      player: setup.player,
      strict: setup.strict,
      ...(setup.only ? { only: setup.only } : {}),
      formats: [...formats, pdfStepsFormat].filter((format) => setup.formats.includes(format.name)),
      ...(setup.codes ? { checks: { codes: setup.codes } } : {}),
    },
    (id, phase) => {
      const progress = under.get(id);
      if (progress) notePhase(progress, phase);
    },
  );
}
