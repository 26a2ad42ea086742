import type { Diagnostic } from '../base/index.ts';
import { plainTitle } from '../compose/index.ts';
import { staticHtml } from '../formats/html/index.ts';
import { pdfFormat, type Format, type FormatInput, type PageTask, type Sheet } from '../formats/index.ts';
import type { Deck, LessonId } from '../model/index.ts';
import type { ArtifactWriter } from './artifacts.ts';
import { measureStep, type CheckSet } from './check.ts';
import { layOut, type PageStep } from './layout.ts';
import type { MakerWorld } from './world.ts';

interface WrittenLayout {
  readonly diagnostics: readonly Diagnostic[];
  /** What the checks measured, as JSON; absent when they do not run or the browser failed. */
  readonly measured?: Uint8Array;
}

interface LaidOutJob {
  readonly id: LessonId;
  readonly checks?: CheckSet;
}

/** A check prints to see whether the PDF is accessible; the file is not kept, but a build finds it in the store. */
export const isTrial = (job: LaidOutJob, formats: readonly Format[]): boolean =>
  job.checks !== undefined && formats.length === 0;

/** A task with the format whose file it makes; that of a trial is not kept. */
interface Ordered {
  readonly format?: Format;
  readonly task: PageTask;
}

const ordered = (formats: readonly Format[], input: FormatInput): readonly Ordered[] =>
  formats.flatMap((format) => (format.tasks?.(input) ?? []).map((task) => ({ format, task })));

/** Makes the files that need a browser: each deck and each document is loaded once for all that is made of it. */
export async function writeLaidOut(
  world: MakerWorld,
  job: LaidOutJob,
  input: FormatInput,
  { formats, writer }: { readonly formats: readonly Format[]; readonly writer: ArtifactWriter },
): Promise<WrittenLayout> {
  const trial = isTrial(job, formats) ? ordered([pdfFormat], input).map(({ task }) => ({ task })) : [];
  const shown = new Map<Deck | Sheet, Ordered[]>([[input.deck, []]]);
  for (const one of [...ordered(formats, input), ...trial]) {
    const key = one.task.sheet ?? one.task.deck ?? input.deck;
    shown.set(key, [...(shown.get(key) ?? []), one]);
  }
  const diagnostics: Diagnostic[] = [];
  let measured: Uint8Array | undefined;
  for (const [document, here] of shown) {
    const steps: PageStep[] = here.map(({ task }) => task);
    if (job.checks && document === input.deck) steps.push(measureStep);
    if (steps.length === 0) continue;
    const html = 'html' in document ? document.html : staticHtml(document, plainTitle(document.title));
    const laidOut = await layOut(world, `lesson "${job.id}"`, html, document.size, steps);
    diagnostics.push(...(laidOut.ok ? laidOut.value.diagnostics : laidOut.diagnostics));
    if (!laidOut.ok) continue;
    for (const [i, { format, task }] of here.entries()) {
      const bytes = laidOut.value.results[i];
      const { path, mediaType } = task;
      if (bytes && format) diagnostics.push(...(await writer.write(format, { path, mediaType, bytes })));
    }
    measured ??= laidOut.value.results[here.length];
  }
  return { diagnostics, ...(measured ? { measured } : {}) };
}
