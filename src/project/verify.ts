import type { Diagnostic } from '../base/index.ts';
import { buildDiagnostic, compareArtifacts, readManifest, type LessonDone, type Manifest } from '../make/index.ts';
import { formats, pdfStepsFormat } from '../formats/index.ts';
import { createLedgerOutput, createTemporaryFolder, type LedgerOutput } from '../host/index.ts';
import { audiences, type Audience, type LessonId } from '../model/index.ts';
import { readPlayer } from './player.ts';
import type { Project } from './project.ts';
import { outputFolder } from './settings.ts';
import { buildInThreads, usualJobs, type Limits } from './threads.ts';
import { openWorld } from './world.ts';

/** What is to be made again. */
export interface VerifyPlan {
  readonly lessons: readonly LessonId[];
  readonly jobs?: number | undefined;
  readonly limits?: Limits;
  /** Called after each lesson with what differs. */
  readonly progress?: (id: LessonId, audience: Audience, findings: readonly Diagnostic[]) => void;
  readonly signal?: AbortSignal;
}

/** Makes lessons again, without a cache and in a temporary place. @returns what differs from the output. */
export async function verifyOutput(project: Project, plan: VerifyPlan): Promise<readonly Diagnostic[]> {
  const output = createLedgerOutput(outputFolder(project.root, project.config, project.settings));
  const manifest = listedIn(output);
  if (!manifest) return [buildDiagnostic('verify/no-manifest', `${output.folder} has no manifest.json`)];

  using temporary = createTemporaryFolder();
  const settings = { ...project.settings, noCache: true, out: temporary.path };
  await using world = openWorld({ ...project, settings });
  const findings: Diagnostic[] = [];
  const { limits = {}, jobs = usualJobs(), signal } = plan;
  for (const group of groupsOf(manifest, plan.lessons)) {
    const progress = (done: LessonDone): void => {
      const found = compareLesson(manifest, done, group.audience, output, world.output);
      plan.progress?.(done.id, group.audience, found);
      findings.push(...found);
    };
    const options = { ...group, player: readPlayer(project.files), jobs, progress, ...(signal ? { signal } : {}) };
    await buildInThreads(project, world, options, { atOnce: true, limits });
  }
  return findings;
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
