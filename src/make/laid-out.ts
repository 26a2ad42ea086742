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

/** A document to be laid out, with all that is made of it. */
interface Shown {
  readonly document: Deck | Sheet;
  readonly orders: Ordered[];
}

/** What is to be laid out, each deck and each document once; sheets of time plans that show the same are one. */
function shownBy(orders: readonly Ordered[], deck: Deck): readonly Shown[] {
  const shown = new Map<Deck | string, Shown>([[deck, { document: deck, orders: [] }]]);
  for (const one of orders) {
    const document = one.task.sheet ?? one.task.deck ?? deck;
    const key = 'html' in document ? JSON.stringify([document.size, document.html]) : document;
    const known = shown.get(key);
    if (known) known.orders.push(one);
    else shown.set(key, { document, orders: [one] });
  }
  return [...shown.values()];
}

/** Makes the files that need a browser; one document is printed while what was printed of another is completed. */
export async function writeLaidOut(
  world: MakerWorld,
  job: LaidOutJob,
  input: FormatInput,
  { formats, writer }: { readonly formats: readonly Format[]; readonly writer: ArtifactWriter },
): Promise<WrittenLayout> {
  const trial = isTrial(job, formats) ? ordered([pdfFormat], input).map(({ task }) => ({ task })) : [];
  const shown = shownBy([...ordered(formats, input), ...trial], input.deck);
  const write = async ({ document, orders }: Shown): Promise<WrittenLayout> => {
    const steps: PageStep[] = orders.map(({ task }) => task);
    const isMeasured = job.checks !== undefined && document === input.deck;
    if (steps.length === 0 && !isMeasured) return { diagnostics: [] };
    const html = 'html' in document ? document.html : staticHtml(document, plainTitle(document.title));
    if (isMeasured) steps.push(measureStep(html));
    const laidOut = await layOut(world, `lesson "${job.id}"`, html, document.size, steps);
    if (!laidOut.ok) return { diagnostics: laidOut.diagnostics };
    const diagnostics = [...laidOut.value.diagnostics];
    for (const [i, { format, task }] of orders.entries()) {
      const bytes = laidOut.value.results[i];
      const { path, mediaType } = task;
      if (bytes && format) diagnostics.push(...(await writer.write(format, { path, mediaType, bytes })));
    }
    const measured = laidOut.value.results[orders.length];
    return { diagnostics, ...(measured ? { measured } : {}) };
  };
  const written = await Promise.all(shown.map(write));
  const measured = written.find((one) => one.measured)?.measured;
  return { diagnostics: written.flatMap((one) => one.diagnostics), ...(measured ? { measured } : {}) };
}
