import { resolve } from 'node:path';
import { createMemoryOutput } from '../host/index.ts';
import type { LessonDone } from '../make/index.ts';
import type {
  BuildOptions,
  BuildResult,
  BuiltLesson,
  CheckOptions,
  CoverageResult,
  LessonCoverage,
  Project,
  ProjectOptions,
  Result,
  RunOptions,
  WatchOptions,
  Watching,
} from './api.ts';
import { runBuild, type BuildPlan } from './build.ts';
import { checkLessons, projectFindings } from './check.ts';
import { formatsNamed } from './choose-formats.ts';
import { resultOf } from './findings.ts';
import { measureSaid, type MeasuredSaid } from './measure-said.ts';
import { chooseLessons, readProject, type Project as ReadProject } from './project.ts';
import type { Settings } from './settings.ts';
import { watchProject } from './watch.ts';
import { openWorld, type OpenWorld } from './world.ts';

/**
 * Opens a folder with lessons. What is found wrong, in `lectern.yaml` too, is part of each result; nothing is printed.
 * @param folder the folder that holds `lessons/` or `lectern.yaml`.
 */
export function openProject(folder: string, options: ProjectOptions = {}): Project {
  return new OpenProject(resolve(folder), options);
}

class OpenProject implements Project {
  readonly folder: string;
  readonly #settings: Settings;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(folder: string, { output, cache, browser, untrusted = false, env = process.env }: ProjectOptions) {
    this.folder = folder;
    this.#settings = {
      ...{ env, out: output, browser, untrusted },
      ...(cache === false ? { noCache: true } : { cacheFolder: cache }),
    };
  }

  build(options: BuildOptions = {}): Promise<BuildResult> {
    return this.#run(async () => {
      const formats = formatsNamed(options.formats);
      const read = this.#read(options.lessons);
      if (!read.ok) return { ...read.result, lessons: [], removed: [] };
      const { project, lessons } = read;
      await using world = worldFor(project, options.write !== false);
      const plan = { ...buildPlan(options, world, options.write === false), lessons, formats };
      const run = await runBuild(project, world, { ...plan, signal: this.#signal(options.signal) });
      return {
        ...resultOf([...read.diagnostics, ...run.findings], project.files),
        lessons: run.done.map((done) => builtLesson(done, options.write === false ? world : undefined)),
        removed: run.removed,
      };
    });
  }

  check(options: CheckOptions = {}): Promise<Result> {
    return this.#run(async () => {
      const read = this.#read(options.lessons);
      if (!read.ok) return read.result;
      const { project, lessons } = read;
      await using world = openWorld(project);
      const { strict = false } = options;
      const plan = { lessons, strict, limits: limitsOf(options), signal: this.#signal(options.signal) };
      const done = await checkLessons(project, world, plan);
      const found = done.flatMap(({ diagnostics }) => diagnostics);
      return resultOf([...read.diagnostics, ...projectFindings(project), ...found], project.files);
    });
  }

  coverage({ lessons }: Pick<RunOptions, 'lessons'> = {}): Promise<CoverageResult> {
    return this.#run(async () => {
      const read = this.#read(lessons);
      if (!read.ok) return { ...read.result, lessons: [] };
      const { project, diagnostics } = read;
      const measured = await measureSaid(project, read.lessons);
      const found = measured.flatMap((one) => one.diagnostics);
      return {
        ...resultOf([...project.diagnostics, ...diagnostics, ...found], project.files),
        lessons: measured.flatMap(lessonCoverage),
      };
    });
  }

  watch(options: WatchOptions): Watching {
    const formats = formatsNamed(options.formats);
    const stop = new AbortController();
    const signal = this.#signal(stop.signal);
    const ended = this.#run(async () => {
      const first = readProject(this.folder, this.#settings);
      const failed = (result: Result): void => options.onBuild({ ...result, lessons: [], removed: [] });
      if (!first.ok) return failed(resultOf(first.diagnostics, first.files));
      await using world = openWorld(first.value);
      await watchProject(first.value, world, {
        plan: (project) => {
          const chosen = chooseLessons(project, options.lessons ?? []);
          const plan = { ...buildPlan(options, world, false), formats, signal };
          return { wish: { ...plan, lessons: chosen.ok ? chosen.value : [] }, findings: chosen.diagnostics };
        },
        onBuilt: ({ done, findings, removed }, { files }) =>
          options.onBuild({ ...resultOf(findings, files), lessons: done.map((one) => builtLesson(one)), removed }),
        onBroken: (findings, files) => failed(resultOf(findings, files)),
        signal,
      });
    });
    const close = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    return { close };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #signal(own: AbortSignal | undefined): AbortSignal {
    return own ? AbortSignal.any([own, this.#closing.signal]) : this.#closing.signal;
  }

  /** Remembers what is under way, so that closing waits for it. */
  #run<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#running.add(running);
    const forget = (): void => void this.#running.delete(running);
    running.then(forget, forget);
    return running;
  }

  #read(wanted: readonly string[] = []) {
    const opened = readProject(this.folder, this.#settings);
    if (!opened.ok) return { ok: false, result: resultOf(opened.diagnostics, opened.files) } as const;
    const project = opened.value;
    const chosen = chooseLessons(project, wanted);
    if (chosen.ok) return { ok: true, project, lessons: chosen.value, diagnostics: chosen.diagnostics } as const;
    return { ok: false, result: resultOf([...project.diagnostics, ...chosen.diagnostics], project.files) } as const;
  }
}

/** A world that writes to the output folder, or one that keeps what is made. */
function worldFor(project: ReadProject, writes: boolean): OpenWorld {
  const world = openWorld(project);
  return writes ? world : { ...world, output: createMemoryOutput() };
}

const limitsOf = ({ timeLimit, memoryLimit }: RunOptions) => ({ seconds: timeLimit, megabytes: memoryLimit });

function buildPlan(
  options: Omit<BuildOptions, 'signal' | 'write'>,
  world: OpenWorld,
  withContents: boolean,
): Omit<BuildPlan, 'lessons' | 'formats'> {
  const { audience = 'teacher', check = true, strict = false, jobs, only, onLesson } = options;
  return {
    ...{ audience, checked: check, strict, jobs, only, limits: limitsOf(options) },
    ...(onLesson && { progress: (done) => onLesson(builtLesson(done, withContents ? world : undefined)) }),
  };
}

/** @param world where the bytes are, when they are to be told. */
function builtLesson({ id, state, record }: LessonDone, world?: OpenWorld): BuiltLesson {
  const artifacts = (record?.artifacts ?? []).map(({ bytes: size, ...artifact }) => {
    const contents = world?.output.read(artifact.path);
    return { ...artifact, size, ...(contents && { contents }) };
  });
  const summary = record && { title: record.summary.title, slides: record.summary.slides };
  return { id, state, ...summary, artifacts };
}

function lessonCoverage({ coverage, said }: MeasuredSaid): readonly LessonCoverage[] {
  if (!coverage) return [];
  const { statements, covered, waived, uncovered, sections, completeSections } = coverage.totals;
  return [
    {
      lesson: coverage.lesson,
      hasSource: coverage.hasSource,
      counts: { statements, covered, waived, uncovered, sections, completeSections },
      statements: coverage.sections.flatMap((section) =>
        section.statements.map(({ statement: { id, text }, status, slides }) => {
          const found = said.get(id);
          const terms = found?.terms.filter(({ where }) => where === 'nowhere') ?? [];
          const missing = [...new Set(terms.map(({ written }) => written))];
          return { id, text, status, slides, missing, ...(found && { said: found.saying }) };
        }),
      ),
    },
  ];
}
