import type { Code, FileId, JsonObject, Severity, Span } from '../base/index.ts';
import type { Presentation } from './lesson.ts';

/** What the project says about one finding or check. */
export interface CheckSetting {
  /** How serious the finding is; `off` hides it. The check's own severity when absent. */
  readonly severity?: Severity | 'off';
  /** The check's own options, such as a limit. */
  readonly options: JsonObject;
  /** Where it is written. */
  readonly at: Span;
}

/** The project's configuration: `lectern.yaml` at its root, or the defaults. */
export interface Config {
  /** The file it came from; absent when the project has none. */
  readonly file?: FileId;
  /** Folder of the lessons. */
  readonly lessons: FileId;
  /** Folder of the generated files. */
  readonly output: FileId;
  /** How lessons look unless they say otherwise. */
  readonly presentation: Presentation;
  /** Least part of the source that must be covered, in percent. */
  readonly coverage: { readonly sections: number; readonly statements: number };
  /** Settings by diagnostic code. */
  readonly checks: Readonly<Record<Code, CheckSetting>>;
  /** Hosts from which pictures may be fetched; none by default. */
  readonly hosts: readonly string[];
}
