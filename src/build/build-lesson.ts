import { hashOf, hasErrors, type Diagnostic, type FileId } from '../base/index.ts';
import { plainText } from '../compose/index.ts';
import { slidesOf, type LessonId } from '../model/index.ts';
import type { Format, FormatFile, FormatInput } from '../formats/index.ts';
import { staticHtml } from '../formats/html/index.ts';
import { documentDate } from '../formats/pdf/index.ts';
import { checkMade, measureStep, type CheckSet } from './check.ts';
import { layOut, type PageStep } from './layout.ts';
import { makeLesson, type MadeLesson, type MakeOptions } from './lesson.ts';
import type { ArtifactRecord, LessonRecord, LessonSummary } from './record.ts';
import { stylesIn } from './styles.ts';
import { tracing } from './trace.ts';
import type { World } from './world.ts';

export interface LessonJob extends Omit<MakeOptions, 'files'> {
  readonly id: LessonId;
  readonly formats: readonly Format[];
  readonly player: FormatInput['player'];
  /** The checks to run; none when absent. */
  readonly checks?: CheckSet;
}

export interface BuiltLesson {
  readonly record?: LessonRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/** Folder of a lesson's artifacts: editions for others than the teacher have a folder of their own. */
const folderOf = ({ id, audience }: LessonJob): string => (audience === 'teacher' ? id : `${id}/${audience}`);

/**
 * Makes a lesson, writes its artifacts and checks it. Nothing is written when the outline has errors; what the checks
 * find withholds nothing.
 */
export async function buildLesson(world: World, job: LessonJob): Promise<BuiltLesson> {
  const traced = tracing(world.files);
  const result = await makeLesson(job.id, { ...job, files: traced.files, styles: stylesIn(world) });
  if (!result.made) return { diagnostics: result.diagnostics };
  const { made } = result;
  const input: FormatInput = {
    ...made,
    audience: job.audience,
    player: job.player,
    date: documentDate(made.lesson.date, world.sourceDateEpoch),
  };
  const formats = job.formats.filter((format) => format.audiences.includes(job.audience));
  const troubles: Diagnostic[] = [];
  const artifacts: ArtifactRecord[] = [];

  // The browser lays out the deck while the files that need no browser are made.
  const [laidOut, ...trouble] = await Promise.all([
    writeLaidOut(world, job, input, formats, artifacts),
    ...formats.map((format) => writeFiles(world, job, format.files?.(input) ?? [], artifacts)),
  ]);
  troubles.push(...trouble.flat(), ...laidOut.diagnostics);
  const context = { ...made, config: job.config, files: traced.files };
  const settled = job.checks
    ? await checkMade(context, result.diagnostics, laidOut.measured, job.checks)
    : { diagnostics: result.diagnostics, ignored: 0 };
  const diagnostics = [...settled.diagnostics, ...troubles];
  for (const file of layoutFiles(made, job)) traced.files.read(file.id, { within: file.within });
  const record: LessonRecord = {
    trace: traced.trace(),
    summary: summarise(made, diagnostics),
    artifacts: artifacts.sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics,
    ignored: settled.ignored,
  };
  return hasErrors(troubles) ? { diagnostics } : { record, diagnostics };
}

interface WrittenLayout {
  readonly diagnostics: readonly Diagnostic[];
  /** What the checks measured, as JSON; absent when they do not run or the browser failed. */
  readonly measured?: Uint8Array;
}

async function writeLaidOut(
  world: World,
  job: LessonJob,
  input: FormatInput,
  formats: readonly Format[],
  artifacts: ArtifactRecord[],
): Promise<WrittenLayout> {
  const tasks = formats.flatMap((format) => format.tasks?.(input) ?? []);
  const steps: readonly PageStep[] = job.checks ? [...tasks, measureStep] : tasks;
  if (steps.length === 0) return { diagnostics: [] };
  const { deck } = input;
  const laidOut = await layOut(world, `lesson "${job.id}"`, staticHtml(deck, plainText(deck.title)), deck.size, steps);
  if (!laidOut.ok) return { diagnostics: laidOut.diagnostics };
  const diagnostics = [...laidOut.value.diagnostics];
  for (const [i, { path, mediaType }] of tasks.entries()) {
    const bytes = laidOut.value.results[i];
    if (bytes) diagnostics.push(...(await writeFile(world, job, { path, mediaType, bytes }, artifacts)));
  }
  const measured = laidOut.value.results[tasks.length];
  return { diagnostics, ...(measured ? { measured } : {}) };
}

async function writeFiles(
  world: World,
  job: LessonJob,
  files: readonly FormatFile[] | Promise<readonly FormatFile[]>,
  artifacts: ArtifactRecord[],
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of await files) diagnostics.push(...(await writeFile(world, job, file, artifacts)));
  return diagnostics;
}

async function writeFile(
  world: World,
  job: LessonJob,
  file: FormatFile,
  artifacts: ArtifactRecord[],
): Promise<readonly Diagnostic[]> {
  const path = `${folderOf(job)}/${file.path}`;
  const written = world.output.write({ path, bytes: file.bytes });
  if (!written.ok) return written.diagnostics;
  const hash = hashOf(file.bytes);
  await world.store.put('cas', hash, file.bytes);
  artifacts.push({ path, mediaType: file.mediaType, hash, bytes: file.bytes.byteLength, audience: job.audience });
  return written.diagnostics;
}

/** The files of the layouts that a lesson uses; the shared catalogue reads them only once for all lessons. */
function layoutFiles({ lesson }: MadeLesson, { catalogue }: LessonJob): readonly { id: FileId; within: FileId }[] {
  const names = [...new Set(slidesOf(lesson).map(({ slide }) => slide.layout))].sort();
  return names.flatMap((name) => {
    const layout = catalogue.get(name);
    if (!layout?.ok) return [];
    const { fields, template, style, origin } = layout.value;
    return [fields, template.file, style.file].map((id) => ({ id, within: origin }));
  });
}

function summarise({ lesson, deck, coverage }: MadeLesson, diagnostics: readonly Diagnostic[]): LessonSummary {
  const { covered, waived, statements } = coverage.totals;
  return {
    id: lesson.id,
    title: plainText(lesson.title),
    ...(lesson.subtitle === undefined ? {} : { subtitle: plainText(lesson.subtitle) }),
    authors: lesson.authors.map(plainText),
    lang: lesson.lang,
    ...(lesson.date === undefined ? {} : { date: lesson.date }),
    plans: lesson.plans,
    slides: deck.slides.length,
    errors: diagnostics.filter((finding) => finding.severity === 'error').length,
    warnings: diagnostics.filter((finding) => finding.severity === 'warning').length,
    statements: { covered, waived, total: statements },
  };
}
