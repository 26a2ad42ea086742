import type { Diagnostic, FileId } from '../base/index.ts';
import { Observer, sightingsOf, subjectOf, type LessonDone, type Trace } from '../make/index.ts';
import { createWatcher, type Watcher } from '../host/index.ts';
import type { Files } from '../model/index.ts';
import { runBuild, type BuildPlan, type BuildRun } from './build.ts';
import { readProject, type Project } from './project.ts';
import { openOutput } from './settings.ts';
import { packageRoot } from './tool.ts';
import type { OpenWorld } from './world.ts';

/** Milliseconds without a further change before building begins: an editor saves several files at once. */
const calm = 40;

/** How a project is watched. */
export interface WatchPlan {
  /** What to make of the project as it is now, and what was found while choosing it. */
  readonly plan: (project: Project) => { readonly wish: BuildPlan; readonly findings: readonly Diagnostic[] };
  /** Called after each build that was not interrupted. */
  readonly onBuilt: (run: BuildRun, project: Project) => void;
  /** Called when the project cannot be opened as it is now. */
  readonly onBroken: (findings: readonly Diagnostic[], files: Files) => void;
  readonly signal: AbortSignal;
}

/** Builds, waits until something that was looked at changes, and builds again, until it is interrupted. */
export async function watchProject(project: Project, world: OpenWorld, options: WatchPlan): Promise<void> {
  const { signal } = options;
  const changes = new Changes(signal);
  let now = { world, output: project.config.output };
  const onChange = (id: FileId): void => {
    if (!isOwnWork(id, now.output)) changes.tell();
  };
  const watcher = createWatcher({ root: project.root, packageRoot: packageRoot(), onChange });
  try {
    while (!signal.aborted) {
      // What changes from here on is looked at again: no save is lost, however many there are.
      changes.clear();
      watcher.watch(['lectern.yaml'], []);
      const opened = readProject(project.root, project.settings);
      if (opened.ok) {
        now = { world: worldOf(now, opened.value), output: opened.value.config.output };
        if (await buildOnce(opened.value, now.world, watcher, options)) changes.tell();
      } else options.onBroken(opened.diagnostics, opened.files);
      await changes.next();
    }
  } finally {
    watcher.close();
    now.world.output.save();
  }
}

/** What builds and version control write themselves. */
const isOwnWork = (id: FileId, output: FileId): boolean =>
  ['.lectern', '.git', output].some((folder) => id === folder || id.startsWith(`${folder}/`));

/** The world for the project as it is now: `lectern.yaml` may name another output folder than before. */
function worldOf(
  { world, output }: { readonly world: OpenWorld; readonly output: FileId },
  { root, config, files, settings }: Project,
): OpenWorld {
  if (config.output === output) return { ...world, config, files };
  world.output.save();
  return { ...world, ...openOutput(root, config, settings), config, files };
}

/** @returns whether something changed after it was looked at and before it was watched. */
async function buildOnce(
  project: Project,
  world: OpenWorld,
  watcher: Watcher,
  { plan, onBuilt, signal }: WatchPlan,
): Promise<boolean> {
  const { files, config } = project;
  watcher.watch([], [config.lessons, ...layoutFolders(files)]);
  const { wish, findings } = plan(project);
  const run = await runBuild(project, world, wish);
  const observer = new Observer(files);
  const late = run.done.map((lesson) => watchLesson(watcher, lesson)).filter((trace) => trace !== undefined);
  if (signal.aborted) return false;
  onBuilt({ ...run, findings: [...findings, ...run.findings] }, project);
  return late.some((trace) => observer.changed(trace).length > 0);
}

/** A layout that a lesson names and that is missing may appear here. */
const layoutFolders = (files: Files): readonly FileId[] => [
  'templates/layouts',
  ...files.list('templates/layouts').map(({ name }) => `templates/layouts/${name}`),
];

/**
 * Watches everything that the making of a lesson looked at, what was not there included.
 * @returns what was seen, when some of it was not watched while it was looked at.
 */
function watchLesson(watcher: Watcher, { record, trace = record?.trace }: LessonDone): Trace | undefined {
  if (!trace) return undefined;
  const files: FileId[] = [];
  const folders: FileId[] = [];
  for (const [key] of sightingsOf(trace)) (key.startsWith('list\t') ? folders : files).push(subjectOf(key));
  return watcher.watch(files, folders) ? trace : undefined;
}

/** Remembers that something changed, and lets one reader wait for it. */
class Changes {
  #changed = false;
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
  }

  tell(): void {
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake?.(), calm);
  }

  clear(): void {
    this.#changed = false;
  }

  /** Resolves when something has changed since {@link clear}, and nothing for a moment; at once after an interrupt. */
  async next(): Promise<void> {
    if (this.#signal.aborted) return;
    // The watcher keeps no process alive; this timer does.
    const alive = setInterval(() => undefined, 1 << 30);
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#changed) this.tell();
    });
    this.#wake = undefined;
    clearInterval(alive);
  }
}
