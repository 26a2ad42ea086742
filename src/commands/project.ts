import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import {
  hashOf,
  hashParts,
  suggest,
  type Diagnostic,
  type Hash,
  type Outcome,
  failure,
  success,
} from '../base/index.ts';
import { buildDiagnostic, type World } from '../make/index.ts';
import {
  checkPlaces,
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
  untrustedFiles,
  userCacheFolder,
  type DurationFile,
  type LedgerOutput,
  type RemoteBrowser,
} from '../host/index.ts';
import type { Files, LessonId, Config, Store } from '../model/index.ts';
import { lessonIds, parseConfig } from '../parse/index.ts';
import type { OptionValues, Terminal } from './command.ts';
import { drawingBrowser } from './drawing-browser.ts';
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

/** Opens the project around the current folder, unless its folders, or those that were asked for, are not safe to use. */
export function openProject(
  terminal: Terminal,
  options: OptionValues = {},
): Outcome<Project> & { readonly files: Files } {
  const root = findRoot(terminal.cwd);
  const trusted = createFiles(root, packageRoot());
  const files = options.untrusted === true ? untrustedFiles(trusted) : trusted;
  const config = parseConfig(files);
  if (!config.ok) return { ...failure<Project>(config.diagnostics), files };
  const unsafe = checkPlaces({
    root,
    lessons: resolve(root, config.value.lessons),
    output: outputFolder(root, config.value, options),
    cache: namedCache(root, options),
  });
  if (unsafe.length > 0) return { ...failure<Project>([...config.diagnostics, ...unsafe]), files };
  return { ...success({ root, files, config: config.value, diagnostics: config.diagnostics }), files };
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

/** Names all that results depend on besides their inputs and the browser. */
export const worldVersion = (): Hash =>
  hashParts([toolVersion().key, process.versions.icu ?? '', process.versions.unicode ?? '']);

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
  const { files, config } = project;
  const { env } = terminal;
  const found = findBrowser({ request: stringOption(options, 'browser'), env });
  const stores = openStores(cacheFolder(project, options, env), options, terminal);
  const { output, durations } = openOutput(project, options, env);
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

const outputFolder = (root: string, config: Config, options: OptionValues): string =>
  resolve(root, stringOption(options, 'out') ?? config.output);

/** What strangers made is neither kept nor taken from what others keep. */
const keepsNothing = (options: OptionValues): boolean => options['no-cache'] === true || options.untrusted === true;

/** The cache that was asked for; one inside the project is used in no other case, since it may have come with it. */
function namedCache(root: string, options: OptionValues): string | undefined {
  const named = stringOption(options, 'cache-dir');
  return named === undefined ? undefined : resolve(root, named);
}

/** Where results are kept; nowhere with `--no-cache`, or where the user has no folder for such things. */
export function cacheFolder(
  { root }: Pick<Project, 'root'>,
  options: OptionValues,
  env: Terminal['env'],
): string | undefined {
  if (keepsNothing(options)) return undefined;
  return namedCache(root, options) ?? userCacheFolder(env);
}

/** The output folder of a project, and what is remembered of it beside the cache. */
export function openOutput(
  project: Project,
  options: OptionValues,
  env: Terminal['env'],
): Pick<OpenWorld, 'output' | 'durations'> {
  const out = outputFolder(project.root, project.config, options);
  const cache = cacheFolder(project, options, env);
  const beside = (name: string): string | undefined =>
    cache === undefined ? undefined : join(cache, `${name}-${hashOf(out).slice(0, 12)}.json`);
  return { output: createLedgerOutput(out, beside('ledger')), durations: createDurations(beside('durations')) };
}

/** The cache on this machine and, when asked for, the one that machines share. */
function openStores(
  cache: string | undefined,
  options: OptionValues,
  terminal: Terminal,
): { readonly store: Store; close(): Promise<void> } {
  if (keepsNothing(options)) return { store: noStore, close: () => Promise.resolve() };
  const disk = cache === undefined ? noStore : createDiskStore(cache);
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
