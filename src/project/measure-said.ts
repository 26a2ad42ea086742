import type { Diagnostic } from '../base/index.ts';
import { settle } from '../checks/index.ts';
import {
  checkSaid,
  coverageCodes,
  saidOf,
  slideTexts,
  type Coverage,
  type Said,
  type Staleness,
} from '../coverage/index.ts';
import { makeLesson } from '../make/index.ts';
import type { Lesson } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import { allCodes } from './codes.ts';
import type { Project } from './project.ts';
import { tellPhase } from './phase.ts';

/** The coverage of one lesson, with what its rendered slides say. */
export interface MeasuredSaid {
  readonly lesson?: Lesson;
  readonly coverage?: Coverage;
  readonly said: ReadonlyMap<string, Said>;
  /** What has changed since the lock was accepted, and all findings of the lesson. */
  readonly staleness?: Staleness;
  readonly all: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings of a lesson that no slide waives are all others' business here. */
const otherCodes = () => new Set(Object.keys(allCodes).filter((code) => !Object.hasOwn(coverageCodes, code)));

/** Only a browser draws Mermaid, and none is started here: that is no flaw of the lesson. */
const undrawn = 'diagram/not-drawn';

/** Makes the slides of lessons, without a browser, and looks up on them what they are linked to. */
export async function measureSaid(
  { files, config }: Project,
  ids: readonly string[],
): Promise<readonly MeasuredSaid[]> {
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const measured: MeasuredSaid[] = [];
  for (const id of ids) {
    const { lesson, coverage, made, staleness, diagnostics } = await makeLesson(id, {
      files,
      config,
      catalogue,
      audience: 'teacher',
      onPhase: (phase) => tellPhase(config, id, phase),
    });
    const texts = lesson && slideTexts(lesson, made?.deck);
    const said = lesson && coverage && texts ? saidOf(lesson, coverage, texts) : new Map<string, Said>();
    const found = lesson && coverage ? checkSaid(lesson, coverage, said) : [];
    const settled = lesson
      ? settle(lesson, found, { config, knownCodes: new Set(Object.keys(allCodes)), notRun: otherCodes() }).diagnostics
      : [];
    const own = diagnostics.filter(
      ({ code, severity }) => (severity === 'error' && code !== undrawn) || /^(?:coverage|source|link)\//.test(code),
    );
    measured.push({
      ...(lesson && { lesson }),
      ...(coverage && { coverage }),
      said,
      ...(staleness && { staleness }),
      all: diagnostics,
      diagnostics: [...own, ...settled],
    });
  }
  return measured;
}
