import { hasErrors, type Diagnostic, type FileId } from '../base/index.ts';
import { plainText, plainTitle } from '../compose/index.ts';
import type { Coverage } from '../coverage/index.ts';
import type { Desk } from '../documents/index.ts';
import { type Files, type LessonId } from '../model/index.ts';
import { loadStrings } from '../parse/index.ts';
import { pdfFormat, type Evidence, type Format, type FormatInput } from '../formats/index.ts';
import { documentDate } from '../formats/pdf/index.ts';
import { artistIn } from './artist.ts';
import { ArtifactWriter } from './artifacts.ts';
import { checkMade, checkUnmeasured, type CheckSet } from './check.ts';
import { openDesk } from './desk.ts';
import { isTrial, writeLaidOut } from './laid-out.ts';
import { lookAtLayouts } from './layout-files.ts';
import { lessonFolder, makeLesson, templateFolders, type MadeLesson, type MakeOptions } from './lesson.ts';
import type { LessonRecord } from './record.ts';
import type { LessonSummary } from './summary.ts';
import { stylesIn } from './styles.ts';
import { tracing, type Trace } from './trace.ts';
import type { MakerWorld } from './world.ts';

export interface LessonJob extends Omit<MakeOptions, 'files'> {
  readonly id: LessonId;
  readonly formats: readonly Format[];
  readonly player: FormatInput['player'];
  /** The checks to run; none when absent. */
  readonly checks?: CheckSet;
}

export interface BuiltLesson {
  /** What could be made; absent when that is nothing. */
  readonly record?: LessonRecord;
  /** Whether every artifact was made. */
  readonly complete: boolean;
  /** What was looked at; told when there is no record. */
  readonly trace?: Trace;
  readonly diagnostics: readonly Diagnostic[];
  /** What `check` would tell; absent when the checks did not run or nothing was printed. */
  readonly findings?: readonly Diagnostic[];
}

/**
 * Makes a lesson, writes its artifacts and checks it. Slides that cannot be made stand in the artifacts as plain ones;
 * what the checks find withholds nothing.
 */
export async function buildLesson(world: MakerWorld, job: LessonJob): Promise<BuiltLesson> {
  const traced = tracing(world.files);
  const formats = job.formats.filter((format) => format.audiences.includes(job.audience));
  const perPlan = formats.some((format) => format.perPlan === true) || isTrial(job, formats);
  const result = await makeLesson(job.id, {
    ...job,
    files: traced.files,
    styles: stylesIn(world),
    artist: artistIn(world),
    perPlan,
  });
  if (!result.made)
    return { complete: result.isEmpty === true, diagnostics: result.diagnostics, trace: traced.trace() };
  const { made } = result;
  const desk = await deskFor(made, job, { formats, files: traced.files });
  const students = await madeForStudents(world, job, formats, traced.files);
  const input: FormatInput = {
    ...made,
    ...(students ? { students } : {}),
    audience: job.audience,
    player: job.player,
    wordsIn: (lang) => loadStrings(traced.files, templateFolders(lessonFolder(job.config, job.id)), lang).strings,
    papers: job.config.papers,
    ...(desk ? { desk } : {}),
    date: documentDate(made.lesson.date, world.sourceDateEpoch),
  };
  const writer = new ArtifactWriter(world, job);

  job.onPhase?.('formats');
  const context = { ...made, config: job.config, files: traced.files };
  // The browser lays out the deck while the files that need no browser are made, and what needs none is checked.
  const [laidOut, unmeasured, ...trouble] = await Promise.all([
    writeLaidOut(world, job, input, { formats, writer }),
    job.checks ? checkUnmeasured(context, job.onPhase) : [],
    ...formats.map((format) => writer.writeAll(format, format.files?.(input) ?? [])),
    // Files that slides link to lie beside whatever was asked for.
    ...formats.slice(0, 1).map((format) => writer.writeAll(format, made.composition.linked)),
  ]);
  const missing = formats.flatMap((format) => format.missing?.(input) ?? []);
  const troubles = [...trouble.flat(), ...laidOut.diagnostics, ...(desk?.diagnostics ?? []), ...missing];
  job.onPhase?.('checks');
  const found = { earlier: result.diagnostics, unmeasured, measured: laidOut.measured };
  const settled = job.checks
    ? checkMade(context, found, job.checks)
    : { diagnostics: result.diagnostics, ignored: 0, aside: [], notRun: [] };
  const diagnostics: Diagnostic[] = [...settled.diagnostics, ...troubles];
  lookAtLayouts(made, result.diagnostics, { catalogue: job.catalogue, files: traced.files });
  const { aside, notRun } = settled;
  const told = { diagnostics, aside, notRun, textOf: textIn(traced.files) };
  diagnostics.push(...(await writeClosing(world, { job, formats, input, writer, found: told })));
  const record: LessonRecord = {
    trace: traced.trace(),
    summary: summarise(made, diagnostics, result.coverage),
    artifacts: writer.artifacts,
    diagnostics,
    ignored: settled.ignored,
  };
  const isTried = job.only === undefined && (formats.length === 0 || formats.includes(pdfFormat));
  const findings = job.checks && isTried ? { findings: [...settled.diagnostics, ...laidOut.diagnostics] } : {};
  return { record, complete: !hasErrors(troubles), diagnostics, ...findings };
}

