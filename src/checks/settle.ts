import { defineCodes, suggest, type Diagnostic } from '../base/index.ts';
import { slidesOf, type Config, type Ignore, type Lesson, type Slide } from '../model/index.ts';

const { table, diagnostic } = defineCodes({
  'check/unknown-code': {
    severity: 'error',
    summary: 'A slide or lectern.yaml names a finding that does not exist.',
    why: 'It has no effect, while its author thinks that it has.',
    mend: 'Write a code from docs/diagnostics.md, such as slide/overflow.',
  },
  'check/unused-ignore': {
    severity: 'warning',
    summary: 'A slide ignores a finding that it does not have.',
    why: 'The flaw is mended; the waiver would hide the next one.',
    mend: 'Remove the entry under `ignore`.',
  },
});

export { table as settleCodes };

/** Findings as the project and the slides want them. */
export interface Settled {
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings slides ignore with a reason. */
  readonly ignored: number;
  /** Findings that slides ignore or the project has switched off: nobody wants to see them, and they are still true. */
  readonly aside: readonly Diagnostic[];
}

export interface SettleOptions {
  readonly config: Config;
  readonly knownCodes: ReadonlySet<string>;
  /** Codes whose checks did not run, so that an `ignore` of theirs cannot be called unused. */
  readonly notRun: ReadonlySet<string>;
}

/** Applies the severities of lectern.yaml and drops what slides ignore. @returns findings in the order of the files. */
export function settle(
  lesson: Lesson,
  findings: readonly Diagnostic[],
  { config, knownCodes, notRun }: SettleOptions,
): Settled {
  const slides = slidesOf(lesson).map(({ slide }) => slide);
  const used = new Set<Ignore>();
  const kept: Diagnostic[] = [];
  const aside: Diagnostic[] = [];
  let ignored = 0;
  for (const finding of findings) {
    const waivers = slides
      .filter((slide) => concerns(finding, slide))
      .flatMap((slide) => slide.ignores.filter((ignore) => ignore.code === finding.code));
    waivers.forEach((waiver) => used.add(waiver));
    if (waivers.length > 0) ignored++;
    const wanted = waivers.length > 0 ? [] : withSeverity(finding, config);
    kept.push(...wanted);
    if (wanted.length === 0) aside.push(finding);
  }
  const ignores = slides.flatMap((slide) => slide.ignores);
  for (const ignore of ignores) {
    if (!knownCodes.has(ignore.code)) kept.push(unknownCode(ignore.code, ignore.at, knownCodes));
    else if (!used.has(ignore) && !notRun.has(ignore.code)) {
      const message = `The slide ignores ${ignore.code}, which it does not have.`;
      kept.push(...withSeverity(diagnostic('check/unused-ignore', message, { at: ignore.at }), config));
    }
  }
  return { diagnostics: kept.sort(inOrder), ignored, aside: aside.sort(inOrder) };
}

/** Codes in lectern.yaml that do not exist. */
export const checkSettings = (config: Config, knownCodes: ReadonlySet<string>): readonly Diagnostic[] =>
  Object.entries(config.checks).flatMap(([code, setting]) =>
    knownCodes.has(code) ? [] : [unknownCode(code, setting.at, knownCodes)],
  );

function unknownCode(code: string, at: Ignore['at'], knownCodes: ReadonlySet<string>): Diagnostic {
  const near =
    suggest(code, knownCodes) ?? [...knownCodes].find((known) => known.split('/')[1] === code.split('/').at(-1));
  return diagnostic('check/unknown-code', `There is no finding ${code}.`, {
    at,
    help: [near ? `Did you mean ${near}?` : 'All findings are listed in docs/diagnostics.md.'],
  });
}

/** A finding belongs to a slide when it, or a place related to it, lies in what the slide's author wrote. */
function concerns({ at, related = [] }: Diagnostic, slide: Slide): boolean {
  return [at, ...related.map((place) => place.at)].some(
    (place) =>
      place?.file === slide.at.file &&
      place.start >= slide.at.start &&
      place.start < Math.max(slide.at.end, slide.at.start + 1),
  );
}

function withSeverity(finding: Diagnostic, config: Config): readonly Diagnostic[] {
  const severity = config.checks[finding.code]?.severity;
  if (severity === undefined) return [finding];
  return severity === 'off' ? [] : [{ ...finding, severity }];
}

const orderOf = { error: 0, warning: 1, info: 2 } as const;

function inOrder(a: Diagnostic, b: Diagnostic): number {
  const files = compare(a.at?.file ?? '', b.at?.file ?? '');
  return (
    files ||
    (a.at?.start ?? -1) - (b.at?.start ?? -1) ||
    orderOf[a.severity] - orderOf[b.severity] ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
