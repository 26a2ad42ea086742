import type { Diagnostic, FileId } from '../base/index.ts';
import { makeLesson, type MakeResult, type Phase } from '../make/index.ts';
import { settle } from '../checks/index.ts';
import type { Config, Files, LessonId, MermaidArtist } from '../model/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates, parseConfig, type Catalogue } from '../parse/index.ts';
import { noting, type Seen } from './noting.ts';

export interface MakerOptions {
  readonly files: Files;
  /** Every diagnostic code there is. */
  readonly knownCodes: ReadonlySet<string>;
  /** Draws Mermaid diagrams. */
  readonly artist?: MermaidArtist;
  /** Told what is being done for a lesson. */
  readonly onPhase?: (id: LessonId, phase: Phase) => void;
}

/** Takes lessons through the phases again and again, keeping what saves do not touch. */
export class Maker {
  readonly #options: MakerOptions;
  #catalogue: Catalogue | undefined;

  constructor(options: MakerOptions) {
    this.#options = options;
  }

  /** The project's configuration as it is now, or what is wrong with it. */
  config(seen?: Seen): { readonly config: Config; readonly diagnostics: readonly Diagnostic[] } {
    const parsed = parseConfig(seen ? noting(this.#options.files, seen) : this.#options.files);
    return parsed.ok
      ? { config: parsed.value, diagnostics: parsed.diagnostics }
      : { config: defaultConfig, diagnostics: parsed.diagnostics };
  }

  /** Makes the teacher's deck of a lesson. @param seen takes up what was looked at. */
  async make(id: LessonId, seen: Seen): Promise<MakeResult> {
    const { knownCodes, artist, onPhase } = this.#options;
    const files = noting(this.#options.files, seen);
    const { config, diagnostics } = this.config(seen);
    const result = await makeLesson(id, {
      ...{ files, config, catalogue: this.#layouts(files), audience: 'teacher' as const },
      ...(artist ? { artist } : {}),
      onPhase: (phase) => onPhase?.(id, phase),
    });
    const all = [...diagnostics, ...result.diagnostics];
    if (!result.lesson) return { ...result, diagnostics: all };
    // The slower checks have not run, so that nothing can be said yet about waivers that waive nothing.
    const known = { config, knownCodes, notRun: knownCodes };
    return { ...result, diagnostics: settle(result.lesson, all, known).diagnostics };
  }

  /** Drops the layouts when one of their files changed. */
  forget(changed: FileId): void {
    if (/^(?:lectern:)?templates(?:\/|$)/.test(changed)) this.#catalogue = undefined;
  }

  #layouts(files: Files): Catalogue {
    this.#catalogue ??= loadCatalogue(files, ['templates', ownTemplates]);
    return this.#catalogue;
  }
}