/** Looks at every file that the making of a lesson would look at, without a browser: diagrams stay undrawn. */
export async function lookAtFiles(job: LessonJob, files: Files): Promise<void> {
  const formats = job.formats.filter((format) => format.audiences.includes(job.audience));
  const { made, diagnostics } = await makeLesson(job.id, { ...job, files });
  if (!made) return;
  await deskFor(made, job, { formats, files });
  lookAtLayouts(made, diagnostics, { catalogue: job.catalogue, files });
}

/** What documents are written with, if one is asked for. */
async function deskFor(
  made: MadeLesson,
  { config, id }: LessonJob,
  { formats, files }: { readonly formats: readonly Format[]; readonly files: Files },
): Promise<Desk | undefined> {
  if (!formats.some((format) => format.writes === true)) return undefined;
  return openDesk({ ...made, files, folders: templateFolders(lessonFolder(config, id)) });
}

/** The lesson without notes and answers, for formats that hand slides on to students. */
async function madeForStudents(
  world: MakerWorld,
  job: LessonJob,
  formats: readonly Format[],
  files: Files,
): Promise<MadeLesson | undefined> {
  if (!formats.some(({ forStudents }) => forStudents)) return undefined;
  const options = { ...job, files, audience: 'student', styles: stylesIn(world), artist: artistIn(world) } as const;
  const { made } = await makeLesson(job.id, options);
  return made;
}

interface Closing {
  readonly job: LessonJob;
  readonly formats: readonly Format[];
  readonly input: FormatInput;
  readonly writer: ArtifactWriter;
  readonly found: Pick<Evidence, 'diagnostics' | 'aside' | 'notRun' | 'textOf'>;
}

/** Formats that tell of all others come last. */
async function writeClosing(
  { release, browserIdentity }: MakerWorld,
  { job, formats, input, writer, found }: Closing,
): Promise<readonly Diagnostic[]> {
  const artifacts = writer.artifacts.map((artifact) => ({ ...artifact, findings: writer.findingsOf(artifact.path) }));
  const tool = { version: release ?? '', browser: browserIdentity };
  const evidence: Evidence = { ...found, artifacts, isChecked: job.checks !== undefined, tool };
  const written = formats.map((format) => writer.writeAll(format, format.closing?.(input, evidence) ?? []));
  return (await Promise.all(written)).flat();
}

const textIn =
  (files: Files) =>
  (file: FileId): string | undefined => {
    const read = files.read(file);
    return read.ok ? Buffer.from(read.bytes).toString() : undefined;
  };

function summarise(
  { lesson, deck, coverage }: MadeLesson,
  diagnostics: readonly Diagnostic[],
  whole: Coverage = coverage,
): LessonSummary {
  const { covered, waived, statements } = whole.totals;
  return {
    id: lesson.id,
    title: plainTitle(lesson.title),
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
