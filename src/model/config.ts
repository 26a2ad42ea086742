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

/** How printed documents are made. */
export interface PaperSettings {
  readonly size: 'a4' | 'letter';
  /** Slides on a page of the handout. */
  readonly slides: 1 | 2 | 3 | 6;
  /** What stands beside the slides of the handout. Notes are for the teacher's edition alone. */
  readonly text: 'points' | 'notes' | 'none';
  /** How many sheets of questions there are, each in another order. */
  readonly versions: number;
  /** When the lesson begins: `09:00`. */
  readonly start?: string;
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
  /** How printed documents are made. */
  readonly papers: PaperSettings;
  /** Settings by diagnostic code. */
  readonly checks: Readonly<Record<Code, CheckSetting>>;
  /** Hosts from which pictures may be fetched; none by default. */
  readonly hosts: readonly string[];
}
