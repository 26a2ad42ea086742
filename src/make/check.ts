import type { CodeDoc, Diagnostic } from '../base/index.ts';
import { isObject } from '../base/index.ts';
import {
  checks,
  codesWithoutWords,
  judgeScene,
  layoutChecks,
  measureScene,
  runChecks,
  sceneVersion,
  settle,
  type CheckContext,
  type Scene,
  type Settled,
} from '../checks/index.ts';
import { slidesOf, type Excerpt, type Lesson } from '../model/index.ts';
import { aboutExcerpt } from './excerpt.ts';
import type { PageStep } from './layout.ts';
import type { PhaseListener } from './phase.ts';

/** What a build needs to know to check lessons. */
export interface CheckSet {
  /** Every code there is, so that a misspelt one in an `ignore` is found. */
  readonly codes: Readonly<Record<string, CodeDoc>>;
}

/** What checks found, and the codes of those that could find nothing: not laid out, or without words of the language. */
export interface Checked extends Settled {
  readonly notRun: readonly string[];
}

/** Measures the laid-out deck for the layout checks. @param html the document that is laid out */
export const measureStep = (html: string): PageStep => ({
  key: `scene ${sceneVersion}`,
  run: async (page) => ({ bytes: new TextEncoder().encode(JSON.stringify(await measureScene(page, html))) }),
});

/** Runs the checks that need no browser over a made lesson, while its files are made. */
export const checkUnmeasured = (context: CheckContext, onPhase?: PhaseListener): Promise<readonly Diagnostic[]> =>
  runChecks(
    context,
    checks.map((check) => ({
      ...check,
      async run() {
        onPhase?.('checks');
        const found = await check.run(context);
        onPhase?.('formats');
        return found;
      },
    })),
  );

interface Found {
  /** What is known of the lesson from making it. */
  readonly earlier: readonly Diagnostic[];
  /** What {@link checkUnmeasured} found. */
  readonly unmeasured: readonly Diagnostic[];
  /** The laid-out slides; absent when they could not be measured. */
  readonly measured: Uint8Array | undefined;
}

/** Judges a made lesson by all that was found; checks of the layout run when it could be measured. */
export function checkMade(
  context: CheckContext & { readonly only?: Excerpt },
  { earlier, unmeasured, measured }: Found,
  { codes }: CheckSet,
): Checked {
  const scene = measured && readScene(measured);
  const all = [...unmeasured, ...(scene ? judgeScene(context, layoutChecks, scene) : [])];
  const found = context.only ? aboutExcerpt(all, context.lesson) : all;
  const notRun = scene ? [] : layoutChecks.flatMap((check) => Object.keys(check.codes));
  const kept = found.filter((finding) => finding.severity === 'info' || !isAboutStandIn(finding, context.lesson));
  const settled = settle(context.lesson, [...earlier, ...kept], {
    config: context.config,
    knownCodes: new Set(Object.keys(codes)),
    notRun: new Set(notRun),
  });
  return { ...settled, notRun: [...notRun, ...codesWithoutWords(context.lesson.lang)] };
}

/** A slide that could not be made has its error; what checks say of the plain slide in its place helps nobody. */
const isAboutStandIn = ({ at }: Diagnostic, lesson: Lesson): boolean =>
  slidesOf(lesson).some(
    ({ slide }) =>
      slide.standIn !== undefined &&
      at?.file === slide.at.file &&
      at.start >= slide.at.start &&
      at.start < slide.at.end,
  );

/** Bytes come from the store only after their hash was checked, so they are what was measured. */
function readScene(bytes: Uint8Array): Scene | undefined {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return isObject(value) && Array.isArray(value.slides) ? (value as unknown as Scene) : undefined;
}
