import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { hashOf, hashParts, suggest, type Diagnostic, type Outcome, failure, success } from '../base/index.ts';
import { buildDiagnostic, type World } from '../make/index.ts';
import {
  createBrowserPool,
  createDiskStore,
  createDurations,
  createFiles,
  createLedgerOutput,
  createRemoteStore,
  createSweeper,
  findBrowser,
  layeredStore,
  noStore,
  type DurationFile,
  type LedgerOutput,
  type RemoteBrowser,
} from '../host/index.ts';
import type { Files, LessonId, Config, Store } from '../model/index.ts';
import { lessonIds, parseConfig } from '../parse/index.ts';
import type { OptionValues, Terminal } from './command.ts';
import { stringOption, urlOption } from './options.ts';

/** The folder of Lectern itself: templates, player, package.json. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

/** The nearest folder upwards that holds lessons/ or lectern.yaml; where the command was called when there is none. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'lectern.yaml')) || existsSync(join(folder, 'lessons'))) return folder;
    if (dirname(folder) === folder) return resolve(cwd);
  }
}

export interface Project {
  readonly root: string;
  readonly files: Files;
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the project around the current folder. */
export function openProject(terminal: Terminal): Outcome<Project> & { readonly files: Files } {
  const root = findRoot(terminal.cwd);
  const files = createFiles(root, packageRoot());
  const config = parseConfig(files);
  const opened = config.ok
    ? success({ root, files, config: config.value, diagnostics: config.diagnostics })
    : failure<Project>(config.diagnostics);
  return { ...opened, files };
}

/** The lessons that were asked for, or all; unknown names are findings. */
export function chooseLessons({ files, config }: Project, wanted: readonly string[]): Outcome<readonly LessonId[]> {
  const all = lessonIds(files, config.lessons);
  if (!all.ok) return all;
  const ids = all.value;
  if (ids.length === 0)
    return failure([buildDiagnostic('build/no-lessons', `There are no lessons in ${config.lessons}/`)]);
  if (wanted.length === 0) return success(ids, all.diagnostics);
  const names = wanted.map((name) => name.replace(/^(.*\/)?lessons\//, '').replace(/\/(lesson\.yaml)?$/, ''));
  const unknown = names
    .filter((name) => !ids.includes(name))
    .map((name) => {
      const near = suggest(name, ids);
      return buildDiagnostic('build/unknown-lesson', `There is no lesson "${name}"`, {
        help: [near ? `Did you mean "${near}"?` : `Lessons: ${ids.join(', ')}.`],
      });
    });
  return unknown.length > 0 ? failure(unknown) : success([...new Set(names)]);
}

/** A world with what must be closed at the end. */
export interface OpenWorld extends World, AsyncDisposable {
  readonly output: LedgerOutput;
  readonly durations: DurationFile;
}

/** Version of Lectern and a hash of its own code, so that a changed Lectern never uses results of another one. */
export function toolVersion(): { readonly version: string; readonly key: string } {
  const folder = packageRoot();
  const manifest = readFileSync(join(folder, 'package.json'));
  const { version } = JSON.parse(manifest.toString()) as { version: string };
  const code = join(folder, 'dist/build-id');
  return { version, key: existsSync(code) ? readFileSync(code, 'utf8').trim() : hashOf(manifest) };
}

/**
 * Opens everything a build may touch. Close it with `await using`.
 * @param remote a running browser that is used instead of starting one.
 */
export function openWorld(
  project: Project,
  options: OptionValues,
  terminal: Terminal,
  remote?: RemoteBrowser,
): OpenWorld {
  const { root, files, config } = project;
  const { env } = terminal;
  const found = findBrowser({ request: stringOption(options, 'browser'), env });
  const stores = openStores(cacheFolder(root, options), options, terminal);
  const { output, durations } = openOutput(project, options);
  const browser = createBrowserPool({ find: () => found, env, pages: availableParallelism(), remote });
  const { key } = toolVersion();
  return {
    files,
    output,
    durations,
    store: stores.store,
    browser,
    browserIdentity: remote?.identity ?? (found.ok ? found.value.identity : 'none'),
    config,
    version: hashParts([key, process.versions.icu ?? '', process.versions.unicode ?? '']),
    sourceDateEpoch: env.SOURCE_DATE_EPOCH,
    sweep: createSweeper(),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      if (options['no-cache'] !== true) durations.save();
      output.save();
      await stores.close();
    },
  };
}

const cacheFolder = (root: string, options: OptionValues): string =>
  resolve(root, stringOption(options, 'cache-dir') ?? '.lectern/cache');

/** The output folder of a project, and what is remembered of it beside the cache. */
export function openOutput({ root, config }: Project, options: OptionValues): Pick<OpenWorld, 'output' | 'durations'> {
  const out = resolve(root, stringOption(options, 'out') ?? config.output);
  const beside = (name: string): string => join(cacheFolder(root, options), `${name}-${hashOf(out).slice(0, 12)}.json`);
  return { output: createLedgerOutput(out, beside('ledger')), durations: createDurations(beside('durations')) };
}

/** The cache on this machine and, when asked for, the one that machines share. */
function openStores(
  cache: string,
  options: OptionValues,
  terminal: Terminal,
): { readonly store: Store; close(): Promise<void> } {
  if (options['no-cache'] === true) return { store: noStore, close: () => Promise.resolve() };
  const disk = createDiskStore(cache);
  const url = urlOption(options, 'cache-url', ['http:', 'https:']);
  if (url === undefined) return { store: disk, close: () => Promise.resolve(disk.trim()) };
  const readOnly = options['cache-read-only'] === true;
  const shared = createRemoteStore({ url, readOnly, warn: (message) => terminal.err(`${message}\n`) });
  const close = async (): Promise<void> => {
    await shared.flush();
    disk.trim();
  };
  return { store: layeredStore(disk, shared), close };
}
