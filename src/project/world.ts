import { availableParallelism } from 'node:os';
import {
  createBrowserPool,
  createSweeper,
  findBrowser,
  type DurationFile,
  type LedgerOutput,
  type RemoteBrowser,
} from '../host/index.ts';
import type { World } from '../make/index.ts';
import { drawingBrowser } from './drawing-browser.ts';
import type { Project } from './project.ts';
import { openOutput, openStores } from './settings.ts';
import { toolVersion, worldVersion } from './tool.ts';

/** A world with what must be closed at the end. */
export interface OpenWorld extends World, AsyncDisposable {
  readonly output: LedgerOutput;
  readonly durations: DurationFile;
}

/**
 * Opens everything a build may touch. Close it with `await using`.
 * @param remote a running browser that is used instead of starting one.
 */
export function openWorld({ root, files, config, settings }: Project, remote?: RemoteBrowser): OpenWorld {
  const { env } = settings;
  const found = findBrowser({ request: settings.browser, env });
  const stores = openStores(root, settings);
  const { output, durations } = openOutput(root, config, settings);
  const browser = createBrowserPool({ find: () => found, env, pages: availableParallelism(), remote });
  const drawing = drawingBrowser(found, env);
  return {
    files,
    output,
    durations,
    store: stores.store,
    browser,
    browserIdentity: remote?.identity ?? (found.ok ? found.value.identity : 'none'),
    ...(drawing ? { drawing } : {}),
    config,
    version: worldVersion(),
    release: toolVersion().version,
    sourceDateEpoch: env.SOURCE_DATE_EPOCH,
    sweep: createSweeper(),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await drawing?.browser[Symbol.asyncDispose]();
      durations.save();
      output.save();
      await stores.close();
    },
  };
}
