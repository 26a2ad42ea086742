import type { Diagnostic, FileId } from '../base/index.ts';
import type { LessonDone } from '../build/index.ts';
import type { Format } from '../formats/index.ts';
import { createWatcher, type Watcher } from '../host/index.ts';
import { lessonsToBuild, runBuild } from './build-run.ts';
import { exits, type OptionValues, type Terminal } from './command.ts';
import { showFindings } from './findings.ts';
import { reporterOption } from './options.ts';
import { openProject, packageRoot, type OpenWorld, type Project } from './project.ts';
import { countsOf } from './summary.ts';

/** Milliseconds without a further change before building begins: an editor saves several files at once. */
const calm = 40;

interface Plan {
  readonly formats: readonly Format[];
  readonly operands: readonly string[];
}

/** Builds, waits until something that was looked at changes, and builds again, until it is interrupted. */
export async function watchBuild(
  project: Project,
  world: OpenWorld,
  plan: Plan,
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const changes = new Changes(terminal.signal);
  const { root, config } = project;
  const onChange = (id: FileId): void => {
    if (!isOwnWork(id, config.output)) changes.tell();
  };
  const watcher = createWatcher({ root, packageRoot: packageRoot(), onChange });
  try {
    while (!terminal.signal.aborted) {
      // What changes from here on is looked at again: no save is lost, however many there are.
      changes.clear();
      await buildOnce(world, watcher, plan, options, terminal);
      await changes.next();
    }
  } finally {
    watcher.close();
  }
  return exits.interrupted;
}

/** What builds and version control write themselves. */
const isOwnWork = (id: FileId, output: FileId): boolean =>
  ['.lectern', '.git', output].some((folder) => id === folder || id.startsWith(`${folder}/`));

async function buildOnce(
  world: OpenWorld,
  watcher: Watcher,
  { formats, operands }: Plan,
  options: OptionValues,
  terminal: Terminal,
): Promise<void> {
  const reporter = reporterOption(options);
  watcher.watch(['lectern.yaml'], []);
  const opened = openProject(terminal);
  if (!opened.ok) return void showFindings(opened.diagnostics, opened.files, reporter, terminal);
  const project = opened.value;
  watcher.watch([], [project.config.lessons]);
  const chosen = lessonsToBuild(project, operands, options);
  const lessons = chosen.ok ? chosen.value : [];
  const now = { ...world, config: project.config, files: project.files };
  const run = await runBuild(project, now, { lessons, formats }, options, terminal);
  for (const lesson of run.done) watchLesson(watcher, lesson);
  const findings: readonly Diagnostic[] = [...chosen.diagnostics, ...run.findings];
  if (terminal.signal.aborted) return;
  showFindings(findings, project.files, reporter, terminal);
  if (reporter === 'pretty') terminal.out(`${countsOf(run.done)}; watching\n`);
}

/** Watches everything that the making of a lesson looked at, what was not there included. */
function watchLesson(watcher: Watcher, { record, seen }: LessonDone): void {
  const files: FileId[] = [];
  const folders: FileId[] = [];
  for (const key of record ? Object.keys(record.trace) : (seen ?? [])) {
    const [kind, id = ''] = key.split('\t');
    (kind === 'list' ? folders : files).push(id);
  }
  watcher.watch(files, folders);
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
