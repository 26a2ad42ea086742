import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Diagnostic } from '../base/index.ts';
import { buildDiagnostic, compareArtifacts, readManifest, type LessonDone, type Manifest } from '../make/index.ts';
import { formats, pdfStepsFormat } from '../formats/index.ts';
import { createLedgerOutput, createTemporaryFolder, type LedgerOutput } from '../host/index.ts';
import { audiences, type Audience, type LessonId } from '../model/index.ts';
import { exits, type Command, type OptionValues, type Terminal } from './command.ts';
import { exitCode, showFindings } from './findings.ts';
import { numberOption, reporterOption, shared, stringOption } from './options.ts';
import { readPlayer } from './player.ts';
import { chooseLessons, openWorld, type Project } from './project.ts';
import { budgetOf, buildInThreads } from './threads.ts';
import { withProject } from './with-project.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'prove that the output can be made again: rebuild without cache in a temporary place and compare every byte',
  operands: '[LESSON...]',
  options: {
    out: shared.out,
    jobs: { type: 'string', value: 'N', help: 'how many lessons are made at once (default: the number of cores)' },
    'time-limit': shared['time-limit'],
    'memory-limit': shared['memory-limit'],
    reporter: shared.reporter,
    browser: shared.browser,
  },
  examples: ['lectern verify', 'lectern verify mdma-serotonine'],
  run(operands, options, terminal) {
    return withProject(
      terminal,
      reporterOption(options),
      (project) => verify(project, operands, options, terminal),
      options,
    );
  },
};

async function verify(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const finish = (findings: readonly Diagnostic[]): number => showFindings(findings, project.files, reporter, terminal);
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return finish(chosen.diagnostics);
  const output = createLedgerOutput(resolve(project.root, stringOption(options, 'out') ?? project.config.output));
  const manifest = listedIn(output);
  if (!manifest) return finish([buildDiagnostic('verify/no-manifest', `${output.folder} has no manifest.json`)]);

  using temporary = createTemporaryFolder();
  await using world = openWorld(project, { ...options, 'no-cache': true, out: temporary.path }, terminal);
  const findings: Diagnostic[] = [];
  const jobs = numberOption(options, 'jobs', { min: 1, max: 64 }) ?? availableParallelism();
  for (const group of groupsOf(manifest, chosen.value)) {
    const progress = (done: LessonDone): void => {
      const found = compareLesson(manifest, done, group.audience, output, world.output);
      terminal.err(`${found.length === 0 ? '✓' : '✗'} ${done.id} (${group.audience})\n`);
      findings.push(...found);
    };
    await buildInThreads(
      project,
      world,
      { ...group, player: readPlayer(project.files), jobs, progress, signal: terminal.signal },
      { atOnce: true, budget: budgetOf(options) },
    );
  }
  finish(findings);
  if (terminal.signal.aborted) return exits.interrupted;
  const count = chosen.value.length;
  if (findings.length === 0 && reporter === 'pretty')
    terminal.out(`${count} ${count === 1 ? 'lesson' : 'lessons'} made again, byte for byte\n`);
  return exitCode(findings);
}

function listedIn(output: LedgerOutput): Manifest | undefined {
  const bytes = output.read('manifest.json');
  return bytes && readManifest(bytes);
}

/** Lessons that are made with the same options: those of which the manifest lists the same formats for an audience. */
function groupsOf(manifest: Manifest, lessons: readonly LessonId[]) {
  const groups = new Map<string, { audience: Audience; formats: typeof formats; lessons: LessonId[] }>();
  for (const audience of audiences) {
    for (const id of lessons) {
      const artifacts = manifest.lessons[id]?.artifacts ?? [];
      const names = new Set(artifacts.filter((item) => item.audience === audience).map((item) => item.format));
      const chosen = [...formats, pdfStepsFormat].filter((format) => names.has(format.name));
      if (chosen.length === 0) continue;
      const key = JSON.stringify([audience, chosen.map((format) => format.name)]);
      const group = groups.get(key) ?? { audience, formats: chosen, lessons: [] };
      group.lessons.push(id);
      groups.set(key, group);
    }
  }
  return groups.values();
}

/** Compares one lesson and removes what was made for it, so that the temporary place stays small. */
function compareLesson(
  manifest: Manifest,
  { id, record, diagnostics }: LessonDone,
  audience: Audience,
  output: LedgerOutput,
  fresh: LedgerOutput,
): readonly Diagnostic[] {
  const listed = (manifest.lessons[id]?.artifacts ?? []).filter((artifact) => artifact.audience === audience);
  const damaged = listed
    .filter(({ path, hash }) => !output.holds(path, hash))
    .map(({ path }) => buildDiagnostic('verify/damaged', `${path} is missing or was changed after it was built`));
  if (!record) return [...damaged, ...diagnostics];
  const rebuilt = { artifacts: record.artifacts, read: (path: string) => fresh.read(path) };
  const differing = compareArtifacts(listed, rebuilt, (path) => output.read(path));
  for (const { path } of record.artifacts) fresh.remove(path);
  return [...damaged, ...differing];
}
